/** How long the cables of every link run: shortest, mean, longest, and between what the longest one does. */
import { formatMemberName, formatRackName } from '../netlist/names.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { LinkRunSpread, RunEnd } from './cabling-report.ts';
import { countCables } from './count-cables.ts';

/** Links with cables, the longest runs first. */
export function measureLinkRuns(netlist: Netlist): LinkRunSpread[] {
  const isMeasured = markMeasured(netlist);
  let first = 0;
  const spreads = [...countCables(netlist)].flatMap((count, link): LinkRunSpread[] => {
    const begin = first;
    first += count;
    return count === 0 ? [] : [measureLink(netlist, link, begin, count, isMeasured)];
  });
  return spreads.sort((x, y) => y.longestM - x.longestM);
}

/** 1 for every cable of which all legs are measured. The second trunk of a connection is as its first. */
function markMeasured({ cableCount, connectionCable, connectionRouted }: Netlist): Uint8Array {
  const isMeasured = new Uint8Array(cableCount).fill(UNSAID);
  for (let connection = 0; connection < connectionCable.length; connection += 1) {
    const cable = connectionCable[connection] as number;
    if (cable < 0) continue;
    isMeasured[cable] = Math.min(isMeasured[cable] as number, connectionRouted[connection] as number);
  }
  for (let cable = 0; cable < cableCount; cable += 1) {
    if (isMeasured[cable] === UNSAID) isMeasured[cable] = isMeasured[cable - 1] ?? 0;
  }
  return isMeasured;
}

/** No connection names the cable. */
const UNSAID = 2;

function measureLink(
  netlist: Netlist,
  link: number,
  first: number,
  cableCount: number,
  isMeasured: Uint8Array,
): LinkRunSpread {
  const { cableLengthM, cableCageA, cableCageB, cageMember, links } = netlist;
  let longest = first;
  let shortestM = Number.POSITIVE_INFINITY;
  let sumM = 0;
  let measuredCount = 0;
  for (let cable = first; cable < first + cableCount; cable += 1) {
    const runM = cableLengthM[cable] as number;
    if (runM > (cableLengthM[longest] as number)) longest = cable;
    if (runM < shortestM) shortestM = runM;
    sumM += runM;
    measuredCount += isMeasured[cable] as number;
  }
  return {
    linkId: links[link]?.linkId ?? '',
    cableCount,
    measuredCount,
    shortestM: toCentimetres(shortestM),
    meanM: toCentimetres(sumM / cableCount),
    longestM: toCentimetres(cableLengthM[longest] as number),
    longest: {
      a: describeEnd(netlist, cageMember[cableCageA[longest] as number] as number),
      b: describeEnd(netlist, cageMember[cableCageB[longest] as number] as number),
    },
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
