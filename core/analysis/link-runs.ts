/** How long the cables of every link run: shortest, mean, longest, and between what the longest one does. */
import type { Memory } from '../base/memory.ts';
import { formatMemberName, formatRackName } from '../netlist/names.ts';
import type { NetBlock, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { LinkRunSpread, RunEnd } from './cabling-report.ts';
import { getPassiveCopperReachM } from './copper-reach.ts';
import { countCables } from './count-cables.ts';

/** Links with cables, the longest runs first; a link is measured anew only when its cables run otherwise. */
export function recallLinkRuns(netlist: Netlist, memory: Memory): LinkRuns[] {
  let first = 0;
  // Without racks all run as planned.
  const hasRacks = netlist.rackCount > 0;
  const spreads = [...countCables(netlist)].flatMap((cableCount, index): LinkRuns[] => {
    const begin = first;
    first += cableCount;
    const link = netlist.links[index] as NetLink;
    if (cableCount === 0) return [];
    const { gbpsPerLane } = (netlist.blocks[link.blockA] as NetBlock).block;
    const reachM = getPassiveCopperReachM(gbpsPerLane);
    const inputs = [link.lengths, link.assemblies, reachM, cableCount, hasRacks];
    const spread = memory.recall(`run spread of ${link.linkId}`, inputs, () =>
      hasRacks
        ? spreadRuns(netlist, begin, cableCount, reachM)
        : spreadPlanned(link.plannedLengthM, cableCount, reachM),
    );
    const measuredCount = memory.recall(`measured cables of ${link.linkId}`, inputs, () => {
      return hasRacks ? countMeasured(netlist, link, begin, cableCount) : 0;
    });
    const { longestCable, ...figures } = spread;
    const a = netlist.cageMember[netlist.cableCageA[begin + longestCable] as number] as number;
    const b = netlist.cageMember[netlist.cableCageB[begin + longestCable] as number] as number;
    const longest = { a: describeEnd(netlist, a), b: describeEnd(netlist, b) };
    return [{ linkId: link.linkId, cableCount, measuredCount, ...figures, longest }];
  });
  return spreads.sort((x, y) => y.longestM - x.longestM);
}

/** What the report says of a link, and what the whole is summed from. */
export interface LinkRuns extends LinkRunSpread {
  readonly totalM: number;
}

/** Cables of which all legs are measured. The second trunk of a connection is as its first. */
function countMeasured(netlist: Netlist, link: NetLink, first: number, cableCount: number): number {
  const { connectionCable, connectionRouted } = netlist;
  const end = link.firstConnection + link.connectionCount;
  if (!connectionRouted.subarray(link.firstConnection, end).includes(0)) return cableCount;
  const isMeasured = new Uint8Array(cableCount).fill(UNSAID);
  for (let connection = link.firstConnection; connection < end; connection += 1) {
    const cable = (connectionCable[connection] as number) - first;
    if (cable < 0) continue;
    isMeasured[cable] = Math.min(isMeasured[cable] as number, connectionRouted[connection] as number);
  }
  let count = 0;
  let last = 0;
  for (const own of isMeasured) {
    if (own !== UNSAID) last = own;
    count += last;
  }
  return count;
}

/** No connection names the cable. */
const UNSAID = 2;

interface Spread extends Pick<LinkRuns, 'shortestM' | 'meanM' | 'longestM' | 'totalM' | 'beyondCopperCount'> {
  /** From the first of the link. */
  readonly longestCable: number;
}

function spreadPlanned(plannedM: number, cableCount: number, reachM: number | null): Spread {
  const lengths = { shortestM: plannedM, meanM: plannedM, longestM: plannedM, totalM: cableCount * plannedM };
  const beyondCount = reachM !== null && plannedM > reachM ? cableCount : 0;
  return { ...lengths, beyondCopperCount: reachM === null ? null : beyondCount, longestCable: 0 };
}

function spreadRuns({ cableLengthM }: Netlist, first: number, cableCount: number, reachM: number | null): Spread {
  let longestCable = 0;
  let shortestM = Number.POSITIVE_INFINITY;
  let longestM = 0;
  let totalM = 0;
  let beyondCount = 0;
  for (let i = 0; i < cableCount; i += 1) {
    const runM = cableLengthM[first + i] as number;
    if (runM > longestM) {
      longestM = runM;
      longestCable = i;
    }
    if (runM < shortestM) shortestM = runM;
    if (reachM !== null && runM > reachM) beyondCount += 1;
    totalM += runM;
  }
  return {
    shortestM: toCentimetres(shortestM),
    meanM: toCentimetres(totalM / cableCount),
    longestM: toCentimetres(longestM),
    totalM,
    beyondCopperCount: reachM === null ? null : beyondCount,
    longestCable,
  };
}

/** Lengths are kept in 32 bits. */
function toCentimetres(lengthM: number): number {
  return Math.round(lengthM * 100) / 100;
}

function describeEnd({ groups, memberGroup, memberRack, rackGroups }: Netlist, index: number): RunEnd {
  const { deviceId, nameTemplate, firstMember, membersPerPod } = groups[memberGroup[index] as number] as NetGroup;
  const member = index - firstMember;
  const rack = memberRack[index] as number;
  const rackGroup = rackGroups.find(({ firstRack, count }) => rack >= firstRack && rack < firstRack + count);
  return {
    deviceId,
    member,
    name: formatMemberName(nameTemplate, member, Math.floor(member / membersPerPod)),
    rackName: rackGroup ? formatRackName(rackGroup.name, rack - rackGroup.firstRack, rackGroup.count) : null,
  };
}
