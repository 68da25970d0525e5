/**
 * Tells the relays and the endpoint sets of a network apart by each other: what it is folded by. Two sets are alike while they have
 * the same cables to relays of the same classes, two relays while they are in one class with the same cables to alike sets.
 */
import { findMost } from '../base/find-most.ts';
import { renumber, SequenceNumbers } from '../base/sequence-numbers.ts';
import { computeEquitablePartition, type Partition } from '../graph/equitable-partition.ts';
import type { Destinations } from './choose-destinations.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import { listCables, numberByClasses, type SetCables } from './set-cables.ts';

export interface RefinedNetwork {
  readonly classes: Partition;
  /** By set. */
  readonly colour: Uint32Array;
  readonly colourCount: number;
}

/** In turn until neither tells more. Every destination has a colour of its own. */
export function refineNetwork(
  network: FabricNetwork,
  sets: EndpointSets,
  partition: Partition,
  destinations: Destinations,
): RefinedNetwork {
  const cables = listCables(network, sets);
  let classes = partition;
  let { numberOf: colour, count: colourCount } = colourSets(sets, destinations);
  for (;;) {
    const relayColour = colourRelays(cables, colour, colourCount, network.adjacency.nodeCount);
    const finer = computeEquitablePartition(network.adjacency, network.arcGbps, relayColour, classes);
    const { numberOf: next, count: nextCount } = splitSets(cables, colour, finer);
    const isSettled = finer.classCount === classes.classCount && nextCount === colourCount;
    [classes, colour, colourCount] = [finer, next, nextCount];
    if (isSettled) return { classes, colour, colourCount };
  }
}

/** To begin with: destinations and their pods are known, and size and bandwidth of sets. */
function colourSets(sets: EndpointSets, { chosen }: Destinations): ReturnType<typeof renumber> {
  const { setCount, size, pod, injectionGbps } = sets;
  const placeOf = new Map(chosen.map(({ set }, place) => [set, place + 1]));
  const pods = [...new Set(chosen.map(({ set }) => pod[set] as number))];
  const placeOfPod = new Map(pods.map((own, place) => [own, place + 1]));
  const speeds = new Map<number, number>();
  for (const gbps of injectionGbps) if (!speeds.has(gbps)) speeds.set(gbps, speeds.size);
  const most = Math.max(findMost(size), chosen.length + 1, speeds.size);
  const numbers = new SequenceNumbers(most + 1);
  const numberOf = new Uint32Array(setCount);
  for (let set = 0; set < setCount; set += 1) {
    const byPlace = numbers.extend(0, placeOf.get(set) ?? 0);
    const byPod = numbers.extend(byPlace, placeOfPod.get(pod[set] as number) ?? 0);
    const bySize = numbers.extend(byPod, size[set] as number);
    numberOf[set] = numbers.extend(bySize, speeds.get(injectionGbps[set] as number) as number);
  }
  return renumber(numberOf);
}

/** Equal colours for relays with the same cables to sets of the same colours, which are below `colourCount`. */
export function colourRelays(
  { set, node, label, labelCount }: SetCables,
  colour: Uint32Array,
  colourCount: number,
  nodeCount: number,
): Uint32Array {
  const first = new Uint32Array(nodeCount + 1);
  for (let i = 0; i < node.length; i += 1) {
    const next = (node[i] as number) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let own = 0; own < nodeCount; own += 1) first[own + 1] = (first[own + 1] as number) + (first[own] as number);
  const cursor = first.slice(0, nodeCount);
  const words = new Float64Array(node.length);
  for (let i = 0; i < node.length; i += 1) {
    const at = cursor[node[i] as number] as number;
    cursor[node[i] as number] = at + 1;
    words[at] = (label[i] as number) * colourCount + (colour[set[i] as number] as number);
  }
  const numbers = new SequenceNumbers(labelCount * colourCount + 1);
  const colourOf = new Uint32Array(nodeCount);
  for (let own = 0; own < nodeCount; own += 1) {
    colourOf[own] = numbers.extendSorted(0, words, first[own] as number, first[own + 1] as number);
  }
  return colourOf;
}

/** Sets of one colour part where their cables lead to different classes. */
function splitSets(cables: SetCables, colour: Uint32Array, classes: Partition): ReturnType<typeof renumber> {
  return renumber(numberByClasses(cables, classes, colour));
}
