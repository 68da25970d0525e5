import { describe, expect, it } from 'vitest';
import type { Link } from '#core/design/design.ts';
import { listTrunk, mergeLinks } from '../../../renderer/canvas/merge-links.ts';
import { createLink } from '../../support/edit-session.ts';

const link = (id: string, a: string, b: string): Link => createLink(id, a, 'compute', b, 'data');

const links = [
  link('1', 'gpu', 'leaf'),
  link('2', 'leaf', 'spine'),
  link('3', 'spine', 'gpu'),
  link('4', 'spine', 'core'),
];

describe('mergeLinks', () => {
  it('leaves every link a line of its own while nothing is collapsed', () => {
    const lines = mergeLinks([...links, link('5', 'gpu', 'leaf')], new Map());
    expect(lines.map((line) => line.links.map(({ id }) => id))).toEqual([['1'], ['2'], ['3'], ['4'], ['5']]);
  });

  it('joins what leaves a tile for the same place, whichever way it was drawn, and drops what is inside', () => {
    const tileOf = new Map([
      ['device:gpu', 'unit:su'],
      ['device:leaf', 'unit:su'],
    ]);
    const lines = mergeLinks(links, tileOf);
    expect(lines).toMatchObject([
      { aId: 'unit:su', bId: 'device:spine', links: [{ id: '2' }, { id: '3' }] },
      { aId: 'device:spine', bId: 'device:core', links: [{ id: '4' }] },
    ]);
    expect(listTrunk(links, tileOf, links[2] as Link).map(({ id }) => id)).toEqual(['2', '3']);
    expect(listTrunk(links, tileOf, links[0] as Link)).toEqual([]);
  });
});
