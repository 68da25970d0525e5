/** Local search for a light balanced cut where the fabric is too irregular for its order to say where it is narrow. */
import { createRandom } from '../base/random.ts';
import { createAdjacency, spreadToArcs } from '../graph/adjacency.ts';
import { searchBalancedCut } from '../graph/balanced-cut.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import { FAR, NEAR } from './cuts.ts';
import type { FabricNetwork } from './fabric-network.ts';

/** Bundles of cables, beyond which a search takes longer than an edit may. */
const MAX_EDGES = 8000;
const MAX_ENDPOINTS = 4096;
/** A graph this small is searched however regular it is. */
const ALWAYS_EDGES = 400;
const EDGES_PER_START = 5000;
const MAX_STARTS = 64;
/** Any number would do; a fixed one makes the report repeat. */
const SEED = 20_261_121;

/**
 * By endpoint; null when no search is due. Tiered fabrics whose switches fall into few classes of equals are as wide
 * everywhere as their order shows; a search there would only cost time.
 */
export function searchCut(
  network: FabricNetwork,
  partition: Partition,
  isTiered: boolean,
  findStart: () => Uint8Array,
): Uint8Array | null {
  const { endpoints, attachments, edges, direct } = network;
  const edgeCount = edges.edgeCount + attachments.node.length + direct.edgeCount;
  if (edgeCount > MAX_EDGES || endpoints.length > MAX_ENDPOINTS) return null;
  const isRegular = isTiered && partition.classCount * 8 <= network.nodeMember.length;
  if (isRegular && edgeCount > ALWAYS_EDGES) return null;
  const nodeOf = numberAll(network);
  const graph = joinAll(network, nodeOf);
  const isCounted = new Uint8Array(graph.graph.nodeCount);
  for (const node of nodeOf) isCounted[node] = 1;
  const startCount = Math.max(1, Math.min(isRegular ? 4 : MAX_STARTS, Math.floor(EDGES_PER_START / edgeCount)));
  const given = [createStart(findStart(), nodeOf, graph.graph.nodeCount)];
  const sides = searchBalancedCut({ ...graph, isCounted }, given, startCount, createRandom(SEED));
  return Uint8Array.from(nodeOf, (node) => (sides[node] === 1 ? NEAR : FAR));
}

/** Relays keep their numbers; endpoints that do not relay follow. */
function numberAll({ endpointNode, nodeMember }: FabricNetwork): Uint32Array {
  let next = nodeMember.length;
  return Uint32Array.from(endpointNode, (own) => {
    if (own >= 0) return own;
    next += 1;
    return next - 1;
  });
}

function joinAll(
  { endpoints, nodeMember, endpointNode, attachments, edges, direct }: FabricNetwork,
  nodeOf: Uint32Array,
): Pick<Parameters<typeof searchBalancedCut>[0], 'graph' | 'arcWeight'> {
  const ownCount = endpointNode.reduce((sum, node) => sum + (node < 0 ? 1 : 0), 0);
  const a = [...edges.a];
  const b = [...edges.b];
  for (let endpoint = 0; endpoint < endpoints.length; endpoint += 1) {
    const end = attachments.first[endpoint + 1] as number;
    for (let i = attachments.first[endpoint] as number; i < end; i += 1) {
      a.push(nodeOf[endpoint] as number);
      b.push(attachments.node[i] as number);
    }
  }
  for (let i = 0; i < direct.edgeCount; i += 1) {
    a.push(nodeOf[direct.a[i] as number] as number);
    b.push(nodeOf[direct.b[i] as number] as number);
  }
  const graph = createAdjacency(nodeMember.length + ownCount, {
    edgeCount: a.length,
    a: Uint32Array.from(a),
    b: Uint32Array.from(b),
  });
  return { graph, arcWeight: spreadToArcs(graph, [...edges.gbps, ...attachments.gbps, ...direct.gbps]) };
}

/** The given halves, evened out; relays start on the far side and find their place in the first pass. */
function createStart(side: Uint8Array, nodeOf: Uint32Array, nodeCount: number): Uint8Array {
  const sides = new Uint8Array(nodeCount);
  let open = Math.floor(nodeOf.length / 2);
  side.forEach((own, endpoint) => {
    if (own !== NEAR || open === 0) return;
    sides[nodeOf[endpoint] as number] = 1;
    open -= 1;
  });
  side.forEach((own, endpoint) => {
    if (own === NEAR || open === 0) return;
    sides[nodeOf[endpoint] as number] = 1;
    open -= 1;
  });
  return sides;
}
