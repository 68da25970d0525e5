/**
 * How the racks hang on their PDUs and feeds. A rack's load is shared among its live PDUs by what each may deliver, as supplies on
 * both sides share it; PDUs of a feed that is off deliver nothing. What an overload trips is not followed up.
 */
import type { NetFacilities } from '../netlist/facilities.ts';
import type { NetPdus, Netlist, NetRackGroup } from '../netlist/netlist.ts';
import { RACK_SUPPLIES, type RackSum, type RackSupply } from './facility-report.ts';
import { computePduRating, DEFAULT_DERATING, type PduRating } from './pdu-rating.ts';

/** PDUs of one kind on one feed, in one rack of a group. */
export interface SupplyLine {
  readonly pdus: NetPdus;
  readonly derating: number;
  readonly rating: PduRating;
  /** Of all its PDUs in a rack; null = not known. */
  readonly usableW: number | null;
}

/** By rack group of the netlist. */
export type SupplyLines = readonly (readonly SupplyLine[])[];

export function listSupplyLines({ rackGroups, facilities }: Netlist): SupplyLines {
  return rackGroups.map(({ pdus }) => ratePdus(pdus, facilities));
}

export function ratePdus(pdus: readonly NetPdus[], { feeds }: NetFacilities): SupplyLine[] {
  return pdus.map((own) => {
    const derating = feeds.find(({ id }) => id === own.feedId)?.derating ?? DEFAULT_DERATING;
    const rating = computePduRating(own.part, derating);
    return { pdus: own, derating, rating, usableW: rating.usableW === null ? null : rating.usableW * own.count };
  });
}

export function isLive({ pdus }: SupplyLine, offFeedIds: ReadonlySet<string>): boolean {
  return pdus.feedId === null || !offFeedIds.has(pdus.feedId);
}

/**
 * Share of a rack's load that each line carries, adding up to 1 while one of them is live. By what they may deliver, or PDU by PDU
 * where that is not known of all.
 */
export function computeShares(lines: readonly SupplyLine[], offFeedIds: ReadonlySet<string>): number[] {
  const live = lines.map((line) => isLive(line, offFeedIds));
  const isRated = lines.every(({ usableW }, i) => !live[i] || usableW !== null);
  const weights = lines.map(({ usableW, pdus }, i) => (live[i] ? (isRated ? (usableW ?? 0) : pdus.count) : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total === 0 ? 0 : weight / total));
}

/** What some lines deliver together, W; null = not known of one. */
export function sumUsable(lines: readonly SupplyLine[]): number | null {
  let sum = 0;
  for (const { usableW } of lines) {
    if (usableW === null) return null;
    sum += usableW;
  }
  return sum;
}

/** Of every rack, as an index into RACK_SUPPLIES. */
export function judgeSupply(
  { rackGroups, rackCount }: Netlist,
  lines: SupplyLines,
  maxW: RackSum,
  offFeedIds: ReadonlySet<string>,
): Uint8Array {
  const supply = new Uint8Array(rackCount);
  rackGroups.forEach((rackGroup, index) => judgeGroup(rackGroup, lines[index] ?? [], maxW, offFeedIds, supply));
  return supply;
}

function judgeGroup(
  { firstRack, count }: NetRackGroup,
  lines: readonly SupplyLine[],
  maxW: RackSum,
  offFeedIds: ReadonlySet<string>,
  supply: Uint8Array,
): void {
  const live = lines.filter((line) => isLive(line, offFeedIds));
  if (live.length === 0) {
    supply.fill(codeOf(lines.length === 0 ? 'no-pdus' : 'dark'), firstRack, firstRack + count);
    return;
  }
  const usableW = sumUsable(live);
  for (let rack = firstRack; rack < firstRack + count; rack += 1) {
    supply[rack] = codeOf(judgeLoad(maxW.value[rack] as number, maxW.unknown[rack] as number, usableW));
  }
}

function judgeLoad(loadW: number, unknownCount: number, usableW: number | null): RackSupply {
  const isOver = isOverloaded(loadW, unknownCount, usableW);
  if (isOver === null) return 'not-known';
  return isOver ? 'overloaded' : 'fed';
}

/** Three states: a lower bound over the rating is over it, one within it may not be. */
export function isOverloaded(loadW: number, unknownCount: number, usableW: number | null): boolean | null {
  if (usableW === null) return null;
  // Shares of a load add up to it but for rounding.
  if (loadW > usableW * (1 + 1e-9)) return true;
  return unknownCount > 0 ? null : false;
}

export function codeOf(supply: RackSupply): number {
  return RACK_SUPPLIES.indexOf(supply);
}
