/**
 * Power at the devices' inlets. Transceivers are added only where the device's figure leaves them out: a switch rated
 * 'with active cables' already holds them (rule R18 of the hardware reference: never add optics to such a figure).
 * NICs in adapter slots are inside the server's own figure.
 */
import type { DevicePart } from '../catalog/part.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { OpticsPower } from './optics-power.ts';
import { PartialSumBuilder } from './partial-sum.ts';
import type { PartialSum, PowerLine } from './report.ts';

export type PowerBasis = 'typical' | 'max';

export interface DevicePower {
  readonly eachW: number | null;
  /** What an unknown figure must reach: a maximum is no less than the typical. */
  readonly atLeastW: number;
  readonly addsOptics: boolean;
}

/** A member's own figure and whether optics come on top. */
export function getDevicePower(part: DevicePart | undefined, basis: PowerBasis): DevicePower {
  if (!part) return { eachW: null, atLeastW: 0, addsOptics: true };
  const { powerTypicalW, powerMaxW } = part;
  if (basis === 'typical') {
    return { eachW: powerTypicalW, atLeastW: 0, addsOptics: part.powerTypicalIncludesOptics !== true };
  }
  return { eachW: powerMaxW, atLeastW: powerTypicalW ?? 0, addsOptics: part.powerMaxIncludesOptics !== true };
}

export function computePowerLines(netlist: Netlist, optics: OpticsPower): PowerLine[] {
  return netlist.groups.map((group, index) => {
    const typicalOptics = sumOptics(group, index, optics, 'typical');
    const maxOptics = sumOptics(group, index, optics, 'max');
    return {
      deviceId: group.deviceId,
      deviceName: group.name,
      partLabel: group.part?.model ?? 'unknown part',
      memberCount: group.count,
      typicalEachW: getDevicePower(group.part, 'typical').eachW,
      maxEachW: getDevicePower(group.part, 'max').eachW,
      typicalBasis: group.part?.powerTypicalBasis ?? null,
      maxBasis: group.part?.powerMaxBasis ?? null,
      typicalW: sumGroup(group, typicalOptics, 'typical'),
      maxW: sumGroup(group, maxOptics, 'max'),
      transceiversTypicalW: typicalOptics,
      transceiversMaxW: maxOptics,
    };
  });
}

/** The transceivers' own share; zero where the device's figure already holds them. */
function sumOptics(group: NetGroup, index: number, optics: OpticsPower, basis: PowerBasis): PartialSum {
  if (!getDevicePower(group.part, basis).addsOptics) return { value: 0, unknownCount: 0, unknownParts: [] };
  const { watts, unknown, unknownParts } = optics[basis];
  let value = 0;
  let unknownCount = 0;
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    value += watts[member] as number;
    unknownCount += unknown[member] as number;
  }
  return { value, unknownCount, unknownParts: [...(unknownParts[index] ?? [])].sort() };
}

function sumGroup(group: NetGroup, optics: PartialSum, basis: PowerBasis): PartialSum {
  const sum = new PartialSumBuilder();
  const { eachW, atLeastW } = getDevicePower(group.part, basis);
  sum.add(eachW, group.count, group.part?.model ?? group.name, atLeastW);
  sum.addSum(optics);
  return sum.finish();
}

export function addPartialSums(sums: readonly PartialSum[]): PartialSum {
  const total = new PartialSumBuilder();
  for (const sum of sums) total.addSum(sum);
  return total.finish();
}
