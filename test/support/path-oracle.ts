/** Shortest paths between every two endpoints, one pair at a time over single cables: slow, plain, folds nothing together. */
import type { FabricNetwork } from '#core/analysis/fabric-network.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { type Cable, listCables } from './member-graph.ts';

export interface PairPath {
  readonly from: number;
  readonly to: number;
  /** Cables on the way. */
  readonly hops: number;
  readonly pathCount: number;
  /** Of the quickest: cables and relays passed. */
  readonly ns: number;
}

export interface OracleFindings {
  readonly pairs: PairPath[];
  readonly unreachable: number;
  /** Highest load on any cable, one direction, / its bandwidth, with flows split evenly over the ports of each hop. */
  readonly busiest: number;
}

interface Step {
  readonly to: number;
  readonly cable: number;
}

export function walkAllPairs(
  netlist: Netlist,
  network: FabricNetwork,
  linkNs: (link: number) => number,
  memberNs: (member: number) => number,
): OracleFindings {
  const cables = listCables(netlist, network);
  const relays = new Set(network.nodeMember);
  const steps = new Map<number, Step[]>();
  const addStep = (from: number, to: number, cable: number): void => {
    steps.set(from, [...(steps.get(from) ?? []), { to, cable }]);
  };
  cables.forEach(({ a, b }, cable) => {
    addStep(a, b, cable);
    addStep(b, a, cable);
  });
  const endpoints = [...network.endpoints];
  const injection = new Map(endpoints.map((member, i) => [member, network.injectionGbps[i] as number]));
  const total = [...injection.values()].reduce((sum, gbps) => sum + gbps, 0);
  const scale = 1 / (total - Math.min(...injection.values()));
  const load = new Map<string, number>();
  const pairs: PairPath[] = [];
  let unreachable = 0;
  for (const to of endpoints) {
    const distance = measureDistances(to, steps, relays);
    const next = (member: number): Step[] =>
      (steps.get(member) ?? []).filter(
        (step) => distance.get(step.to) === (distance.get(member) ?? 0) - 1 && (step.to === to || relays.has(step.to)),
      );
    for (const from of endpoints) {
      if (from === to) continue;
      const hops = distance.get(from);
      if (hops === undefined) {
        unreachable += 1;
        continue;
      }
      const demand = scale * (injection.get(from) ?? 0) * (injection.get(to) ?? 0);
      sendEvenly(from, to, demand, next, cables, load);
      pairs.push({ from, to, hops, ...countPaths(from, to, next, cables, linkNs, memberNs) });
    }
  }
  let busiest = 0;
  for (const [key, gbps] of load) busiest = Math.max(busiest, gbps / (cables[Number(key.split('/')[0])]?.gbps ?? 0));
  return { pairs, unreachable, busiest };
}

/** Hops to `to`; only relays pass traffic on. */
function measureDistances(
  to: number,
  steps: ReadonlyMap<number, readonly Step[]>,
  relays: ReadonlySet<number>,
): Map<number, number> {
  const distance = new Map([[to, 0]]);
  const queue = [to];
  for (const member of queue) {
    if (member !== to && !relays.has(member)) continue;
    for (const step of steps.get(member) ?? []) {
      if (distance.has(step.to)) continue;
      distance.set(step.to, (distance.get(member) ?? 0) + 1);
      queue.push(step.to);
    }
  }
  return distance;
}

function sendEvenly(
  from: number,
  to: number,
  gbps: number,
  next: (member: number) => Step[],
  cables: readonly Cable[],
  load: Map<string, number>,
): void {
  if (from === to) return;
  const ways = next(from);
  for (const { to: hop, cable } of ways) {
    const key = `${cable}/${cables[cable]?.a === from ? 'forth' : 'back'}`;
    load.set(key, (load.get(key) ?? 0) + gbps / ways.length);
    sendEvenly(hop, to, gbps / ways.length, next, cables, load);
  }
}

function countPaths(
  from: number,
  to: number,
  next: (member: number) => Step[],
  cables: readonly Cable[],
  linkNs: (link: number) => number,
  memberNs: (member: number) => number,
): { pathCount: number; ns: number } {
  if (from === to) return { pathCount: 1, ns: 0 };
  let pathCount = 0;
  let ns = Number.POSITIVE_INFINITY;
  for (const { to: hop, cable } of next(from)) {
    const rest = countPaths(hop, to, next, cables, linkNs, memberNs);
    pathCount += rest.pathCount;
    ns = Math.min(ns, linkNs(cables[cable]?.link ?? 0) + (hop === to ? 0 : memberNs(hop)) + rest.ns);
  }
  return { pathCount, ns };
}
