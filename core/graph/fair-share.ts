/**
 * Max-min fair rates of flows that share links: all rates rise together, and a flow stops rising when a link on its path is
 * full or its own cap is reached. Water-filling over a heap of the levels at which links fill: a link's level only rises while
 * others stop, so a level found stale at the top of the heap is put back higher, and every hop is touched twice in all.
 */
import type { FlowLimits, FlowPaths } from './flow-paths.ts';
import { LevelHeap } from './level-heap.ts';
import { findSharedLinks, type SharedLinks } from './shared-links.ts';

/** Of two levels this near each other, neither is stale. */
const LEVEL_TOLERANCE = 1e-12;
const LEFT = 0;
const WEIGHT = 1;
const COUNT = 2;
const WANTED = 3;
const STRIDE = 4;

/** Prepared once for a set of flows, filled again whenever some of them have finished. */
export class FairShare {
  private readonly paths: FlowPaths;
  private readonly shared: SharedLinks;
  private readonly weight: Float64Array | null;
  /** Flows with a cap by place, lowest level first. */
  private readonly capped: Uint32Array;
  /**
   * Four numbers a link, side by side because they are read together: capacity left, weight of its rising flows, how many these are,
   * and what they could take in all at their caps.
   */
  private readonly state: Float64Array;
  private readonly isRising: Uint8Array;
  private risingFlows = 0;
  private readonly heap: LevelHeap;

  /** `capacity` by link. `flows`: those to share among; the others are not there. */
  constructor(paths: FlowPaths, capacity: Float64Array, flows: Uint32Array, limits: FlowLimits) {
    this.paths = paths;
    this.shared = findSharedLinks(paths, capacity, flows, limits);
    const { weight } = limits;
    this.weight = weight === null ? null : Float64Array.from(flows, (flow) => weight[flow] as number);
    this.capped = orderByLevel(this.shared.cap.map((cap, p) => cap / (this.weight?.[p] ?? 1)));
    const linkCount = this.shared.links.length;
    this.state = new Float64Array(STRIDE * linkCount);
    this.isRising = new Uint8Array(flows.length);
    this.heap = new LevelHeap(linkCount);
  }

  /** Writes the rate of every flow of the set that is not done; 0 for the done ones. Infinity: no link and no cap holds it. */
  fill(isDone: Uint8Array, rates: Float64Array): void {
    this.begin(isDone, rates);
    const { heap, capped, state, isRising } = this;
    const { firstFlow, linkFlow, cap } = this.shared;
    let nextCapped = 0;
    while (this.risingFlows > 0) {
      while (nextCapped < capped.length && isRising[capped[nextCapped] as number] === 0) nextCapped += 1;
      const level = heap.topLevel();
      if (nextCapped < capped.length) {
        const p = capped[nextCapped] as number;
        const capLevel = (cap[p] as number) / (this.weight === null ? 1 : (this.weight[p] as number));
        if (capLevel <= level) {
          this.stop(p, capLevel, rates);
          continue;
        }
      } else if (level === Number.POSITIVE_INFINITY) break;
      const link = heap.topItem();
      const at = STRIDE * link;
      if (state[at + COUNT] === 0) {
        heap.dropTop();
        continue;
      }
      const fresh = Math.max(0, state[at + LEFT] as number) / (state[at + WEIGHT] as number);
      if (fresh > level * (1 + LEVEL_TOLERANCE)) {
        heap.raiseTop(fresh);
        continue;
      }
      heap.dropTop();
      const end = firstFlow[link + 1] as number;
      for (let i = firstFlow[link] as number; i < end; i += 1) {
        const p = linkFlow[i] as number;
        if (isRising[p] === 1) this.stop(p, fresh, rates);
      }
    }
  }

  private begin(isDone: Uint8Array, rates: Float64Array): void {
    const { state, isRising, heap, weight } = this;
    const { flows, capacity, firstHop, hop, share, cap } = this.shared;
    state.fill(0);
    for (let link = 0; link < capacity.length; link += 1) state[STRIDE * link + LEFT] = capacity[link] as number;
    this.risingFlows = 0;
    for (let p = 0; p < flows.length; p += 1) {
      const flow = flows[p] as number;
      if (isDone[flow] === 1) {
        rates[flow] = 0;
        isRising[p] = 0;
        continue;
      }
      rates[flow] = Number.POSITIVE_INFINITY;
      isRising[p] = 1;
      this.risingFlows += 1;
      const own = weight === null ? 1 : (weight[p] as number);
      const most = cap[p] as number;
      const end = firstHop[p + 1] as number;
      for (let i = firstHop[p] as number; i < end; i += 1) {
        const at = STRIDE * (hop[i] as number);
        const part = share === null ? 1 : (share[i] as number);
        state[at + WEIGHT] = (state[at + WEIGHT] as number) + part * own;
        state[at + COUNT] = (state[at + COUNT] as number) + 1;
        state[at + WANTED] = (state[at + WANTED] as number) + part * most;
      }
    }
    heap.clear();
    for (let link = 0; link < capacity.length; link += 1) {
      const at = STRIDE * link;
      // Who could not fill the link even at their caps will not: it stays out.
      if ((state[at + WANTED] as number) <= (state[at + LEFT] as number)) continue;
      heap.append((state[at + LEFT] as number) / (state[at + WEIGHT] as number), link);
    }
    heap.build();
  }

  private stop(p: number, level: number, rates: Float64Array): void {
    const { state } = this;
    const { flows, firstHop, hop, share } = this.shared;
    const own = this.weight === null ? 1 : (this.weight[p] as number);
    const rate = level * own;
    rates[flows[p] as number] = rate;
    this.isRising[p] = 0;
    this.risingFlows -= 1;
    const end = firstHop[p + 1] as number;
    for (let i = firstHop[p] as number; i < end; i += 1) {
      const at = STRIDE * (hop[i] as number);
      const part = share === null ? 1 : (share[i] as number);
      state[at + LEFT] = (state[at + LEFT] as number) - part * rate;
      state[at + WEIGHT] = (state[at + WEIGHT] as number) - part * own;
      state[at + COUNT] = (state[at + COUNT] as number) - 1;
    }
  }

  /** Adds what flows over each link of the set at these rates to `loads`. */
  addLoads(rates: Float64Array, loads: Float64Array): void {
    const { first, link, share } = this.paths;
    for (const flow of this.shared.flows) {
      const rate = rates[flow] as number;
      if (rate === 0) continue;
      const end = first[flow + 1] as number;
      for (let i = first[flow] as number; i < end; i += 1) {
        const at = link[i] as number;
        loads[at] = (loads[at] as number) + rate * (share === null ? 1 : (share[i] as number));
      }
    }
  }
}

/** Places of the finite levels, lowest first. Most flows have one of a few: sorted by distinct level. */
function orderByLevel(levels: Float64Array): Uint32Array {
  const counts = new Map<number, number>();
  for (const level of levels) if (level !== Number.POSITIVE_INFINITY) counts.set(level, (counts.get(level) ?? 0) + 1);
  const starts = new Map<number, number>();
  let total = 0;
  for (const level of [...counts.keys()].sort((x, y) => x - y)) {
    starts.set(level, total);
    total += counts.get(level) as number;
  }
  const order = new Uint32Array(total);
  for (let p = 0; p < levels.length; p += 1) {
    const start = starts.get(levels[p] as number);
    if (start === undefined) continue;
    order[start] = p;
    starts.set(levels[p] as number, start + 1);
  }
  return order;
}
