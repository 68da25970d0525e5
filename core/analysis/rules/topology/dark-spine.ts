import type { Fix } from '../../../base/diagnostic.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import { nameMembers } from '../name-members.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { findUnconnected, type Unconnected } from './find-unconnected.ts';

/** A tier above the leaves of some fabric. */
const SECOND_TIER = 2;

export const darkSpine: Rule = {
  id: 'topology.dark-spine',
  code: 'topology.dark-spine',
  family: 'topology',
  severity: 'warning',
  title: 'Uplinks reach every spine',
  rationale: 'A spine that no uplink reaches costs money and power and carries nothing.',
  source: 'Follows from the equal-links rule: uplinks are dealt evenly over the spines',
  subject: 'upper-tier switches',
  check(context, tally) {
    context.netlist.groups.forEach((group, index) => {
      if (!isUpperTier(context, index)) return;
      const found = findUnconnected(group, context.connected);
      tally.pass(group.count - found.count);
      if (found.count === 0) return;
      const name = formatMemberName(group.nameTemplate, found.first, Math.floor(found.first / group.membersPerPod));
      tally.fail(
        {
          message: `No uplink reaches ${nameMembers(group, found.count)}, from ${name} on; use more uplinks or fewer of these switches.`,
          where: [{ kind: 'device', id: group.deviceId, member: found.first }],
          fix: createCountFix(context, group, found),
        },
        found.count,
      );
    });
  },
};

/** A group of which some members carry traffic above the leaves and others have no cable at all. */
export function isPartlyDarkSpine(context: RuleContext, groupIndex: number, unconnectedCount: number): boolean {
  const group = context.netlist.groups[groupIndex] as NetGroup;
  return unconnectedCount < group.count && isUpperTier(context, groupIndex);
}

function isUpperTier({ tiers }: RuleContext, groupIndex: number): boolean {
  return tiers.some(({ graph }) => (graph.tierOfGroup[groupIndex] as number) >= SECOND_TIER);
}

/**
 * Only where the dark ones are the last of the group and its links are dealt or listed, so that taking them away leaves
 * every other one a cable.
 */
function createCountFix({ links }: RuleContext, group: NetGroup, { count, first }: Unconnected): Fix | undefined {
  if (first === 0 || first + count !== group.count || group.podCount > 1) return undefined;
  const own = links.filter(({ a, b }) => a.group === group || b.group === group);
  const isSafe = own.every(
    ({ link }) =>
      (link.pattern === 'spread' || link.pattern === 'explicit') && link.connectionCount === link.requestedCount,
  );
  if (!isSafe) return undefined;
  return {
    label: `Lower the count of ${group.name} to ${first}`,
    command: { name: 'setDeviceCount', args: { id: group.deviceId, count: first } },
  };
}
