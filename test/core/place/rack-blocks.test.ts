import { describe, expect, it } from 'vitest';
import { groupRacks } from '#core/place/rack-blocks.ts';
import type { RackCables } from '#core/place/rack-cables.ts';

/** `[rack, rack, cables]` of each pair. */
function join(rackCount: number, pairs: readonly (readonly [number, number, number])[]): RackCables {
  const both = pairs.flatMap(([a, b, count]) => [
    { from: a, to: b, count },
    { from: b, to: a, count },
  ]);
  both.sort((x, y) => x.from - y.from || x.to - y.to);
  const first = Array.from({ length: rackCount + 1 }, (_, rack) => both.filter(({ from }) => from < rack).length);
  return {
    first: Uint32Array.from(first),
    neighbour: Uint32Array.from(both, ({ to }) => to),
    cableCount: Float64Array.from(both, ({ count }) => count),
  };
}

const endpoints = (rackCount: number, racks: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: rackCount }, (_, rack) => (racks.includes(rack) ? 1 : 0));

describe('blocks of racks', () => {
  it('gather around the network rack that most cables go to; what serves all is central', () => {
    // Racks 0-3 hold servers, 4 and 5 leaves, 6 spines; rack 1 has one cable to the other leaf rack.
    const cables = join(7, [
      [0, 4, 32],
      [1, 4, 31],
      [1, 5, 1],
      [2, 5, 32],
      [3, 5, 32],
      [4, 6, 32],
      [5, 6, 32],
    ]);
    expect(groupRacks(cables, endpoints(7, [0, 1, 2, 3]))).toEqual({
      blocks: [
        { networkRacks: [4, 6], otherRacks: [0, 1] },
        { networkRacks: [5], otherRacks: [2, 3] },
      ],
      central: [],
    });
  });

  it('leave a spine rack central when no block has more than a third of its cables', () => {
    const cables = join(7, [
      [0, 3, 8],
      [1, 4, 8],
      [2, 5, 8],
      [3, 6, 4],
      [4, 6, 4],
      [5, 6, 4],
    ]);
    const { blocks, central } = groupRacks(cables, endpoints(7, [0, 1, 2]));
    expect(blocks.map(({ networkRacks }) => networkRacks)).toEqual([[3], [4], [5]]);
    expect(central).toEqual([6]);
  });

  it('put a second leaf rack, which no rack has as its first, with the racks it serves', () => {
    const cables = join(4, [
      [0, 2, 16],
      [0, 3, 16],
      [1, 2, 16],
      [1, 3, 16],
    ]);
    expect(groupRacks(cables, endpoints(4, [0, 1])).blocks).toEqual([{ networkRacks: [2, 3], otherRacks: [0, 1] }]);
  });

  it('keep racks without any cable: servers in a block of their own, others central', () => {
    expect(groupRacks(join(3, []), endpoints(3, [1]))).toEqual({
      blocks: [{ networkRacks: [], otherRacks: [1] }],
      central: [0, 2],
    });
  });
});
