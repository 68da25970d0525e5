/**
 * Follows the shortest paths to one destination after another and measures on the way: loads of all-to-all traffic, pairs by
 * distance and latency, numbers of paths. One walk serves them all.
 */
import { spreadToArcs } from '../graph/adjacency.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import { PathTree } from '../graph/path-tree.ts';
import { type Channels, createChannels } from './channels.ts';
import {
  chooseDestinations,
  type Destinations,
  SURVEY_LIMITS,
  type SurveyLimits,
  type SurveyMethod,
} from './choose-destinations.ts';
import { createEndpointSets, type EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import { type FoldedNetwork, foldNetwork } from './fold-network.ts';
import { LoadMeter } from './load-meter.ts';
import { classifyLoneRelays, hasLoneRelays } from './lone-relays.ts';
import { PairMeter } from './pair-meter.ts';
import type { Delays, Walk } from './walk.ts';

export interface PathSurvey {
  /**
   * 'all' and 'kinds' give what following every destination gives; with 'sample' figures are estimates, and a load is the mean over
   * the cables of a link.
   */
  readonly method: SurveyMethod;
  readonly destinationCount: number;
  /** Examples are endpoints of the network as it is. */
  readonly sets: EndpointSets;
  readonly walk: Walk;
  readonly channels: Channels;
  readonly load: LoadMeter;
  readonly pairs: PairMeter;
  /** Grown anew for each destination. */
  readonly tree: PathTree;
}

/** Two destinations of one kind must load the fabric alike up to rounding. */
const LOAD_TOLERANCE = 1e-6;

/** `known`: an equitable partition of the relays; `isFormulaic`: those of one class are equal indeed, see `isWiredByFormula`. */
export function surveyPaths(
  network: FabricNetwork,
  pods: Uint32Array,
  known: Partition,
  delays: Delays,
  isFormulaic: boolean,
  limits: SurveyLimits = SURVEY_LIMITS,
): PathSurvey {
  const isLone = hasLoneRelays(network);
  const sets = createEndpointSets(network, isLone ? new Uint32Array(pods.length) : pods);
  const partition = isLone ? classifyLoneRelays(network, sets, known) : known;
  const chosen = chooseDestinations(network, sets, partition, isFormulaic || isLone, limits);
  const folded = foldNetwork(network, sets, partition, chosen, limits.foldWork);
  const walk = folded === null ? createWalk(network, sets, delays) : createFoldedWalk(folded, delays);
  const destinations = folded?.destinations ?? chosen;
  const tree = plantTree(walk);
  const channels = createChannels(walk.network, walk.sets, folded?.partition ?? partition, destinations);
  const load = new LoadMeter(walk, channels);
  const pairs = new PairMeter(walk.network, walk.sets, delays.linkNs, walk.delays.nodeNs);
  const isAlike = follow(destinations, load, (set, weight) => {
    growTree(tree, walk, set);
    load.addDestination(set, weight, tree);
    pairs.addDestination(set, weight, tree);
  });
  const method = destinations.method === 'kinds' && !isAlike ? 'sample' : destinations.method;
  const found =
    folded === null ? sets : { ...folded.sets, example: folded.exampleSet.map((set) => sets.example[set] as number) };
  return { method, destinationCount: destinations.chosen.length, sets: found, walk, channels, load, pairs, tree };
}

function createWalk(network: FabricNetwork, sets: EndpointSets, delays: Delays): Walk {
  const cables = spreadToArcs(network.adjacency, network.edges.cableCount);
  const { arcGbps: gbps } = network;
  return { network, sets, arcs: { cables, gbps, headCables: cables, headGbps: gbps }, size: null, delays };
}

function createFoldedWalk({ network, sets, arcs, size, example }: FoldedNetwork, { linkNs, nodeNs }: Delays): Walk {
  const delays = { linkNs, nodeNs: Float64Array.from(example, (node) => nodeNs[node] as number) };
  return { network, sets, arcs, size, delays };
}

/** It grows from the destination backwards, so an arc counts as its head sees it. */
function plantTree({ network: { adjacency, edges }, arcs, delays }: Walk): PathTree {
  const arcCost = new Float64Array(adjacency.arcCount);
  for (let arc = 0; arc < adjacency.arcCount; arc += 1) {
    arcCost[arc] = delays.linkNs[edges.link[adjacency.arcEdge[arc] as number] as number] as number;
  }
  return new PathTree(adjacency, {
    arcMultiplicity: arcs.headCables,
    arcCapacity: arcs.headGbps,
    arcCost,
    nodeCost: delays.nodeNs,
  });
}

/** False when two destinations taken for equal loaded the fabric differently: they were not equal after all. */
function follow(
  { method, chosen }: Destinations,
  { loads }: LoadMeter,
  visit: (set: number, weight: number) => void,
): boolean {
  let isAlike = true;
  let before = method === 'kinds' ? loads.byPort.slice() : null;
  let lastKind = -1;
  let last: Float64Array | null = null;
  for (const { set, weight, kind } of chosen) {
    visit(set, weight);
    if (before === null) continue;
    const after = loads.byPort.slice();
    const change = after.map((value, channel) => value - (before?.[channel] as number));
    if (kind === lastKind && last !== null) isAlike &&= isSame(change, last);
    last = change;
    lastKind = kind;
    before = after;
  }
  return isAlike;
}

function isSame(x: Float64Array, y: Float64Array): boolean {
  let most = 0;
  let apart = 0;
  for (let i = 0; i < x.length; i += 1) {
    most = Math.max(most, Math.abs(x[i] as number));
    apart = Math.max(apart, Math.abs((x[i] as number) - (y[i] as number)));
  }
  return apart <= LOAD_TOLERANCE * most;
}

export function growTree(tree: PathTree, { network, sets, size, delays }: Walk, set: number): void {
  tree.reset();
  const own = sets.ownNode[set] as number;
  if (own >= 0) tree.addRoot(own, 0, 1, 1, 0);
  else {
    const { attachments } = network;
    const endpoint = sets.example[set] as number;
    for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const node = attachments.node[i] as number;
      const linkNs = delays.linkNs[attachments.link[i] as number] as number;
      // What the destination has to all relays of a node, as one of them sees it.
      const relayCount = size?.[node] ?? 1;
      const cables = (attachments.cableCount[i] as number) / relayCount;
      tree.addRoot(node, 1, cables, (attachments.gbps[i] as number) / relayCount, linkNs);
    }
  }
  tree.grow();
}
