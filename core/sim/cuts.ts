/**
 * The cuts of the drawn fabric that can hold a job back: the uplinks of switches, pods and planes with the working cables in them, and
 * the NICs of servers that have fewer than others. Cuts that look alike are told once, and of each kind of traffic only the worst stay.
 */
import type { Netlist } from '../netlist/netlist.ts';
import type { BareCut } from './bare-cut.ts';
import type { CutLoad } from './collective-inputs.ts';
import { type CutMeter, type LoadKind, type Loads, LOAD_KINDS, type MeteredLevel } from './cut-meter.ts';
import { nameNics, nameUplinks } from './cut-names.ts';
import type { JobPlacement } from './job-placement.ts';
import { findLacking, sumDomainGbps } from './nic-share.ts';
import { listUntieredCuts } from './untiered-cuts.ts';

/** Cuts kept for each kind of traffic. */
const KEPT = 10;
export function listCuts(netlist: Netlist, placement: JobPlacement, meter: CutMeter): CutLoad[] {
  const bare = [
    ...meter.levels.flatMap((level) => listUplinks(netlist, placement, level)),
    ...listLackingNics(netlist, placement, meter),
    ...listUntieredCuts(netlist, placement),
  ];
  const kept = new Set<BareCut>();
  for (const kind of LOAD_KINDS) {
    // Room for each byte: none left comes first.
    const room = (cut: BareCut): number => cut.capacityGBps / cut.loads[kind];
    const worst = bare.filter((cut) => cut.loads[kind] > 0).sort((x, y) => room(x) - room(y));
    for (const cut of worst.slice(0, KEPT)) kept.add(cut);
  }
  return [...kept].map(finish);
}

function finish({ capacityGBps, loads, name }: BareCut): CutLoad {
  return {
    ...name(),
    capacityGBps,
    ringAllReduce: 2 * loads.ring,
    ringGather: loads.ring,
    tree: loads.tree,
    allToAll: loads.allToAll,
    sendRecv: loads.sendRecv,
  };
}

/** The fuller way of each unit's uplinks; units of one tier with equal figures are one cut. */
function listUplinks(netlist: Netlist, placement: JobPlacement, { level, loads }: MeteredLevel): BareCut[] {
  const alike = new Map<string, { first: number; count: number }>();
  let last: number[] = [];
  let known: { first: number; count: number } | undefined;
  for (let unit = 0; unit < level.unitCount; unit += 1) {
    const own = readLoads(loads, unit);
    const figures = [level.uplinkGbps[unit] as number, own.ring, own.tree, own.allToAll, own.sendRecv];
    if (figures.every((figure, i) => i === 0 || figure === 0)) continue;
    // Neighbours are most often alike to the last bit.
    if (!known || figures.some((figure, i) => figure !== last[i])) {
      const key = figures.map((figure) => figure.toPrecision(9)).join(' ');
      known = alike.get(key) ?? { first: unit, count: 0 };
      alike.set(key, known);
      last = figures;
    }
    known.count += 1;
  }
  return [...alike.values()].map(({ first, count }) => ({
    capacityGBps: (level.uplinkGbps[first] as number) / 8,
    loads: readLoads(loads, first),
    name: () => nameUplinks(netlist, placement.trunk, level, first, count),
  }));
}

function readLoads(loads: Loads, index: number): Record<LoadKind, number> {
  const fuller = (kind: LoadKind): number =>
    Math.max(loads[kind].out[index] as number, loads[kind].in[index] as number);
  return {
    ring: fuller('ring'),
    tree: fuller('tree'),
    allToAll: fuller('allToAll'),
    sendRecv: fuller('sendRecv'),
  };
}

/** NICs of domains with less bandwidth a GPU than the best; its fullest cable sets the pace of a domain. */
function listLackingNics(netlist: Netlist, placement: JobPlacement, meter: CutMeter): BareCut[] {
  const { cableLoads } = meter;
  if (cableLoads === null) return [];
  const { domains } = placement;
  const { firstCable, cables } = domains;
  const gbps = sumDomainGbps(placement);
  const isLacking = findLacking(placement);
  const alike = new Map<string, { first: number; count: number; cut: Omit<BareCut, 'name'> }>();
  for (let domain = 0; domain < domains.count; domain += 1) {
    if (isLacking[domain] === 0) continue;
    const capacityGBps = (gbps[domain] as number) / 8;
    const loads = { ring: 0, tree: 0, allToAll: 0, sendRecv: 0 };
    for (let i = firstCable[domain] as number; i < (firstCable[domain + 1] as number); i += 1) {
      const own = readLoads(cableLoads, i);
      const scale = (gbps[domain] as number) / (cables.gbps[i] as number);
      for (const kind of LOAD_KINDS) loads[kind] = Math.max(loads[kind], own[kind] * scale);
    }
    const key = [capacityGBps, ...LOAD_KINDS.map((kind) => loads[kind])].map((x) => x.toPrecision(9)).join(' ');
    const known = alike.get(key);
    if (known) known.count += 1;
    else alike.set(key, { first: domain, count: 1, cut: { capacityGBps, loads } });
  }
  return [...alike.values()].map(({ first, count, cut }) => ({
    ...cut,
    name: () => nameNics(netlist, placement, first, count),
  }));
}
