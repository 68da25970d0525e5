import { formatKw, formatMaxKw } from '../../../base/format-kw.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { NetFacilities } from '../../../netlist/facilities.ts';
import type { NetGroup, Netlist, NetPdus, NetRackGroup } from '../../../netlist/netlist.ts';
import { computeOneSide } from '../../redundant-supply.ts';
import type { FacilityReport } from '../../facility-report.ts';
import type { RackPower } from '../../report.ts';
import { ratePdus } from '../../supply.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { countRacks, judgeRacks, pointAtRacks, tellUnknownPower } from './failing-racks.ts';
import { createPduFix, createSecondFeedFix } from './pdu-fixes.ts';
import { recallRackContents, getGroup, type RackContents } from './rack-contents.ts';
import { countOutlets, getInlet, needsEqualFeeds, type Outlets } from './power-supplies.ts';

/** R24. */
export const powerInlets: Rule = {
  id: 'R24',
  code: 'rack.inlets',
  family: 'physical',
  severity: 'error',
  title: 'Every power supply has an outlet that fits, on two feeds',
  rationale:
    'Supplies of the 3 kW class need C19 outlets, busbar devices need a busbar, and with N+N supplies either feed alone must carry the rack.',
  source: 'https://docs.nvidia.com/dgx/dgxb200-user-guide/introduction-to-dgxb200.html',
  subject: 'checks of racks',
  check({ netlist, rackLoads, facility, memory }, tally) {
    const contents = recallRackContents(netlist, memory);
    netlist.rackGroups.forEach((rackGroup, index) => {
      const groups = listGroups(netlist, rackGroup, contents);
      if (groups.length === 0) return;
      if (rackGroup.pdus.length === 0) {
        tally.skip(`no PDUs are chosen for ${rackGroup.name}`, rackGroup.count);
        return;
      }
      checkOutlets(netlist, rackGroup, contents, groups, tally);
      checkFeeds(netlist.facilities, rackGroup, groups, rackLoads[index], facility, tally);
    });
  },
};

function listGroups(netlist: Netlist, rackGroup: NetRackGroup, contents: RackContents): NetGroup[] {
  return [...(contents.groupsOfRackGroup.get(rackGroup) ?? [])].map((index) => netlist.groups[index] as NetGroup);
}

function checkOutlets(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
  groups: readonly NetGroup[],
  tally: Tally,
): void {
  for (const { part, name } of groups) {
    if (part && (!part.psu || part.psu.count === null)) tally.skip(`the power supplies of ${part.model} are not known`);
    else if (part && getInlet(part) === null) tally.skip(`the inlets of ${part.model} are not known`);
    else if (!part) tally.skip(`the power supplies of ${name} are not known`);
  }
  const has = sumOutlets(rackGroup.pdus);
  if (!has) {
    tally.skip(`the outlets of the PDUs of ${rackGroup.name} are not known`, rackGroup.count);
    return;
  }
  const { worst, failedCount } = judgeOutlets(netlist, rackGroup, contents, has);
  tally.pass(rackGroup.count - failedCount);
  if (failedCount === 0) return;
  const rack = formatRackName(rackGroup.name, worst.rack, rackGroup.count);
  tally.fail(
    {
      message: `${rack} needs ${describe(worst.need)} outlets, its PDUs have ${describe(has)}${has.either > 0 ? ` and ${has.either} that are either` : ''}${countRacks(failedCount, rackGroup)}; add PDUs or choose others.`,
      where: [pointAtRacks(rackGroup, worst.rack, failedCount)],
      fix: createPduFix(rackGroup, (pdus) => fits(worst.need, sumOutlets(pdus))),
    },
    failedCount,
  );
}

/** Outlets of the PDUs of one rack; null when one PDU's are not known. */
function sumOutlets(pdus: readonly NetPdus[]): Outlets | null {
  const sum = { c13: 0, c19: 0, busbar: 0, either: 0 };
  for (const { part, count } of pdus) {
    const outlets = part && countOutlets(part);
    if (!outlets) return null;
    sum.c13 += outlets.c13 * count;
    sum.c19 += outlets.c19 * count;
    sum.busbar += outlets.busbar * count;
    sum.either += outlets.either * count;
  }
  return sum;
}

