import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { DesignMirror, listNews } from '../../../renderer/workers/design-news.ts';
import { arbitraryDesign } from '../../support/arbitrary-design.ts';
import { createManyItems } from '../../support/many-items.ts';

/** As another thread gets it. */
function send(mirror: DesignMirror, before: Design | null, now: Design): Design | null {
  let arrived: Design | null = null;
  for (const news of listNews(before, now)) {
    expect(arrived, 'nothing comes after the last piece').toBeNull();
    arrived = mirror.apply(structuredClone(news));
  }
  return arrived;
}

describe('a design told to another thread', () => {
  it('arrives as it is, from nothing and from any other design', () => {
    fc.assert(
      fc.property(arbitraryDesign, arbitraryDesign, (first, second) => {
        const mirror = new DesignMirror();
        expect(send(mirror, null, first)).toEqual(first);
        expect(send(mirror, first, second)).toEqual(second);
        expect(send(mirror, second, first)).toEqual(first);
        expect(send(mirror, null, second)).toEqual(second);
      }),
      { numRuns: 60 },
    );
  });

  it('is told by what changed, and the rest stays the same objects', () => {
    const design = createManyItems(400);
    const mirror = new DesignMirror();
    const before = send(mirror, null, design) as Design;
    const { 'spine-1-1': moved, 'spine-1-2': _gone, ...others } = design.devices;
    const devices = { ...others, 'spine-1-1': { ...(moved as Design['devices'][string]), name: 'Moved' } };
    const edited: Design = { ...design, devices, name: 'Edited' };
    const [news, ...more] = listNews(design, edited);
    expect(more).toEqual([]);
    expect(news?.tables).toEqual([
      { table: 'devices', set: [['spine-1-1', devices['spine-1-1']]], gone: ['spine-1-2'] },
    ]);
    const after = send(mirror, design, edited) as Design;
    expect(after).toEqual(edited);
    expect(after.links).toBe(before.links);
    expect(after.devices['leaf-1']).toBe(before.devices['leaf-1']);
    expect(before).toEqual(design);
  });

  it('comes in pieces that are soon read', () => {
    const design = createManyItems(3000);
    const pieces = [...listNews(null, design)];
    expect(pieces.length).toBeGreaterThan(3);
    const sizes = pieces.map(({ tables }) => tables.reduce((sum, { set }) => sum + set.length, 0));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
    expect(pieces.map(({ isWhole }) => isWhole).indexOf(true)).toBe(0);
    expect(pieces.filter(({ isWhole }) => isWhole)).toHaveLength(1);
  });

  it('tells an empty table from none', () => {
    const design: Design = { ...createManyItems(10), stands: {} };
    const { stands: _stands, ...without } = design;
    const mirror = new DesignMirror();
    expect(send(mirror, null, design)).toEqual(design);
    expect(send(mirror, design, without)).toEqual(without);
    expect(Object.hasOwn(send(mirror, without, design) as Design, 'stands')).toBe(true);
  });
});
