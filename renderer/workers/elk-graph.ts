/** A graph to lay out, and the question put to ELK for it: layers from top to bottom, tiers kept apart. Pure. */
import type { ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';

export interface GraphNode {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Smaller is higher up. */
  readonly tier: number;
}

export interface Graph {
  /** In the order they should keep where links leave a choice. */
  readonly nodes: readonly GraphNode[];
  /** Pairs of node ids. */
  readonly edges: readonly (readonly [string, string])[];
}

/** Top left corners, by node id. */
export type GraphPlaces = ReadonlyMap<string, { readonly x: number; readonly y: number }>;

/** Symmetric where the graph is, which fabrics mostly are. */
const OPTIONS: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.partitioning.activate': 'true',
  'elk.aspectRatio': '1.7',
  'elk.spacing.nodeNode': '64',
  'elk.spacing.componentComponent': '96',
  'elk.layered.spacing.nodeNodeBetweenLayers': '128',
  'elk.spacing.edgeNode': '24',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
};

/**
 * Edges run from the higher tier down. A node's links to itself say nothing about its place, and links within a tier only where
 * nothing joins tiers: a peer link must not push one of two leaves into a row of its own.
 */
export function toElkGraph({ nodes, edges }: Graph): ElkNode {
  const tierOf = new Map(nodes.map(({ id, tier }) => [id, tier]));
  const lowest = Math.min(...tierOf.values());
  const drop = (a: string, b: string): number => (tierOf.get(b) ?? 0) - (tierOf.get(a) ?? 0);
  const between = edges.filter(([a, b]) => drop(a, b) !== 0);
  const telling = between.length > 0 ? between : edges.filter(([a, b]) => a !== b);
  return {
    id: 'root',
    layoutOptions: OPTIONS,
    children: nodes.map(({ id, width, height, tier }) => ({
      id,
      width,
      height,
      layoutOptions: { 'elk.partitioning.partition': String(tier - lowest) },
    })),
    edges: telling.map(([a, b], index) => {
      const isDown = drop(a, b) >= 0;
      return { id: `edge-${index}`, sources: [isDown ? a : b], targets: [isDown ? b : a] };
    }),
  };
}

export function readElkPlaces({ children = [] }: ElkNode): GraphPlaces {
  return new Map(children.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
}
