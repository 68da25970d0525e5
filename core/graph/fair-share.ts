/**
 * Max-min fair rates of flows that share links: all rates rise together, and a flow stops rising when a link on its path is
 * full or its own cap is reached. Water-filling over a heap of the levels at which links fill: a link's level only rises while
 * others stop, so a level found stale at the top of the heap is put back higher, and every hop is touched twice in all.
 */
import { LevelHeap } from './level-heap.ts';

/** Hops of flow f are first[f] .. first[f + 1] - 1. */
export interface FlowPaths {
  readonly flowCount: number;
  readonly first: Uint32Array;
  readonly link: Uint32Array;
  /** By hop: part of the flow's rate that takes this link; null = all of it on every hop. */
  readonly share: Float32Array | Float64Array | null;
}

export interface FlowLimits {
  /** By flow: equal flows that it stands for; its rate is theirs together. null = one each. */
  readonly weight: Float64Array | null;
  /** By flow: highest rate; null = no caps. */
  readonly cap: Float64Array | null;
}

/** Of two levels this near each other, neither is stale. */
const LEVEL_TOLERANCE = 1e-12;
const RISING = -1;

/** Prepared once for a set of flows, filled again whenever some of them have finished. */
export class FairShare {
  private readonly paths: FlowPaths;
  private readonly limits: FlowLimits;
  /** Flows of the set, and among them those with a cap, lowest level first. */
  private readonly flows: Uint32Array;
  private readonly capped: Uint32Array;
  /** Links that the set uses, their capacity, and the flows on each. Hops are renumbered to them. */
  private readonly links: Uint32Array;
  private readonly capacity: Float64Array;
  private readonly hop: Uint32Array;
  private readonly firstFlow: Uint32Array;
  private readonly linkFlow: Uint32Array;
  private readonly left: Float64Array;
  private readonly risingWeight: Float64Array;
  private readonly risingCount: Uint32Array;
  private readonly heap: LevelHeap;

  /** `capacity` by link. `flows`: those to share among; the others are not there. */
  constructor(paths: FlowPaths, capacity: Float64Array, flows: Uint32Array, limits: FlowLimits) {
    this.paths = paths;
    this.limits = limits;
    this.flows = flows;
    const { links, hop, hopCount } = numberLinks(paths, flows, capacity.length);
    this.links = links;
    this.hop = hop;
    this.capacity = Float64Array.from(links, (link) => capacity[link] as number);
    this.firstFlow = new Uint32Array(links.length + 1);
    this.linkFlow = new Uint32Array(hopCount);
    this.listFlows();
    this.capped =
      limits.cap === null ? new Uint32Array() : flows.slice().sort((x, y) => this.capLevel(x) - this.capLevel(y));
    this.left = new Float64Array(links.length);
    this.risingWeight = new Float64Array(links.length);
    this.risingCount = new Uint32Array(links.length);
    this.heap = new LevelHeap(links.length);
  }

  private capLevel(flow: number): number {
    return (this.limits.cap?.[flow] as number) / (this.limits.weight?.[flow] ?? 1);
  }

  private listFlows(): void {
    const { flows, hop, firstFlow, linkFlow } = this;
    const { first } = this.paths;
    for (const flow of flows) {
      const end = first[flow + 1] as number;
      for (let i = first[flow] as number; i < end; i += 1) {
        const next = (hop[i] as number) + 1;
        firstFlow[next] = (firstFlow[next] as number) + 1;
      }
    }
    for (let link = 0; link + 1 < firstFlow.length; link += 1) {
      firstFlow[link + 1] = (firstFlow[link + 1] as number) + (firstFlow[link] as number);
    }
    const cursor = firstFlow.slice();
    for (const flow of flows) {
      const end = first[flow + 1] as number;
      for (let i = first[flow] as number; i < end; i += 1) {
        const link = hop[i] as number;
        const at = cursor[link] as number;
        cursor[link] = at + 1;
        linkFlow[at] = flow;
      }
    }
  }

