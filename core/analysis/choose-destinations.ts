/**
 * For which endpoints the paths to them are followed: all of them in small fabrics; in large ones two of each kind, since equal
 * ones are reached by equal paths; and where everything differs, an even sample.
 */
import { renumber, SequenceNumbers } from '../base/sequence-numbers.ts';
import type { Partition } from '../graph/equitable-partition.ts';
import type { EndpointSets } from './endpoint-sets.ts';
import type { FabricNetwork } from './fabric-network.ts';
import { listCables, numberByClasses } from './set-cables.ts';

export type SurveyMethod = 'all' | 'kinds' | 'sample';

export interface Destinations {
  readonly method: SurveyMethod;
  readonly chosen: readonly { readonly set: number; readonly weight: number; readonly kind: number }[];
  /** By set: sets of one kind have the same size, pod size and kinds of relays. */
  readonly kindOf: Uint32Array;
}

/** Arcs that may be visited. */
export interface SurveyLimits {
  /** When every destination is followed: where equal ones are known to be equal, and where they are not. */
  readonly allWork: number;
  readonly irregularWork: number;
  /** When only some are. */
  readonly someWork: number;
  /** Attachments that may be looked at to fold a fabric for them. */
  readonly foldWork: number;
}

/** About 10, 60, 40 and 40 ms. */
export const SURVEY_LIMITS: SurveyLimits = {
  allWork: 1_000_000,
  irregularWork: 10_000_000,
  someWork: 4_000_000,
  foldWork: 400_000,
};
const MIN_SAMPLE = 6;

/** `isFormulaic`: relays of one class of the partition are equal indeed. */
export function chooseDestinations(
  network: FabricNetwork,
  sets: EndpointSets,
  partition: Partition,
  isFormulaic: boolean,
  limits: SurveyLimits,
): Destinations {
  const arcCount = network.adjacency.arcCount + network.attachments.node.length;
  if (sets.setCount * arcCount <= (isFormulaic ? limits.allWork : limits.irregularWork)) {
    const kindOf = Uint32Array.from({ length: sets.setCount }, (_, set) => set);
    return { method: 'all', chosen: [...kindOf].map((set) => ({ set, weight: 1, kind: set })), kindOf };
  }
  const { kindOf, members } = sortKinds(network, sets, partition);
  const most = Math.max(MIN_SAMPLE, Math.floor(limits.someWork / arcCount));
  if (isFormulaic && members.length * 2 <= most) {
    const chosen = members.flatMap((list, kind) => {
      const ends = list.length === 1 ? [list[0] as number] : [list[0] as number, list.at(-1) as number];
      return ends.map((set) => ({ set, weight: list.length / ends.length, kind }));
    });
    return { method: 'kinds', chosen, kindOf };
  }
  const count = Math.min(most, sets.setCount);
  const drawn = Array.from({ length: count }, (_, i) => Math.floor(((i + 0.5) * sets.setCount) / count));
  // Weighed so that the sample stands for exactly as many endpoints as there are.
  const drawnSize = drawn.reduce((sum, set) => sum + (sets.size[set] as number), 0);
  const weight = sets.size.reduce((sum, size) => sum + size, 0) / drawnSize;
  return { method: 'sample', chosen: drawn.map((set) => ({ set, weight, kind: kindOf[set] as number })), kindOf };
}

function sortKinds(
  network: FabricNetwork,
  sets: EndpointSets,
  partition: Partition,
): { kindOf: Uint32Array; members: number[][] } {
  const podSize = new Map<number, number>();
  for (let set = 0; set < sets.setCount; set += 1) {
    const pod = sets.pod[set] as number;
    podSize.set(pod, (podSize.get(pod) ?? 0) + (sets.size[set] as number));
  }
  const shapes = new SequenceNumbers(network.endpoints.length + partition.classCount + 1);
  const shapeOf = Uint32Array.from({ length: sets.setCount }, (_, set) => {
    const bySize = shapes.extend(0, sets.size[set] as number);
    const byPod = shapes.extend(bySize, podSize.get(sets.pod[set] as number) as number);
    const own = sets.ownNode[set] as number;
    return own < 0 ? byPod : shapes.extend(byPod, partition.classOf[own] as number);
  });
  const { numberOf: kindOf, count } = renumber(numberByClasses(listCables(network, sets), partition, shapeOf));
  const members: number[][] = Array.from({ length: count }, () => []);
  for (let set = 0; set < kindOf.length; set += 1) members[kindOf[set] as number]?.push(set);
  return { kindOf, members };
}
