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
import { LoadMeter } from './load-meter.ts';
import { PairMeter } from './pair-meter.ts';

/** Cable and switch delays of a fabric, ns. */
export interface Delays {
  /** By netlist link. */
  readonly linkNs: Float64Array;
  /** By node of the network. */
  readonly nodeNs: Float64Array;
}

export interface PathSurvey {
  /**
   * 'all' and 'kinds' give what following every destination gives; with 'sample' figures are estimates, and a load is the mean over
   * the cables of a link.
   */
  readonly method: SurveyMethod;
  readonly destinationCount: number;
  readonly sets: EndpointSets;
  readonly channels: Channels;
  readonly load: LoadMeter;
  readonly pairs: PairMeter;
  /** By arc: cables. */
  readonly arcCables: Float64Array;
  /** Grown anew for each destination. */
  readonly tree: PathTree;
}

/** Two destinations of one kind must load the fabric alike up to rounding. */
const LOAD_TOLERANCE = 1e-6;

/** `isFormulaic`: relays of one class of the partition are equal indeed, see `isWiredByFormula`. */
export function surveyPaths(
  network: FabricNetwork,
  pods: Uint32Array,
  partition: Partition,
  delays: Delays,
  isFormulaic: boolean,
  limits: SurveyLimits = SURVEY_LIMITS,
): PathSurvey {
  const sets = createEndpointSets(network, pods);
  const destinations = chooseDestinations(network, sets, partition, isFormulaic, limits);
  const { adjacency, arcGbps, edges } = network;
  const arcCables = spreadToArcs(adjacency, edges.cableCount);
  const arcCost = new Float64Array(adjacency.arcCount);
  for (let arc = 0; arc < adjacency.arcCount; arc += 1) {
    arcCost[arc] = delays.linkNs[edges.link[adjacency.arcEdge[arc] as number] as number] as number;
  }
  const costs = { arcMultiplicity: arcCables, arcCapacity: arcGbps, arcCost, nodeCost: delays.nodeNs };
  const tree = new PathTree(adjacency, costs);
  const channels = createChannels(network, sets, partition, destinations);
  const load = new LoadMeter(network, sets, channels, arcCables);
  const pairs = new PairMeter(network, sets, delays.linkNs, delays.nodeNs);
  const isAlike = walk(destinations, load, (set, weight) => {
    growTree(tree, network, sets, set, delays);
    load.addDestination(set, weight, tree);
    pairs.addDestination(set, weight, tree);
  });
  const method = destinations.method === 'kinds' && !isAlike ? 'sample' : destinations.method;
  return { method, destinationCount: destinations.chosen.length, sets, channels, load, pairs, arcCables, tree };
}

/** False when two destinations taken for equal loaded the fabric differently: they were not equal after all. */
function walk(
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

export function growTree(
  tree: PathTree,
  network: FabricNetwork,
  sets: EndpointSets,
  set: number,
  delays: Delays,
): void {
  tree.reset();
  const own = sets.ownNode[set] as number;
  if (own >= 0) tree.addRoot(own, 0, 1, 1, 0);
  else {
    const { attachments } = network;
    const endpoint = sets.example[set] as number;
    for (let i = attachments.first[endpoint] as number; i < (attachments.first[endpoint + 1] as number); i += 1) {
      const linkNs = delays.linkNs[attachments.link[i] as number] as number;
      const count = attachments.cableCount[i] as number;
      tree.addRoot(attachments.node[i] as number, 1, count, attachments.gbps[i] as number, linkNs);
    }
  }
  tree.grow();
}