  /** Writes the rate of every flow of the set that is not done; 0 for the done ones. Infinity: no link and no cap holds it. */
  fill(isDone: Uint8Array, rates: Float64Array): void {
    this.begin(isDone, rates);
    const { heap, capped, left, risingWeight, risingCount } = this;
    let nextCapped = 0;
    for (;;) {
      while (nextCapped < capped.length && rates[capped[nextCapped] as number] !== RISING) nextCapped += 1;
      const capLevel =
        nextCapped < capped.length ? this.capLevel(capped[nextCapped] as number) : Number.POSITIVE_INFINITY;
      const level = heap.topLevel();
      if (capLevel <= level) {
        if (capLevel === Number.POSITIVE_INFINITY) break;
        this.stop(capped[nextCapped] as number, capLevel, rates);
        continue;
      }
      const link = heap.topItem();
      if (risingCount[link] === 0) {
        heap.dropTop();
        continue;
      }
      const fresh = Math.max(0, left[link] as number) / (risingWeight[link] as number);
      if (fresh > level * (1 + LEVEL_TOLERANCE)) {
        heap.raiseTop(fresh);
        continue;
      }
      heap.dropTop();
      const end = this.firstFlow[link + 1] as number;
      for (let i = this.firstFlow[link] as number; i < end; i += 1) {
        const flow = this.linkFlow[i] as number;
        if (rates[flow] === RISING) this.stop(flow, fresh, rates);
      }
    }
    for (const flow of this.flows) if (rates[flow] === RISING) rates[flow] = Number.POSITIVE_INFINITY;
  }

  private begin(isDone: Uint8Array, rates: Float64Array): void {
    const { flows, hop, left, risingWeight, risingCount, heap } = this;
    const { first, share } = this.paths;
    const { weight } = this.limits;
    left.set(this.capacity);
    risingWeight.fill(0);
    risingCount.fill(0);
    for (const flow of flows) {
      if (isDone[flow] === 1) {
        rates[flow] = 0;
        continue;
      }
      rates[flow] = RISING;
      const own = weight === null ? 1 : (weight[flow] as number);
      const end = first[flow + 1] as number;
      for (let i = first[flow] as number; i < end; i += 1) {
        const link = hop[i] as number;
        risingWeight[link] = (risingWeight[link] as number) + (share === null ? own : own * (share[i] as number));
        risingCount[link] = (risingCount[link] as number) + 1;
      }
    }
    heap.clear();
    for (let link = 0; link < left.length; link += 1) {
      if (risingCount[link] !== 0) heap.append((left[link] as number) / (risingWeight[link] as number), link);
    }
    heap.build();
  }

  private stop(flow: number, level: number, rates: Float64Array): void {
    const { hop, left, risingWeight, risingCount } = this;
    const { first, share } = this.paths;
    const own = this.limits.weight === null ? 1 : (this.limits.weight[flow] as number);
    const rate = level * own;
    rates[flow] = rate;
    const end = first[flow + 1] as number;
    for (let i = first[flow] as number; i < end; i += 1) {
      const link = hop[i] as number;
      const part = share === null ? 1 : (share[i] as number);
      left[link] = (left[link] as number) - part * rate;
      risingWeight[link] = (risingWeight[link] as number) - part * own;
      risingCount[link] = (risingCount[link] as number) - 1;
    }
  }

  /** Calls back with every link that the set uses and what flows over it at these rates. */
  visitLoads(rates: Float64Array, visit: (link: number, load: number) => void): void {
    const { flows, hop, left } = this;
    const { first, share } = this.paths;
    left.fill(0);
    for (const flow of flows) {
      const rate = rates[flow] as number;
      if (rate === 0) continue;
      const end = first[flow + 1] as number;
      for (let i = first[flow] as number; i < end; i += 1) {
        const link = hop[i] as number;
        left[link] = (left[link] as number) + rate * (share === null ? 1 : (share[i] as number));
      }
    }
    for (let i = 0; i < left.length; i += 1) visit(this.links[i] as number, left[i] as number);
  }
}

/** Dense numbers for the links that these flows use. `hop` is parallel to the hops of all flows. */
function numberLinks(
  { first, link }: FlowPaths,
  flows: Uint32Array,
  linkCount: number,
): { links: Uint32Array; hop: Uint32Array; hopCount: number } {
  const numberOf = new Int32Array(linkCount).fill(-1);
  const hop = new Uint32Array(link.length);
  const links = new Uint32Array(Math.min(linkCount, link.length));
  let used = 0;
  let hopCount = 0;
  for (const flow of flows) {
    const end = first[flow + 1] as number;
    for (let i = first[flow] as number; i < end; i += 1) {
      const at = link[i] as number;
      if (numberOf[at] === -1) {
        numberOf[at] = used;
        links[used] = at;
        used += 1;
      }
      hop[i] = numberOf[at] as number;
      hopCount += 1;
    }
  }
  return { links: links.slice(0, used), hop, hopCount };
}
