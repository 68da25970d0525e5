/** The cables that endpoint sets hang on by, and sets told apart by the classes of relays at the other ends. */
import { findMost } from '../base/find-most.ts';
import { SequenceNumbers } from '../base/sequence-numbers.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';

/** What the sets hang on by: those of set s are first[s] .. first[s + 1] - 1. */
export interface SetCables {
  readonly first: Uint32Array;
  readonly set: Uint32Array;
  readonly node: Uint32Array;
  /** A number for each link with each number of cables. */
  readonly label: Uint32Array;
  readonly labelCount: number;
}

const known = new WeakMap<EndpointSets, SetCables>();

/** Of one endpoint of each set; once for each list of sets, which are of one network. */
export function listCables(network: FabricNetwork, sets: EndpointSets): SetCables {
  const cables = known.get(sets) ?? gatherCables(network, sets);
  known.set(sets, cables);
  return cables;
}

function gatherCables({ attachments }: FabricNetwork, { example, setCount }: EndpointSets): SetCables {
  const { first: firstOf, node, link, cableCount } = attachments;
  const first = new Uint32Array(setCount + 1);
  for (let set = 0; set < setCount; set += 1) {
    const endpoint = example[set] as number;
    first[set + 1] = (first[set] as number) + (firstOf[endpoint + 1] as number) - (firstOf[endpoint] as number);
  }
  const count = first[setCount] as number;
  const own = { set: new Uint32Array(count), node: new Uint32Array(count), label: new Uint32Array(count) };
  const most = findMost(cableCount) + 1;
  const labels = new Map<number, number>();
  let lastKey = -1;
  let label = 0;
  for (let set = 0; set < setCount; set += 1) {
    const endpoint = example[set] as number;
    let at = first[set] as number;
    for (let i = firstOf[endpoint] as number; i < (firstOf[endpoint + 1] as number); i += 1) {
      const key = (link[i] as number) * most + (cableCount[i] as number);
      // Cables that follow each other are most often of one link.
      if (key !== lastKey) {
        lastKey = key;
        label = labels.get(key) ?? labels.size;
        labels.set(key, label);
      }
      own.set[at] = set;
      own.node[at] = node[i] as number;
      own.label[at] = label;
      at += 1;
    }
  }
  return { first, ...own, labelCount: labels.size };
}

/** A number for each set: equal for sets of one colour with the same cables to the same classes. */
export function numberByClasses(
  { first, node, label, labelCount }: SetCables,
  { classOf, classCount }: Partition,
  colour: Uint32Array,
): Uint32Array {
  const words = new Float64Array(node.length);
  for (let i = 0; i < words.length; i += 1) {
    words[i] = (label[i] as number) * classCount + (classOf[node[i] as number] as number);
  }
  const numbers = new SequenceNumbers(Math.max(findMost(colour), labelCount * classCount) + 1);
  const numberOf = new Uint32Array(colour.length);
  for (let set = 0; set < colour.length; set += 1) {
    const prefix = numbers.extend(0, colour[set] as number);
    numberOf[set] = numbers.extendSorted(prefix, words, first[set] as number, first[set + 1] as number);
  }
  return numberOf;
}
