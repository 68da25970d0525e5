import { formatCount } from '../../../base/format-count.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import { type NetGroup, type Netlist, NONE } from '../../../netlist/netlist.ts';
import type { Rule } from '../rule.ts';

/** R16. Counts the ports of the cages in use as they are split; the switch's own management jacks do not count. */
export const portBudget: Rule = {
  id: 'R16',
  code: 'ports.logical-budget',
  family: 'ports',
  severity: 'error',
  title: "Split cages stay within the switch's logical ports",
  rationale: 'Switch silicon serves a limited number of logical ports, fewer than all cages split as far as they can.',
  source:
    'https://www.delltechnologies.com/asset/en-us/products/networking/technical-support/dell-powerswitch-z9864f-on-spec-sheet.pdf',
  subject: 'switches',
  check({ netlist }, tally) {
    for (const group of netlist.groups) {
      if (group.part?.kind !== 'switch') continue;
      const limit = group.part.logicalPortsMax;
      if (limit === null) {
        tally.skip(`the logical port limit of ${group.part.model} is not known`, group.count);
        continue;
      }
      const over = countPortLimit(netlist, group) <= limit ? null : findOverBudget(netlist, group, limit);
      if (!over) {
        tally.pass(group.count);
        continue;
      }
      tally.pass(group.count - over.memberCount);
      const name = formatMemberName(group.nameTemplate, over.worst, Math.floor(over.worst / group.membersPerPod));
      tally.fail(
        {
          message: `${name} would run ${formatCount(over.portCount)} logical ports, ${group.part.model} serves at most ${limit}${over.memberCount > 1 ? ` (${formatCount(over.memberCount)} of ${formatCount(group.count)} members)` : ''}; split fewer cages.`,
          where: [{ kind: 'device', id: group.deviceId, member: over.worst }],
        },
        over.memberCount,
      );
    }
  },
};

/** The most ports a member could run whatever is plugged in: spares the count where the limit cannot be reached. */
function countPortLimit(netlist: Netlist, group: NetGroup): number {
  return listDataBlocks(netlist, group).reduce(
    (sum, { block, cagesPerMember }) =>
      sum + cagesPerMember * Math.max(0, ...block.modes.map((mode) => mode.portsPerCage)),
    0,
  );
}

function listDataBlocks(netlist: Netlist, group: NetGroup) {
  return netlist.blocks
    .slice(group.firstBlock, group.firstBlock + group.blockCount)
    .filter(({ block }) => block.role !== 'mgmt');
}

function findOverBudget(
  netlist: Netlist,
  group: NetGroup,
  limit: number,
): { memberCount: number; worst: number; portCount: number } | null {
  const blocks = listDataBlocks(netlist, group);
  let memberCount = 0;
  let worst = 0;
  let worstPorts = 0;
  for (let member = 0; member < group.count; member += 1) {
    let ports = 0;
    for (const { firstCage, cagesPerMember } of blocks) {
      const first = firstCage + member * cagesPerMember;
      for (let cage = first; cage < first + cagesPerMember; cage += 1) ports += countUsedCagePorts(netlist, cage);
    }
    if (ports <= limit) continue;
    memberCount += 1;
    if (ports > worstPorts) {
      worstPorts = ports;
      worst = member;
    }
  }
  return memberCount === 0 ? null : { memberCount, worst, portCount: worstPorts };
}

/** All ports of a cage that carries a connection, none of an idle one. */
function countUsedCagePorts(netlist: Netlist, cage: number): number {
  const first = netlist.cageFirstPort[cage] as number;
  const end = netlist.cageFirstPort[cage + 1] as number;
  for (let port = first; port < end; port += 1) if (netlist.portConnection[port] !== NONE) return end - first;
  return 0;
}
