import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edge, layOutTiers, type TierItem } from '../../../../renderer/canvas/arrange/tier-layout.ts';

function createItem(key: string, tier: number, width = 232, height = 80): TierItem {
  return { key, width, height, tier };
}

const arbitraryGraph = fc
  .array(fc.record({ tier: fc.nat({ max: 4 }), height: fc.constantFrom(80, 168, 400) }), { maxLength: 60 })
  .chain((drawn) => {
    const items = drawn.map(({ tier, height }, index) => createItem(`n${index}`, tier, 232, height));
    const key = fc.nat({ max: Math.max(0, items.length - 1) }).map((index) => `n${index}`);
    const edges = items.length === 0 ? fc.constant([]) : fc.array(fc.tuple(key, key), { maxLength: 80 });
    return fc.record({ items: fc.constant(items), edges });
  });

describe('layOutTiers', () => {
  it('puts tiers above each other, and a parent above the middle of what hangs on it', () => {
    const items = ['a', 'b', 'c', 'd'].map((key) => createItem(key, 3));
    const leaves = [createItem('right', 2), createItem('left', 2)];
    const edges: Edge[] = [
      ['a', 'left'],
      ['b', 'left'],
      ['c', 'right'],
      ['d', 'right'],
    ];
    const places = layOutTiers([...leaves, ...items], edges);
    const x = (key: string): number => places.get(key)?.x ?? Number.NaN;
    expect(x('left')).toBeCloseTo((x('a') + x('b')) / 2, -1);
    expect(x('right')).toBeCloseTo((x('c') + x('d')) / 2, -1);
    // No link crosses another.
    expect(x('left') < x('right')).toBe(x('a') < x('c'));
    expect(places.get('left')?.y).toBe(0);
    expect(places.get('a')?.y).toBeGreaterThan(80);
  });

  it('breaks long rows, so that the whole has about the shape of a screen', () => {
    const items = Array.from({ length: 64 }, (_, index) => createItem(`n${index}`, 3));
    const places = [...layOutTiers(items, []).values()];
    const width = Math.max(...places.map(({ x }) => x)) - Math.min(...places.map(({ x }) => x)) + 232;
    const height = Math.max(...places.map(({ y }) => y)) + 80;
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(3);
  });

  it('covers nothing, keeps tiers in order, and says the same for the same question', () => {
    fc.assert(
      fc.property(arbitraryGraph, ({ items, edges }) => {
        const places = layOutTiers(items, edges);
        expect(places.size).toBe(items.length);
        expect(layOutTiers(items, edges)).toEqual(places);
        for (const [index, a] of items.entries()) {
          const p = places.get(a.key) ?? { x: 0, y: 0 };
          for (const b of items.slice(index + 1)) {
            const q = places.get(b.key) ?? { x: 0, y: 0 };
            const isApart =
              p.x + a.width <= q.x || q.x + b.width <= p.x || p.y + a.height <= q.y || q.y + b.height <= p.y;
            expect(isApart).toBe(true);
            if (a.tier < b.tier) expect(p.y).toBeLessThan(q.y);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('keeps what hangs on one switch together where a row is broken', () => {
  const leaves = Array.from({ length: 8 }, (_, index) => createItem(`leaf-${index}`, 2));
  const hosts = leaves.flatMap(({ key }) => [1, 2, 3, 4].map((number) => createItem(`${key}-host-${number}`, 3)));
  const edges = hosts.map(({ key }): Edge => [key, key.replace(/-host.*/, '')]);
  const places = layOutTiers([...leaves, ...hosts], edges);
  for (const { key } of leaves) {
    const columns = hosts.filter((host) => host.key.startsWith(key)).map((host) => places.get(host.key)?.x ?? 0);
    // No wider than two neighbouring columns.
    expect(Math.max(...columns) - Math.min(...columns)).toBeLessThanOrEqual(2 * (232 + 64));
  }
});
