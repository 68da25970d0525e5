/**
 * Gives flows their way through a fabric, hop by hop over equal-cost next hops: one cable by a seeded hash of the flow, the least
 * loaded one, or all of them in equal parts. Each switch hashes with a seed of its own, so choices on the way are independent.
 */
import type { FlowPaths } from '../../graph/flow-paths.ts';
import { Distances } from './distances.ts';
import type { FlowNetwork } from './flow-network.ts';
import { type FlowPorts, NOWHERE } from './flow-ports.ts';
import { HopList } from './hop-list.ts';
import { mixHash, pickByHash } from './mix-hash.ts';
import { NextHops } from './next-hops.ts';

export type RoutingKind = 'ecmp' | 'adaptive' | 'spray';

/** Flows between ports, in parallel arrays; `tag` tells flows between the same two ports apart. */
export interface PortFlows {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  readonly bytes: Float64Array;
  readonly tag: Uint32Array;
}

/** Hops of sprayed flows, beyond which the rest takes a sample of its paths: tiers of many switches have thousands of them. */
const MOST_SPRAY_HOPS = 6_000_000;
const SAMPLED_PATHS = 16;

export interface RoutedFlows {
  readonly paths: FlowPaths;
  /** 1 = no way leads there. */
  readonly isStranded: Uint8Array;
  readonly strandedCount: number;
  /** Sprayed flows that take a sample of their paths instead of all. */
  readonly sampledCount: number;
}

export class Router {
  private readonly network: FlowNetwork;
  private readonly ports: FlowPorts;
  private readonly distances: Distances;
  private readonly next: NextHops;
  /** By wire: flows on it, for adaptive routing. */
  private readonly flowsOn: Float64Array;
  /** By node: part of a sprayed flow that stands there; all zero between flows. */
  private readonly waiting: Float64Array;
  private sampledCount = 0;
  private readonly mostSprayHops: number;

  constructor(network: FlowNetwork, ports: FlowPorts, wireCount: number, mostSprayHops = MOST_SPRAY_HOPS) {
    this.mostSprayHops = mostSprayHops;
    this.network = network;
    this.ports = ports;
    this.distances = new Distances(network);
    this.next = new NextHops(network, this.distances);
    this.flowsOn = new Float64Array(wireCount);
    this.waiting = new Float64Array(network.nodeCount);
  }

  /** The same flows with those towards equal destinations together, as routing is quickest. */
  order(flows: PortFlows): PortFlows {
    const { node } = this.ports;
    const { classOf } = this.distances;
    const key = flows.target.map((port) => {
      const at = node[port] as number;
      return at < 0 ? 0 : (classOf[at] as number);
    });
    const first = new Uint32Array(this.network.nodeCount + 2);
    for (const k of key) first[k + 1] = (first[k + 1] as number) + 1;
    for (let k = 0; k + 1 < first.length; k += 1) first[k + 1] = (first[k + 1] as number) + (first[k] as number);
    const order = new Uint32Array(flows.count);
    for (let flow = 0; flow < flows.count; flow += 1) {
      const at = first[key[flow] as number] as number;
      first[key[flow] as number] = at + 1;
      order[at] = flow;
    }
    return {
      count: flows.count,
      source: order.map((flow) => flows.source[flow] as number),
      target: order.map((flow) => flows.target[flow] as number),
      bytes: Float64Array.from(order, (flow) => flows.bytes[flow] as number),
      tag: order.map((flow) => flows.tag[flow] as number),
    };
  }

  route(flows: PortFlows, kind: RoutingKind, seed: number): RoutedFlows {
    const hops = new HopList(flows.count, kind === 'spray');
    const isStranded = new Uint8Array(flows.count);
    let strandedCount = 0;
    if (kind !== 'ecmp') this.flowsOn.fill(0);
    this.sampledCount = 0;
    for (let flow = 0; flow < flows.count; flow += 1) {
      const source = flows.source[flow] as number;
      const target = flows.target[flow] as number;
      const hash = mixHash(mixHash(mixHash(seed, source), target), flows.tag[flow] as number);
      if (!this.lead(hops, source, target, kind, hash)) {
        isStranded[flow] = 1;
        strandedCount += 1;
      }
      hops.endFlow();
    }
    return { paths: hops.finish(), isStranded, strandedCount, sampledCount: this.sampledCount };
  }

