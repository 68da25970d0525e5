/** Power drawn by what is plugged into cages, per member: transceivers and the plugs of active cables, in W. */
import type { CablePart } from '../catalog/part.ts';
import { type Netlist, NONE } from '../netlist/netlist.ts';

/** Parallel to the members. Unknown terms are counted, not guessed. */
export interface OpticsPower {
  readonly typicalW: Float64Array;
  readonly maxW: Float64Array;
  readonly typicalUnknown: Uint32Array;
  readonly maxUnknown: Uint32Array;
  /** Names of the parts whose figure is not known. */
  readonly typicalUnknownParts: ReadonlySet<string>;
  readonly maxUnknownParts: ReadonlySet<string>;
}

export function computeOpticsPower(netlist: Netlist): OpticsPower {
  const power = {
    typicalW: new Float64Array(netlist.memberCount),
    maxW: new Float64Array(netlist.memberCount),
    typicalUnknown: new Uint32Array(netlist.memberCount),
    maxUnknown: new Uint32Array(netlist.memberCount),
    typicalUnknownParts: new Set<string>(),
    maxUnknownParts: new Set<string>(),
  };
  for (let i = 0; i < netlist.transceiverCount; i += 1) {
    const part = netlist.transceiverParts[netlist.transceiverPart[i] as number];
    if (!part) continue;
    const member = netlist.cageMember[netlist.transceiverCage[i] as number] as number;
    addTerm(power.typicalW, power.typicalUnknown, power.typicalUnknownParts, member, part.powerTypicalW, part.model);
    addTerm(power.maxW, power.maxUnknown, power.maxUnknownParts, member, part.powerMaxW, part.model);
  }
  addActiveCables(netlist, power);
  return power;
}

/** Active cables (ACC, AEC, AOC) draw power in their plugs; passive copper and fibre do not. Only a maximum is published. */
function addActiveCables(
  netlist: Netlist,
  power: { [K in keyof OpticsPower]: K extends `${string}Parts` ? Set<string> : OpticsPower[K] },
): void {
  const plugSeen = new Uint8Array(netlist.cageCount);
  for (let connection = 0; connection < netlist.connectionCount; connection += 1) {
    if (netlist.connectionCable[connection] === NONE) continue;
    const medium = netlist.links[netlist.connectionLink[connection] as number]?.medium;
    if (medium?.kind !== 'cable' || !isActive(medium.cable)) continue;
    for (const ports of [netlist.connectionPortA, netlist.connectionPortB]) {
      const cage = netlist.portCage[ports[connection] as number] as number;
      if (plugSeen[cage] === 1) continue;
      plugSeen[cage] = 1;
      const member = netlist.cageMember[cage] as number;
      addTerm(power.typicalW, power.typicalUnknown, power.typicalUnknownParts, member, null, medium.cable.model);
      addTerm(power.maxW, power.maxUnknown, power.maxUnknownParts, member, medium.cable.powerMaxW, medium.cable.model);
    }
  }
}

function isActive(cable: CablePart): boolean {
  return cable.category === 'acc' || cable.category === 'aec' || cable.category === 'aoc';
}

function addTerm(
  sum: Float64Array,
  unknown: Uint32Array,
  unknownParts: Set<string>,
  member: number,
  term: number | null,
  name: string,
): void {
  if (term === null) {
    unknown[member] = (unknown[member] as number) + 1;
    unknownParts.add(name);
  } else {
    sum[member] = (sum[member] as number) + term;
  }
}
