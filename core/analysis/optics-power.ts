/** Power drawn by what is plugged into cages, per member: transceivers and the plugs of active cables, in W. */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { BlockCensus } from './block-census.ts';

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

export function computeOpticsPower(netlist: Netlist, censuses: readonly BlockCensus[]): OpticsPower {
  return { typical: sumBlocks(netlist, censuses, 'typical'), max: sumBlocks(netlist, censuses, 'max') };
}

function sumBlocks(netlist: Netlist, censuses: readonly BlockCensus[], basis: keyof OpticsPower): OpticsSum {
  const sum: OpticsSum = {
    watts: new Float64Array(netlist.memberCount),
    unknown: new Uint32Array(netlist.memberCount),
    unknownParts: netlist.groups.map(() => new Set<string>()),
  };
  netlist.blocks.forEach(({ group }, index) => {
    const power = censuses[index]?.[basis];
    if (!power) return;
    const { firstMember } = netlist.groups[group] as NetGroup;
    addFrom(power.watts, sum.watts, firstMember);
    addFrom(power.unknown, sum.unknown, firstMember);
    for (const part of power.unknownParts) sum.unknownParts[group]?.add(part);
  });
  return sum;
}

function addFrom<T extends Float64Array | Uint32Array>(own: T, sums: T, first: number): void {
  for (let i = 0; i < own.length; i += 1) sums[first + i] = (sums[first + i] as number) + (own[i] as number);
}
