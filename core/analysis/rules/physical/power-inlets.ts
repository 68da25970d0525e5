import type { Fix } from '../../../base/diagnostic.ts';
import { formatRackName } from '../../../netlist/names.ts';
import type { NetGroup, Netlist, NetRackGroup } from '../../../netlist/netlist.ts';
import type { RackPower } from '../../report.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { createRackContents, getGroup, type RackContents } from './rack-contents.ts';
import { countOutlets, getInlet, needsEqualFeeds, type Outlets } from './power-supplies.ts';

/** PDUs beyond which adding more is not a fix. */
const MAX_PDUS = 8;

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
  check({ netlist, rackLoads }, tally) {
    const contents = createRackContents(netlist);
    netlist.rackGroups.forEach((rackGroup, index) => {
      const groups = listGroups(netlist, rackGroup, contents);
      if (groups.length === 0) return;
      if (rackGroup.pdus.length === 0) {
        tally.skip(`no PDUs are chosen for ${rackGroup.name}`, rackGroup.count);
        return;
      }
      checkOutlets(netlist, rackGroup, contents, groups, tally);
      checkFeeds(rackGroup, groups, rackLoads[index], tally);
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
  const has = sumOutlets(rackGroup, 1);
  if (!has) {
    tally.skip(`the outlets of the PDUs of ${rackGroup.name} are not known`, rackGroup.count);
    return;
  }
  const worst = findWorstRack(netlist, rackGroup, contents);
  if (fits(worst.need, has)) {
    tally.pass(rackGroup.count);
    return;
  }
  const rack = formatRackName(rackGroup.name, worst.rack, rackGroup.count);
  tally.fail(
    {
      message: `${rack} needs ${describe(worst.need)} outlets, its PDUs have ${describe(has)}${has.either > 0 ? ` and ${has.either} that are either` : ''}; add PDUs or choose others.`,
      where: [{ kind: 'rack', id: rackGroup.rackId, member: worst.rack }],
      fix: createPduFix(rackGroup, (count) => fits(worst.need, sumOutlets(rackGroup, count))),
    },
    rackGroup.count,
  );
}

/** Outlets of one rack with `count` times its PDUs; null when one PDU's are not known. */
function sumOutlets(rackGroup: NetRackGroup, factor: number): Outlets | null {
  const sum = { c13: 0, c19: 0, busbar: 0, either: 0 };
  for (const { part, count } of rackGroup.pdus) {
    const outlets = part && countOutlets(part);
    if (!outlets) return null;
    sum.c13 += outlets.c13 * count * factor;
    sum.c19 += outlets.c19 * count * factor;
    sum.busbar += outlets.busbar * count * factor;
    sum.either += outlets.either * count * factor;
  }
  return sum;
}

/** The rack that needs most outlets of the known supplies. */
function findWorstRack(
  netlist: Netlist,
  rackGroup: NetRackGroup,
  contents: RackContents,
): { rack: number; need: Outlets } {
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
    const total = need.c13 + need.c19 + need.busbar;
    if (total > most) {
      most = total;
      worst = { rack, need };
    }
  }
  return worst;
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

/** Half the PDUs hang on each feed; the other half must carry the fullest rack when the first fails. */
function checkFeeds(
  rackGroup: NetRackGroup,
  groups: readonly NetGroup[],
  load: RackPower | undefined,
  tally: Tally,
): void {
  const redundant = groups.find(({ part }) => part && needsEqualFeeds(part));
  if (!redundant || !load) return;
  const usableW = rackGroup.pdus.map(({ part }) => part?.usableKw ?? null);
  if (usableW.includes(null)) {
    tally.skip(`the usable power of the PDUs of ${rackGroup.name} is not known`, rackGroup.count);
    return;
  }
  const totalKw = rackGroup.pdus.reduce((sum, { count }, index) => sum + (usableW[index] as number) * count, 0);
  const pduCount = rackGroup.pdus.reduce((sum, { count }) => sum + count, 0);
  const feedKw = (totalKw / pduCount) * Math.floor(pduCount / 2);
  const loadKw = load.worstMaxW.value / 1000;
  if (loadKw > feedKw) {
    tally.fail(
      {
        code: 'rack.feed',
        message: `${formatRackName(rackGroup.name, load.worstRackIndex, rackGroup.count)} draws up to ${loadKw.toFixed(1)} kW, one of its two feeds carries ${feedKw.toFixed(1)} kW; ${redundant.name} has equal supplies on both and must run on one.`,
        where: [{ kind: 'rack', id: rackGroup.rackId, member: load.worstRackIndex }],
        fix: createPduFix(rackGroup, (factor) => Math.floor((pduCount * factor) / 2) * (totalKw / pduCount) >= loadKw),
      },
      rackGroup.count,
    );
  } else if (load.worstMaxW.unknownCount > 0) {
    tally.skip(`the maximum power of ${load.worstMaxW.unknownParts.join(', ')} is not known`, rackGroup.count);
  } else tally.pass(rackGroup.count);
}

/** More of the same PDU, where the rack has one kind and a sensible number of them is enough. */
function createPduFix(rackGroup: NetRackGroup, isEnough: (factor: number) => boolean): Fix | undefined {
  const [pdu, ...others] = rackGroup.pdus;
  if (!pdu || others.length > 0) return undefined;
  for (let count = pdu.count + 1; count <= MAX_PDUS; count += 1) {
    if (!isEnough(count / pdu.count)) continue;
    return {
      label: `Fit ${count} PDUs to each rack`,
      command: {
        name: 'editRack',
        args: { id: rackGroup.rackId, patch: { pdus: [{ partId: pdu.partId, count }] } },
      },
    };
  }
  return undefined;
}
