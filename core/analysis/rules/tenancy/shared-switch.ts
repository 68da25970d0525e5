import type { ObjectRef } from '../../../base/diagnostic.ts';
import { formatCount } from '../../../base/format-count.ts';
import type { TenantFabric, TenantSwitches } from '../../tenant-report.ts';
import type { Rule } from '../rule.ts';
import { joinNames } from '../../../base/join-names.ts';
import { nameTenants } from './name-tenants.ts';

/** Advice: sharing is how most clouds are built, but it takes more than cables to keep tenants apart then. */
export const sharedSwitch: Rule = {
  id: 'tenancy.shared-switch',
  code: 'tenancy.shared-switch',
  family: 'tenancy',
  severity: 'advice',
  title: 'Tenants meet on no first switch',
  rationale:
    'On one switch tenants reach each other unless its configuration keeps them apart, and share its buffers and failures either way.',
  source: 'Follows from the wiring and the servers that scenarios choose',
  subject: 'switches',
  check({ netlist, tenants: report }, tally) {
    if (!report || report.tenants.length < 2) return;
    const nameOf = new Map(netlist.groups.map(({ deviceId, name }) => [deviceId, name]));
    for (const fabric of report.fabrics) {
      for (const { tenants, count } of fabric.switches) if (tenants.length < 2) tally.pass(count);
      for (const shared of groupShared(fabric)) {
        const names = joinNames(nameTenants(report, shared[0]?.tenants ?? []));
        const count = shared.reduce((sum, own) => sum + own.count, 0);
        const groups = joinNames(shared.map(({ deviceId }) => nameOf.get(deviceId) ?? ''));
        tally.fail(
          {
            message: `${formatCount(count)} ${count === 1 ? 'switch' : 'switches'} of ${fabric.name} (${groups}) ${count === 1 ? 'takes' : 'take'} servers of ${names}: keep these tenants apart ${describeWay(fabric)}, or place each on switches of its own.`,
            where: [...shared.map(toRef), { kind: 'fabric', id: fabric.fabricId }],
          },
          count,
        );
      }
    }
  },
};

/** Those of the same tenants together. */
function groupShared({ switches }: TenantFabric): TenantSwitches[][] {
  const shared = new Map<string, TenantSwitches[]>();
  for (const own of switches) {
    if (own.tenants.length < 2) continue;
    shared.set(own.tenants.join(), [...(shared.get(own.tenants.join()) ?? []), own]);
  }
  return [...shared.values()];
}

function toRef({ deviceId, first }: TenantSwitches): ObjectRef {
  return { kind: 'device', id: deviceId, member: first };
}

function describeWay({ technology }: TenantFabric): string {
  return technology === 'infiniband' ? 'by partition keys' : 'by VRFs or VXLAN segments';
}
