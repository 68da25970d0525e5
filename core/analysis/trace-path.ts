/** The quickest of the shortest paths between two endpoints, cable by cable. */
import type { FabricNetwork } from './fabric-network.ts';
import { growTree, type PathSurvey } from './path-survey.ts';

/** A cable of a netlist link, or a member that passes traffic on. */
export type PathStop =
  | { readonly kind: 'cable'; readonly link: number }
  | { readonly kind: 'relay'; readonly member: number };

/** Between endpoints of two sets of the survey that reach each other. */
export function tracePath(
  { walk, tree }: PathSurvey,
  { from, to }: { readonly from: number; readonly to: number },
): PathStop[] {
  const { network, sets, delays } = walk;
  const straight = sets.direct.get(from)?.filter((neighbour) => neighbour.set === to) ?? [];
  if (straight.length > 0) {
    const links = straight.map(({ index }) => network.direct.link[index] as number);
    return [{ kind: 'cable', link: pickLeast(links, (link) => delays.linkNs[link] as number) }];
  }
  growTree(tree, walk, to);
  const stops: PathStop[] = [];
  let node = sets.ownNode[from] as number;
  if (node < 0) {
    const start = chooseAttachment(network, sets.example[from] as number, (at, link) => ({
      distance: tree.distance[at] as number,
      ns: (delays.linkNs[link] as number) + (delays.nodeNs[at] as number) + (tree.cost[at] as number),
    }));
    stops.push({ kind: 'cable', link: start.link });
    node = start.node;
    // The destination may be the very relay the endpoint hangs on.
    if (tree.distance[node] !== 0) stops.push({ kind: 'relay', member: network.nodeMember[node] as number });
  }
  for (;;) {
    const next = chooseNext(network, node, (at, link) => ({
      distance: tree.distance[at] as number,
      ns:
        (delays.linkNs[link] as number) +
        (tree.distance[at] === 0 ? 0 : (delays.nodeNs[at] as number)) +
        (tree.cost[at] as number),
    }));
    if (next === null || (tree.distance[next.node] as number) >= (tree.distance[node] as number)) break;
    stops.push({ kind: 'cable', link: next.link });
    node = next.node;
    if (tree.distance[node] !== 0) stops.push({ kind: 'relay', member: network.nodeMember[node] as number });
  }
  if ((sets.ownNode[to] as number) >= 0) return stops;
  const last = chooseAttachment(network, sets.example[to] as number, (at, link) => ({
    distance: at === node ? 0 : -1,
    ns: delays.linkNs[link] as number,
  }));
  return [...stops, { kind: 'cable', link: last.link }];
}

interface Way {
  readonly node: number;
  readonly link: number;
}

type Weigh = (node: number, link: number) => { readonly distance: number; readonly ns: number };

function chooseAttachment({ attachments }: FabricNetwork, endpoint: number, weigh: Weigh): Way {
  const ways: Way[] = [];
  for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
    ways.push({ node: attachments.node[i] as number, link: attachments.link[i] as number });
  }
  return chooseWay(ways, weigh) as Way;
}

function chooseNext({ adjacency, edges }: FabricNetwork, node: number, weigh: Weigh): Way | null {
  const ways: Way[] = [];
  for (let arc = adjacency.firstArc[node] as number; arc < (adjacency.firstArc[node + 1] as number); arc += 1) {
    ways.push({
      node: adjacency.arcTo[arc] as number,
      link: edges.link[adjacency.arcEdge[arc] as number] as number,
    });
  }
  return chooseWay(ways, weigh);
}

/** Nearest first, then quickest; what is out of reach is left out. */
function chooseWay(ways: readonly Way[], weigh: Weigh): Way | null {
  let best: Way | null = null;
  let least = { distance: Number.POSITIVE_INFINITY, ns: Number.POSITIVE_INFINITY };
  for (const way of ways) {
    const own = weigh(way.node, way.link);
    if (own.distance < 0 || own.distance > least.distance) continue;
    if (own.distance === least.distance && own.ns >= least.ns) continue;
    best = way;
    least = own;
  }
  return best;
}

function pickLeast(items: readonly number[], keyOf: (item: number) => number): number {
  return items.reduce((x, y) => (keyOf(y) < keyOf(x) ? y : x));
}
