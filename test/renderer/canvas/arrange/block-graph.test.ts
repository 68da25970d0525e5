import { describe, expect, it } from 'vitest';
import { listAllBlocks } from '../../../../renderer/canvas/arrange/block.ts';
import { createBlockGraph } from '../../../../renderer/canvas/arrange/block-graph.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const small = createSmallDesign();

describe('createBlockGraph', () => {
  it('puts racks of servers below leaves, and joins blocks where their devices are linked', () => {
    const { items, edges } = createBlockGraph(small, listAllBlocks(small));
    expect(items.map(({ key, tier }) => [key, tier])).toEqual([
      ['device:leaf-1', 2],
      ['rack:rack-1', 3],
    ]);
    expect(edges).toEqual([['rack:rack-1', 'device:leaf-1']]);
  });

  it('knows nothing of links inside a block', () => {
    const members = [
      { kind: 'rack' as const, id: 'rack-1' },
      { kind: 'device' as const, id: 'leaf-1' },
    ];
    const grouped = { ...small, units: { pod: { id: 'pod', name: 'Pod', members } } };
    const graph = createBlockGraph(grouped, listAllBlocks(grouped));
    expect(graph.items.map(({ key, tier }) => [key, tier])).toEqual([['unit:pod', 3]]);
    expect(graph.edges).toEqual([]);
  });
});
