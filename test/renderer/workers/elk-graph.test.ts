import ElkConstructor from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { type Graph, readElkPlaces, toElkGraph } from '../../../renderer/workers/elk-graph.ts';

function createNode(id: string, tier: number) {
  return { id, width: 232, height: 80, tier };
}

async function layOut(graph: Graph) {
  return readElkPlaces(await new ElkConstructor().layout(toElkGraph(graph)));
}

const nodes = [
  createNode('host-1', 3),
  createNode('host-2', 3),
  createNode('leaf-1', 2),
  createNode('leaf-2', 2),
  createNode('spine', 1),
];

describe('toElkGraph', () => {
  it('is laid out with tiers as rows, peers side by side', async () => {
    const edges = [
      ['host-1', 'leaf-1'],
      ['leaf-2', 'host-2'],
      ['leaf-1', 'leaf-2'],
      ['leaf-1', 'spine'],
      ['spine', 'leaf-2'],
      ['leaf-1', 'leaf-1'],
    ] as const;
    const places = await layOut({ nodes, edges });
    const y = (id: string): number => places.get(id)?.y ?? Number.NaN;
    expect(y('leaf-1')).toBe(y('leaf-2'));
    expect(y('host-1')).toBe(y('host-2'));
    expect(y('spine')).toBeLessThan(y('leaf-1'));
    expect(y('leaf-1')).toBeLessThan(y('host-1'));
  });

  it('follows links within a tier where there are no others', async () => {
    const chain = ['a', 'b', 'c'].map((id) => createNode(id, 2));
    const edges = [
      ['a', 'b'],
      ['b', 'c'],
    ] as const;
    const places = await layOut({ nodes: chain, edges });
    expect(new Set([...places.values()].map(({ y }) => y)).size).toBe(3);
  });
});
