import { formatCount } from '../../../base/format-count.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import type { Rule, RuleContext } from '../rule.ts';
import type { FabricTiers } from './fabric-tiers.ts';

/** Sums of Gb/s this much above others are not rounding. */
const TOLERANCE = 1.001;

/**
 * Pods are repeated blocks of switches. The last one may be short of servers (management nodes displace some, sites fill
 * up over time) and then of switches too; it must not squeeze more servers onto fewer switches.
 */
export const pods: Rule = {
  id: 'topology.pods',
  code: 'topology.pods',
  family: 'topology',
  severity: 'error',
  title: 'Pods are alike',
  rationale:
    'A pod with fewer switches for the same servers gives them less bandwidth; a pod on one side only meets nobody.',
  source: 'Follows from the pods of the drawing',
  subject: 'groups dealt into pods',
  adopts: ['topology.pods', 'topology.planes'],
  check(context, tally) {
    for (const finding of context.diagnostics) if (pods.adopts?.includes(finding.code)) tally.adopt(finding);
    context.netlist.groups.forEach((group, index) => {
      if (group.podCount < 2 || group.part?.kind !== 'switch') return;
      const squeezed = findSqueezed(context, group, index);
      if (!squeezed) {
        tally.pass();
        return;
      }
      const inLastPod = countLastPod(group);
      const count = group.podCount * group.membersPerPod;
      tally.fail({
        code: 'topology.uneven-pods',
        severity: 'warning',
        message: `The last pod of ${group.name} has ${inLastPod} switches, the others ${formatCount(group.membersPerPod)}, and each of them carries ${formatTbps(squeezed.lastGbps)} from below instead of ${formatTbps(squeezed.othersGbps)}; raise the count to ${formatCount(count)}.`,
        where: [{ kind: 'device', id: group.deviceId, member: group.count - inLastPod }],
        fix: {
          label: `Raise the count of ${group.name} to ${formatCount(count)}`,
          command: { name: 'setDeviceCount', args: { id: group.deviceId, count } },
        },
      });
    });
  },
};

function countLastPod({ count, podCount, membersPerPod }: NetGroup): number {
  return count - (podCount - 1) * membersPerPod;
}

/** Load from below of a switch in the last pod and in the others, where the last pod is short of switches and has more. */
function findSqueezed(
  { tiers }: RuleContext,
  group: NetGroup,
  index: number,
): { lastGbps: number; othersGbps: number } | null {
  const inLastPod = countLastPod(group);
  if (inLastPod === group.membersPerPod) return null;
  const firstOfLast = group.firstMember + group.count - inLastPod;
  for (const fabric of tiers) {
    if (!fabric.graph.switching.has(index)) continue;
    const lastGbps = findMost(fabric, firstOfLast, group.firstMember + group.count);
    const othersGbps = findMost(fabric, group.firstMember, firstOfLast);
    if (lastGbps > othersGbps * TOLERANCE) return { lastGbps, othersGbps };
  }
  return null;
}

function findMost({ downGbps }: FabricTiers, first: number, end: number): number {
  let most = 0;
  for (let member = first; member < end; member += 1) most = Math.max(most, downGbps[member] as number);
  return most;
}

function formatTbps(gbps: number): string {
  return `${gbps / 1000} Tb/s`;
}
