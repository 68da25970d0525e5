/** Power drawn by what is plugged into cages, per member: transceivers and the plugs of active cables, in W. */
import type { CablePart } from '../catalog/part.ts';
import { type Netlist, NONE } from '../netlist/netlist.ts';

/** One figure of every member. Unknown terms are counted and enter with what they must reach at least. */
export interface OpticsSum {
  /** Parallel to the members. */
  readonly watts: Float64Array;
  readonly unknown: Uint32Array;
  /** Parallel to the groups: names of the parts plugged in whose figure is not known. */
  readonly unknownParts: readonly Set<string>[];
}

export interface OpticsPower {
  readonly typical: OpticsSum;
  readonly max: OpticsSum;
}

export function computeOpticsPower(netlist: Netlist): OpticsPower {
  const power: OpticsPower = { typical: createSum(netlist), max: createSum(netlist) };
  for (let i = 0; i < netlist.transceiverCount; i += 1) {
    const part = netlist.transceiverParts[netlist.transceiverPart[i] as number];
    if (!part) continue;
    const member = netlist.cageMember[netlist.transceiverCage[i] as number] as number;
    addTerm(netlist, power.typical, member, part.powerTypicalW, part.model);
    addTerm(netlist, power.max, member, part.powerMaxW, part.model, part.powerTypicalW ?? 0);
  }
  addActiveCables(netlist, power);
  return power;
}

function createSum(netlist: Netlist): OpticsSum {
  return {
    watts: new Float64Array(netlist.memberCount),
    unknown: new Uint32Array(netlist.memberCount),
    unknownParts: netlist.groups.map(() => new Set<string>()),
  };
}

/** Active cables (ACC, AEC, AOC) draw power in their plugs; passive copper and fibre do not. Only a maximum is published. */
function addActiveCables(netlist: Netlist, power: OpticsPower): void {
  const plugSeen = new Uint8Array(netlist.cageCount);
  for (const link of netlist.links) {
    if (link.medium.kind !== 'cable' || !isActive(link.medium.cable)) continue;
    const { model, powerMaxW } = link.medium.cable;
    const end = link.firstConnection + link.connectionCount;
    for (let connection = link.firstConnection; connection < end; connection += 1) {
      if (netlist.connectionCable[connection] === NONE) continue;
      for (const ports of [netlist.connectionPortA, netlist.connectionPortB]) {
        const cage = netlist.portCage[ports[connection] as number] as number;
        if (plugSeen[cage] === 1) continue;
        plugSeen[cage] = 1;
        const member = netlist.cageMember[cage] as number;
        addTerm(netlist, power.typical, member, null, model);
        addTerm(netlist, power.max, member, powerMaxW, model);
      }
    }
  }
}

function isActive(cable: CablePart): boolean {
  return cable.category === 'acc' || cable.category === 'aec' || cable.category === 'aoc';
}

function addTerm(
  netlist: Netlist,
  sum: OpticsSum,
  member: number,
  term: number | null,
  name: string,
  atLeast = 0,
): void {
  if (term === null) {
    sum.unknown[member] = (sum.unknown[member] as number) + 1;
    sum.unknownParts[netlist.memberGroup[member] as number]?.add(name);
  }
  sum.watts[member] = (sum.watts[member] as number) + (term ?? atLeast);
}
