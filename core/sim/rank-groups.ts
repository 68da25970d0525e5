/**
 * Cuts the ranks of a job into groups along one axis of a parallel layout. Tensor ranks stand next to each other, then context,
 * then as many data ranks as an expert group takes, then pipeline stages; the rest of the data ranks is outermost.
 */
import { fail, ok, type Result } from '../base/result.ts';
import type { JobGroup, Layout } from '../netlist/netlist.ts';

export type Axis = Extract<JobGroup, { kind: 'subgroup' }>['axis'];

export interface RankGroups {
  readonly groupCount: number;
  readonly groupSize: number;
  readonly groupRanks: Uint32Array;
}

/** All ranks in one group. */
export function groupAll(rankCount: number): RankGroups {
  const groupRanks = new Uint32Array(rankCount);
  for (let rank = 0; rank < rankCount; rank += 1) groupRanks[rank] = rank;
  return { groupCount: 1, groupSize: rankCount, groupRanks };
}

/** GPUs of one data-parallel replica, and of the smallest unit that expert groups divide. */
export function measureReplica(layout: Layout): Result<{ replicaSize: number; quantum: number }, string> {
  const { tensor, context, pipeline, expert } = layout;
  const replicaSize = tensor * context * pipeline;
  const isInside = expert <= context;
  if (isInside ? context % expert !== 0 : expert % context !== 0) {
    return fail(
      `Expert groups of ${expert} GPUs do not fit context groups of ${context}: one has to be a multiple of the other.`,
    );
  }
  return ok({ replicaSize, quantum: isInside ? replicaSize : (replicaSize / context) * expert });
}

/**
 * `rankCount` is a multiple of the layout's quantum. A data group spans the context ranks too, as gradients are summed over
 * both; an expert group takes context ranks first, then data ranks.
 */
export function groupByAxis(rankCount: number, layout: Layout, axis: Axis): RankGroups {
  const { tensor, context, pipeline, expert } = layout;
  const inner = Math.max(1, expert / context);
  const outer = rankCount / (tensor * context * pipeline * inner);
  // Innermost first. Expert groups cut what is innermost of context x inner.
  const sizes = [tensor, Math.min(expert, context), context / Math.min(expert, context), inner, pipeline, outer];
  const taken: Record<Axis, readonly number[]> = {
    tensor: [0],
    context: [1, 2],
    expert: [1, 3],
    pipeline: [4],
    data: [1, 2, 3, 5],
  };
  const inside = taken[axis];
  const outside = sizes.map((_, dimension) => dimension).filter((dimension) => !inside.includes(dimension));
  const starts = listOffsets(sizes, outside);
  const steps = listOffsets(sizes, inside);
  const groupRanks = new Uint32Array(rankCount);
  let at = 0;
  for (const start of starts) {
    for (const step of steps) {
      groupRanks[at] = start + step;
      at += 1;
    }
  }
  return { groupCount: starts.length, groupSize: steps.length, groupRanks };
}

/** Rank numbers of all places along some dimensions, the first of them running fastest. */
function listOffsets(sizes: readonly number[], dimensions: readonly number[]): Uint32Array {
  let offsets = Uint32Array.of(0);
  for (const dimension of dimensions) {
    const size = sizes[dimension] as number;
    const stride = sizes.slice(0, dimension).reduce((product, other) => product * other, 1);
    const next = new Uint32Array(offsets.length * size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < offsets.length; j += 1) next[i * offsets.length + j] = (offsets[j] as number) + i * stride;
    }
    offsets = next;
  }
  return offsets;
}
