import type { Rule } from '../rule.ts';

/**
 * Pods are repeated blocks of switches. The last pod may be short of servers on purpose (management nodes displace some,
 * sites fill up over time), never of switches.
 */
export const pods: Rule = {
  id: 'topology.pods',
  code: 'topology.pods',
  family: 'topology',
  severity: 'error',
  title: 'Pods are alike',
  rationale:
    'A pod with fewer switches than the others gives its servers less bandwidth; a pod on one side only meets nobody.',
  source: 'Follows from the pods of the drawing',
  subject: 'groups dealt into pods',
  adopts: ['topology.pods'],
  check({ netlist, diagnostics }, tally) {
    for (const finding of diagnostics) if (finding.code === 'topology.pods') tally.adopt(finding);
    for (const group of netlist.groups) {
      if (group.podCount < 2 || group.part?.kind !== 'switch') continue;
      const inLastPod = group.count - (group.podCount - 1) * group.membersPerPod;
      if (inLastPod === group.membersPerPod) tally.pass();
      else {
        tally.fail({
          code: 'topology.uneven-pods',
          severity: 'warning',
          message: `The last pod of ${group.name} has ${inLastPod} switches, the others ${group.membersPerPod}; raise the count to ${group.podCount * group.membersPerPod} or change the pod size.`,
          where: [{ kind: 'device', id: group.deviceId, member: group.count - inLastPod }],
          fix: {
            label: `Raise the count of ${group.name} to ${group.podCount * group.membersPerPod}`,
            command: {
              name: 'setDeviceCount',
              args: { id: group.deviceId, count: group.podCount * group.membersPerPod },
            },
          },
        });
      }
    }
  },
};
