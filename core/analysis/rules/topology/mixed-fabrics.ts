import type { NetGroup } from '../../../netlist/netlist.ts';
import { nameGroupOrMembers } from '../name-members.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Advice: converged switches are built on purpose, but somebody should know. */
export const mixedFabrics: Rule = {
  id: 'topology.mixed-fabrics',
  code: 'topology.mixed-fabrics',
  family: 'topology',
  severity: 'advice',
  title: 'A switch serves one fabric',
  rationale:
    'Fabrics that share switches share their buffers and their failures: a storage burst can slow a training step.',
  source: 'Follows from the wiring',
  subject: 'switches',
  check(context, tally) {
    context.netlist.groups.forEach((group, index) => {
      const fabrics = context.tiers.filter(({ graph }) => graph.switching.has(index));
      if (fabrics.length === 0) return;
      const shared = fabrics.length < 2 ? 0 : countShared(context, group, index);
      tally.pass(group.count - shared);
      if (shared === 0) return;
      const names = fabrics.map(({ graph }) => context.netlist.fabrics[graph.fabric]?.name ?? '').join(' and ');
      tally.fail(
        {
          message: `${nameGroupOrMembers(group, shared)} carries ${names} on the same switches; keep them apart unless that is meant.`,
          where: [{ kind: 'device', id: group.deviceId }],
        },
        shared,
      );
    });
  },
};

/** Members that forward in more than one fabric. */
function countShared({ tiers }: RuleContext, group: NetGroup, groupIndex: number): number {
  const fabrics = tiers.filter(({ graph }) => graph.switching.has(groupIndex));
  let count = 0;
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    let used = 0;
    for (const { downGbps, awayGbps } of fabrics) if (downGbps[member] !== 0 || awayGbps[member] !== 0) used += 1;
    if (used > 1) count += 1;
  }
  return count;
}
