/** The flows under way at one time, of all jobs together: their rates, what is left of each, and what each has sent. */
import { FairShare } from '../../graph/fair-share.ts';
import type { FlowPaths } from '../../graph/flow-paths.ts';
import type { RoutedPhase } from './flow-job.ts';

/** Flows left, as a share of those a fair share was prepared for, below which it is prepared anew. */
const SHRUNK = 0.7;

export class ActiveFlows {
  readonly count: number;
  /** Bytes per us; index of a flow is that of its phase's first plus its own. */
  readonly rates: Float64Array;
  readonly left: Float64Array;
  private readonly paths: FlowPaths;
  private readonly cap: Float64Array | null;
  private readonly capacity: Float64Array;
  readonly isDone: Uint8Array;
  private fair: FairShare;
  private alive: Uint32Array;
  private aliveCount: number;

  /** `left`: of the flows of all phases in turn. `capacity`: bytes per us, by wire. */
  constructor(phases: readonly RoutedPhase[], left: Float64Array, capacity: Float64Array) {
    this.paths = joinPaths(phases.map((phase) => phase.paths));
    this.count = this.paths.flowCount;
    this.left = left;
    this.capacity = capacity;
    this.rates = new Float64Array(this.count);
    this.cap = computeCaps(phases, this.count);
    this.isDone = Uint8Array.from(left, (bytes) => (bytes > 0 ? 0 : 1));
    this.alive = listAlive(this.isDone);
    this.aliveCount = this.alive.length;
    this.fair = this.prepare();
  }

  private prepare(): FairShare {
    return new FairShare(this.paths, this.capacity, this.alive, { weight: null, cap: this.cap });
  }

  share(): void {
    if (this.aliveCount < SHRUNK * this.alive.length) {
      this.alive = listAlive(this.isDone);
      this.fair = this.prepare();
    }
    this.fair.fill(this.isDone, this.rates);
  }

  /**
   * Time to the next end of a flow; Infinity when nothing moves. Ends that follow within `share` of all the time then gone by since
   * `goneUs` ago are waited for.
   */
  findNextEndUs(goneUs: number, share: number): number {
    let least = Number.POSITIVE_INFINITY;
    const { alive, isDone, left, rates } = this;
    for (const flow of alive) {
      if (isDone[flow] === 1 || rates[flow] === 0) continue;
      least = Math.min(least, (left[flow] as number) / (rates[flow] as number));
    }
    const latest = least + share * (goneUs + least);
    let end = least;
    for (const flow of alive) {
      if (isDone[flow] === 1 || rates[flow] === 0) continue;
      const us = (left[flow] as number) / (rates[flow] as number);
      if (us > end && us <= latest) end = us;
    }
    return end;
  }

  /** Lets all flows send for a time; those with less than `slackUs` to go by then are done. */
  advance(us: number, slackUs: number): void {
    const { left, rates, isDone } = this;
    for (const flow of this.alive) {
      if (isDone[flow] === 1) continue;
      const rate = rates[flow] as number;
      const rest = (left[flow] as number) - rate * us;
      if (rate > 0 && rest <= rate * slackUs) {
        left[flow] = 0;
        isDone[flow] = 1;
        this.aliveCount -= 1;
      } else {
        left[flow] = rest;
      }
    }
  }

  /** Adds the payload over each wire at the present rates, bytes per us. */
  addLoads(loads: Float64Array): void {
    this.fair.addLoads(this.rates, loads);
  }
}

function listAlive(isDone: Uint8Array): Uint32Array {
  const alive = new Uint32Array(isDone.length);
  let count = 0;
  for (let flow = 0; flow < isDone.length; flow += 1) {
    if (isDone[flow] === 1) continue;
    alive[count] = flow;
    count += 1;
  }
  return alive.slice(0, count);
}

function computeCaps(phases: readonly RoutedPhase[], count: number): Float64Array | null {
  if (phases.every(({ scaleUpUs }) => scaleUpUs === 0)) return null;
  const cap = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let start = 0;
  for (const { bytes, scaleUpUs } of phases) {
    if (scaleUpUs > 0) for (let i = 0; i < bytes.length; i += 1) cap[start + i] = (bytes[i] as number) / scaleUpUs;
    start += bytes.length;
  }
  return cap;
}

function joinPaths(all: readonly FlowPaths[]): FlowPaths {
  const only = all[0];
  if (all.length === 1 && only !== undefined) return only;
  const flowCount = all.reduce((sum, paths) => sum + paths.flowCount, 0);
  const hopCount = all.reduce((sum, paths) => sum + paths.link.length, 0);
  const first = new Uint32Array(flowCount + 1);
  const link = new Uint32Array(hopCount);
  const share = all.some((paths) => paths.share !== null) ? new Float32Array(hopCount).fill(1) : null;
  let flow = 0;
  let hop = 0;
  for (const paths of all) {
    link.set(paths.link, hop);
    if (paths.share !== null) share?.set(paths.share, hop);
    for (let i = 0; i < paths.flowCount; i += 1) first[flow + i + 1] = hop + (paths.first[i + 1] as number);
    flow += paths.flowCount;
    hop += paths.link.length;
  }
  return { flowCount, first, link, share };
}
