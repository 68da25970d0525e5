/** Racks of a group that fail alike: how many they are, what a finding on them points at, and how it says so. */
import { formatCount } from '../../../base/format-count.ts';
import type { ObjectRef } from '../../../base/diagnostic.ts';
import { joinNames } from '../../../base/join-names.ts';
import type { NetRackGroup } from '../../../netlist/netlist.ts';
import type { RackSum } from '../../facility-report.ts';
import { isOverloaded } from '../../supply.ts';

export interface RackVerdicts {
  readonly passedCount: number;
  readonly failedCount: number;
  /** Within the limit by what is known of them. */
  readonly unknownCount: number;
  /** Places in the group: of the highest figure, and of the first rack that cannot be told. */
  readonly worst: number;
  readonly firstUnknown: number;
}

/** Every rack of a group against a limit that all have. */
export function judgeRacks(
  { firstRack, count }: NetRackGroup,
  { value, unknown }: RackSum,
  limit: number,
): RackVerdicts {
  let failedCount = 0;
  let unknownCount = 0;
  let worst = 0;
  let firstUnknown = 0;
  for (let index = 0; index < count; index += 1) {
    const figure = value[firstRack + index] as number;
    if (figure > (value[firstRack + worst] as number)) worst = index;
    const isOver = isOverloaded(figure, unknown[firstRack + index] as number, limit);
    if (isOver === true) failedCount += 1;
    else if (isOver === null) {
      if (unknownCount === 0) firstUnknown = index;
      unknownCount += 1;
    }
  }
  return { passedCount: count - failedCount - unknownCount, failedCount, unknownCount, worst, firstUnknown };
}

/** The rack that the sentence names; the whole group when all of its racks fail. */
export function pointAtRacks({ rackId, count }: NetRackGroup, index: number, failedCount: number): ObjectRef {
  return count > 1 && failedCount === count
    ? { kind: 'rack', id: rackId }
    : { kind: 'rack', id: rackId, member: index };
}

/** ` (3 racks of the group)`, ` (all 4 racks of the group)`, ` (both racks of the group)`; empty for the one that the sentence names. */
export function countRacks(failedCount: number, { count }: NetRackGroup): string {
  if (failedCount < 2) return '';
  const which = failedCount < count ? formatCount(failedCount) : count === 2 ? 'both' : `all ${formatCount(count)}`;
  return ` (${which} racks of the group)`;
}

/** `the maximum power of A is not known`; of several parts their powers. Without names it is of some devices. */
export function tellUnknownPower(parts: readonly string[]): string {
  return tellUnknown('the maximum power', parts);
}

export function tellUnknownWeight(parts: readonly string[]): string {
  return tellUnknown('the weight', parts);
}

function tellUnknown(what: string, parts: readonly string[]): string {
  if (parts.length === 0) return `${what} of some devices is not known`;
  return parts.length === 1 ? `${what} of ${parts[0]} is not known` : `${what}s of ${joinNames(parts)} are not known`;
}
