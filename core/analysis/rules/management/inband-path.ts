import { formatCount } from '../../../base/format-count.ts';
import { nameGroupOrMembers } from '../name-members.ts';
import type { Rule } from '../rule.ts';
import { listFabricsFor } from './oob-jacks.ts';
import { findMembersOutside, isLarge } from './reached-members.ts';

/** Networks over which a job scheduler can reach a server. */
const PURPOSES = ['inband', 'frontend'];

export const inbandPath: Rule = {
  id: 'management.inband-path',
  code: 'management.inband-path',
  family: 'management',
  severity: 'advice',
  title: 'Servers can be reached in band',
  rationale: 'Jobs, images and users come in over an in-band or front-end network, not over the compute fabric.',
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'endpoints',
  check(context, tally) {
    const { netlist, tiers } = context;
    const endpoints = netlist.groups.filter(({ role }) => role === 'endpoint');
    const total = endpoints.reduce((sum, { count }) => sum + count, 0);
    if (total === 0) return;
    if (listFabricsFor(netlist, tiers, PURPOSES).length > 0) {
      for (const group of endpoints) {
        const outside = findMembersOutside(context, group, PURPOSES);
        tally.pass(group.count - outside.count);
        if (outside.count === 0) continue;
        tally.fail(
          {
            message: `${nameGroupOrMembers(group, outside.count)} has no cable to the in-band or front-end network; link its in-band ports.`,
            where: [{ kind: 'device', id: group.deviceId, member: outside.first }],
          },
          outside.count,
        );
      }
    } else if (isLarge(netlist)) {
      tally.fail(
        { message: `No in-band or front-end network is drawn for ${formatCount(total)} endpoints.`, where: [] },
        total,
      );
    } else tally.skip('no in-band or front-end network is drawn', total);
  },
};