  private lead(hops: HopList, source: number, target: number, kind: RoutingKind, hash: number): boolean {
    const { node, up, down, far, member } = this.ports;
    const from = node[source] as number;
    const to = node[target] as number;
    if (from === NOWHERE || to === NOWHERE) {
      if (far[source] !== member[target] || up[source] === NOWHERE) return false;
      hops.push(up[source] as number, 1);
      return true;
    }
    this.next.aim(to);
    if (!this.next.isInReach(from)) return false;
    if (up[source] !== NOWHERE) hops.push(up[source] as number, 1);
    if (kind !== 'spray') this.walk(hops, from, to, kind, hash, 1);
    else if (hops.length < this.mostSprayHops) this.spread(hops, from, to);
    else this.sample(hops, from, to, hash);
    if (down[target] !== NOWHERE) hops.push(down[target] as number, 1);
    return hops.hasHops();
  }

  /** Some of the paths in equal parts, each the least loaded so far: parts add up to almost even loads, as spraying has. */
  private sample(hops: HopList, from: number, to: number, hash: number): void {
    if (from === to) return;
    this.sampledCount += 1;
    for (let path = 0; path < SAMPLED_PATHS; path += 1) {
      this.walk(hops, from, to, 'adaptive', mixHash(hash, path), 1 / SAMPLED_PATHS);
    }
  }

  private walk(hops: HopList, from: number, to: number, kind: 'ecmp' | 'adaptive', hash: number, share: number): void {
    const { next } = this;
    const { arcTo, arcWire } = this.network;
    let node = from;
    while (node !== to) {
      next.find(node);
      const own = mixHash(hash, node);
      const index = kind === 'ecmp' || next.count === 1 ? pickByHash(own, next.count) : this.pickLeastLoaded(own);
      const arc = next.arcAt(index);
      const wire = arcWire[arc] as number;
      if (kind === 'adaptive') this.flowsOn[wire] = (this.flowsOn[wire] as number) + share;
      hops.push(wire, share);
      node = arcTo[arc] as number;
    }
  }

  /** Of equals the first from a hashed start on. */
  private pickLeastLoaded(hash: number): number {
    const { next, flowsOn } = this;
    const { arcWire } = this.network;
    const { count } = next;
    const start = pickByHash(hash, count);
    let best = start;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 0; step < count; step += 1) {
      const index = start + step < count ? start + step : start + step - count;
      const load = flowsOn[arcWire[next.arcAt(index)] as number] as number;
      if (load >= least) continue;
      best = index;
      least = load;
      if (load === 0) break;
    }
    return best;
  }

  /** Every switch on the way passes on equal parts over all its next hops, cable by cable. */
  private spread(hops: HopList, from: number, to: number): void {
    const { next, waiting } = this;
    const { arcTo, arcWire } = this.network;
    let layer = from === to ? [] : [from];
    waiting[from] = 1;
    while (layer.length > 0) {
      const following: number[] = [];
      for (const node of layer) {
        next.find(node);
        const part = (waiting[node] as number) / next.count;
        waiting[node] = 0;
        for (let index = 0; index < next.count; index += 1) {
          const arc = next.arcAt(index);
          const reached = arcTo[arc] as number;
          hops.push(arcWire[arc] as number, part);
          if (reached !== to && waiting[reached] === 0) following.push(reached);
          waiting[reached] = (waiting[reached] as number) + part;
        }
      }
      layer = following;
    }
    waiting[from] = 0;
    waiting[to] = 0;
  }
}
