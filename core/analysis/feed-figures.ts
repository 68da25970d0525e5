/** Loads of feeds and PDUs as the feeds are switched now, and what the dark racks take with them. */
import type { Netlist } from '../netlist/netlist.ts';
import type {
  DarkFigures,
  FacilitySum,
  FeedFigures,
  FeedLoss,
  PduFigures,
  RackGroupFigures,
  RatedLoad,
} from './facility-report.ts';
import { addPartialSums } from './power.ts';
import type { RackSums } from './rack-figures.ts';
import type { PartialSum, RackPower } from './report.ts';
import { codeOf, computeShares, isLive, isOverloaded, type SupplyLines } from './supply.ts';

export interface SupplyInput {
  readonly netlist: Netlist;
  readonly lines: SupplyLines;
  readonly rackSums: RackSums;
  readonly supply: Uint8Array;
  /** By rack group. */
  readonly groups: readonly RackGroupFigures[];
  readonly fullest: readonly RackPower[];
}

export function listOffFeeds({ facilities }: Netlist): Set<string> {
  return new Set(facilities.feeds.filter((feed) => feed.isOff).map(({ id }) => id));
}

export function computeFeeds(input: SupplyInput): FeedFigures[] {
  const { netlist, lines, groups } = input;
  const off = listOffFeeds(netlist);
  return netlist.facilities.feeds.map((feed): FeedFigures => {
    const ratedW = feed.ratedKw === null ? null : feed.ratedKw * 1000;
    const usableW = ratedW === null ? null : ratedW * feed.derating;
    const onFeed = (index: number) => (lines[index] ?? []).filter(({ pdus }) => pdus.feedId === feed.id);
    const pdusPerRack = groups.map((_, index) => onFeed(index).reduce((sum, { pdus }) => sum + pdus.count, 0));
    const load = (figure: 'typicalW' | 'maxW') => sumFeed(input, feed.id, off, figure);
    return {
      feedId: feed.id,
      name: feed.name,
      isOff: feed.isOff,
      ratedW,
      derating: feed.derating,
      pduCount: groups.reduce((sum, { rackCount }, index) => sum + rackCount * (pdusPerRack[index] as number), 0),
      rackCount: groups.reduce((sum, { rackCount }, index) => sum + (pdusPerRack[index] === 0 ? 0 : rackCount), 0),
      worstLoss: feed.isOff ? null : findWorstLoss(input, feed.id, off, usableW),
      ...rate(load('typicalW'), load('maxW'), usableW),
    };
  });
}

/** Load on one feed while those in `off` are off. */
function sumFeed(
  { lines, groups }: SupplyInput,
  feedId: string,
  off: ReadonlySet<string>,
  figure: 'typicalW' | 'maxW',
): PartialSum {
  const loads: PartialSum[] = [];
  groups.forEach((group, index) => {
    const own = lines[index] ?? [];
    if (off.has(feedId) || !own.some(({ pdus }) => pdus.feedId === feedId)) return;
    const shares = computeShares(own, off);
    const share = own.reduce((sum, { pdus }, i) => sum + (pdus.feedId === feedId ? (shares[i] as number) : 0), 0);
    if (share > 0) loads.push(scale(group[figure], share));
  });
  return addPartialSums(loads);
}

function findWorstLoss(
  input: SupplyInput,
  feedId: string,
  off: ReadonlySet<string>,
  usableW: number | null,
): FeedLoss | null {
  let worst: FeedLoss | null = null;
  for (const { id } of input.netlist.facilities.feeds) {
    if (id === feedId || off.has(id)) continue;
    const maxW = sumFeed(input, feedId, new Set([...off, id]), 'maxW');
    if (worst && maxW.value <= worst.maxW.value) continue;
    worst = { lostFeedId: id, maxW, isOverloaded: isOverloaded(maxW.value, maxW.unknownCount, usableW) };
  }
  return worst;
}

export function computePdus({ netlist, lines, fullest }: SupplyInput): PduFigures[] {
  const off = listOffFeeds(netlist);
  return netlist.rackGroups.flatMap(({ rackId, name }, index) => {
    const own = lines[index] ?? [];
    const shares = computeShares(own, off);
    const load = fullest[index];
    return own.map(({ pdus, derating, rating }, i): PduFigures => {
      const share = (shares[i] as number) / pdus.count;
      const none = { value: 0, unknownCount: 0, unknownParts: [] };
      return {
        rackId,
        rackName: name,
        partId: pdus.partId,
        model: pdus.part?.model ?? pdus.partId,
        perRack: pdus.count,
        feedId: pdus.feedId,
        isLive: isLive(own[i] as (typeof own)[number], off),
        ratedKva: rating.ratedKva,
        derating,
        basis: rating.basis,
        ...rate(
          load && share > 0 ? scale(load.worstTypicalW, share) : none,
          load && share > 0 ? scale(load.worstMaxW, share) : none,
          rating.usableW,
        ),
      };
    });
  });
}

function scale({ value, unknownCount, unknownParts }: PartialSum, share: number): PartialSum {
  return { value: value * share, unknownCount, unknownParts };
}

function rate(typicalW: PartialSum, maxW: PartialSum, usableW: number | null): RatedLoad {
  return {
    typicalW,
    maxW,
    usableW,
    maxShare: usableW === null ? null : maxW.value / usableW,
    isOverloaded: isOverloaded(maxW.value, maxW.unknownCount, usableW),
  };
}

/** What no feed carries though something may: PDUs whose feed is not said, and racks without any. */
export function computeWithoutFeed({ netlist, lines, groups }: SupplyInput): {
  maxW: PartialSum;
  rackCount: number;
} {
  const off = listOffFeeds(netlist);
  const loads: PartialSum[] = [];
  let rackCount = 0;
  groups.forEach((group, index) => {
    const own = lines[index] ?? [];
    const shares = computeShares(own, off);
    const unsaid = own.reduce((sum, { pdus }, i) => sum + (pdus.feedId === null ? (shares[i] as number) : 0), 0);
    const share = own.length === 0 ? 1 : unsaid;
    if (share === 0) return;
    loads.push(scale(group.maxW, share));
    rackCount += group.rackCount;
  });
  return { maxW: addPartialSums(loads), rackCount };
}

/** `dark` is the sum over the dark racks. */
export function computeDark(
  { netlist, rackSums, supply }: SupplyInput,
  dark: FacilitySum,
  feeds: readonly FeedFigures[],
): DarkFigures {
  const codes = { dark: codeOf('dark'), overloaded: codeOf('overloaded') };
  let deviceCount = 0;
  let overloadedRackCount = 0;
  let overloadedGpuCount = 0;
  for (let rack = 0; rack < netlist.rackCount; rack += 1) {
    if (supply[rack] === codes.dark) deviceCount += rackSums.deviceCount[rack] as number;
    if (supply[rack] !== codes.overloaded) continue;
    overloadedRackCount += 1;
    overloadedGpuCount += rackSums.gpuCount[rack] as number;
  }
  return {
    offFeedIds: [...listOffFeeds(netlist)],
    rackCount: dark.rackCount,
    gpuCount: dark.gpuCount,
    deviceCount,
    maxW: dark.maxW,
    overloadedRackCount,
    overloadedGpuCount,
    overloadedFeedIds: feeds.filter((feed) => feed.isOverloaded === true).map(({ feedId }) => feedId),
  };
}
