import { formatCount } from '../../../base/format-count.ts';
import type { ObjectRef } from '../../../base/diagnostic.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetGroup } from '../../../netlist/netlist.ts';
import { nameMembers } from '../name-members.ts';
import type { Rule } from '../rule.ts';
import type { Tally } from '../tally.ts';
import { isPartlyDarkSpine } from './dark-spine.ts';
import { findUnconnected, type Unconnected } from './find-unconnected.ts';

export const unconnected: Rule = {
  id: 'topology.unconnected',
  code: 'topology.unconnected',
  family: 'topology',
  severity: 'warning',
  title: 'Every device has a cable to some network',
  rationale: 'A device without a cable does no work.',
  source: 'Follows from the drawing',
  subject: 'devices',
  check(context, tally) {
    context.netlist.groups.forEach((group, index) => {
      if (!group.part || group.blockCount === 0) return;
      const found = findUnconnected(group, context.connected);
      tally.pass(group.count - found.count);
      if (found.count > 0 && !isPartlyDarkSpine(context, index, found.count)) fail(tally, group, found);
    });
  },
};

function fail(tally: Tally, group: NetGroup, { count, first }: Unconnected): void {
  const isSwitch = group.part?.kind === 'switch';
  const name = formatMemberName(group.nameTemplate, first, Math.floor(first / group.membersPerPod));
  const who =
    group.count === 1
      ? group.name
      : count === group.count
        ? `All ${formatCount(count)} members of ${group.name}`
        : `${nameMembers(group, count)}, from ${name} on,`;
  const have = group.count === 1 || count === 1 ? 'has' : 'have';
  const where: ObjectRef[] = [{ kind: 'device', id: group.deviceId, member: first }];
  const message = `${who} ${have} no cable to any network; draw a link from ${count === 1 ? 'its' : 'their'} ports.`;
  if (isSwitch) tally.fail({ code: 'topology.idle-switch', severity: 'advice', message, where }, count);
  else tally.fail({ message, where }, count);
}