/** Racks that lack outlets for the known supplies, and which of them needs most. */
function judgeOutlets(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
  has: Outlets,
): { worst: { rack: number; need: Outlets }; failedCount: number } {
  let failedCount = 0;
  let worst = { rack: 0, need: { c13: 0, c19: 0, busbar: 0, either: 0 } };
  let most = -1;
  for (let rack = 0; rack < rackGroup.count; rack += 1) {
    const need = { c13: 0, c19: 0, busbar: 0, either: 0 };
    for (const member of contents.membersOfRack[rackGroup.firstRack + rack] ?? []) {
      const { part } = getGroup(netlist, member);
      const inlet = part && getInlet(part);
      const count = part?.psu?.count ?? 0;
      if (inlet === 'C20') need.c19 += count;
      else if (inlet === 'C14') need.c13 += count;
      // A busbar is a rail: one feeds every device clipped to it.
      else if (inlet === 'busbar') need.busbar = 1;
    }
    if (fits(need, has)) continue;
    failedCount += 1;
    const total = need.c13 + need.c19 + need.busbar;
    if (total > most) {
      most = total;
      worst = { rack, need };
    }
  }
  return { worst, failedCount };
}

function fits(need: Outlets, has: Outlets | null): boolean {
  if (!has || need.busbar > has.busbar) return false;
  return Math.max(0, need.c19 - has.c19) + Math.max(0, need.c13 - has.c13) <= has.either;
}

function describe({ c13, c19, busbar }: Outlets): string {
  const counts = [
    ...(c19 > 0 ? [`${c19} C19`] : []),
    ...(c13 > 0 ? [`${c13} C13`] : []),
    ...(busbar > 0 ? ['busbar'] : []),
  ];
  return counts.length === 0 ? 'no such' : counts.join(' and ');
}

/** Devices with equal supplies on two feeds ask for what racks of redundancy 2N are held to by a rule of their own. */
function checkFeeds(
  facilities: NetFacilities,
  rackGroup: NetRackGroup,
  groups: readonly NetGroup[],
  load: RackPower | undefined,
  { racks }: FacilityReport,
  tally: Tally,
): void {
  const redundant = groups.find(({ part }) => part && needsEqualFeeds(part));
  if (!redundant || !load || rackGroup.redundancy === '2N') return;
  const nameFeed = (feedId: string): string => facilities.feeds.find(({ id }) => id === feedId)?.name ?? feedId;
  const computeCarry = (pdus: readonly NetPdus[]) =>
    computeOneSide(ratePdus(pdus, facilities), rackGroup.name, nameFeed);
  const carry = computeCarry(rackGroup.pdus);
  if (carry.kind === 'not-known') {
    tally.skip(carry.reason, rackGroup.count);
    return;
  }
  const { value: loadW, unknownCount: missingCount, unknownParts } = load.worstMaxW;
  const { passedCount, failedCount, unknownCount, worst } = judgeRacks(rackGroup, racks.maxW, carry.usableW);
  tally.pass(passedCount);
  if (unknownCount > 0) tally.skip(tellUnknownPower(unknownParts), unknownCount);
  if (failedCount === 0) return;
  const isEnough = (pdus: readonly NetPdus[]): boolean => {
    const raised = computeCarry(pdus);
    return raised.kind === 'known' && raised.usableW >= loadW;
  };
  tally.fail(
    {
      code: 'rack.feed',
      message: `${formatRackName(rackGroup.name, worst, rackGroup.count)} draws ${formatMaxKw(loadW, missingCount)}, ${carry.left} ${formatKw(carry.usableW)} kW${countRacks(failedCount, rackGroup)}; ${redundant.name} has equal supplies on both and must run on one.`,
      where: [pointAtRacks(rackGroup, worst, failedCount)],
      fix: createSecondFeedFix(rackGroup, facilities, isEnough) ?? createPduFix(rackGroup, isEnough),
    },
    failedCount,
  );
}
