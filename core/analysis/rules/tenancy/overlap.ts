import type { Fix } from '../../../base/diagnostic.ts';
import { formatCount } from '../../../base/format-count.ts';
import { subtractRuns } from '../../../base/runs.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetGroup, Netlist } from '../../../netlist/netlist.ts';
import type { TenantDevice, TenantReport, TenantShare } from '../../tenant-report.ts';
import { nameMembers } from '../name-members.ts';
import type { Rule } from '../rule.ts';
import { joinNames } from '../../../base/join-names.ts';
import { nameTenants } from './name-tenants.ts';

export const tenantOverlap: Rule = {
  id: 'tenancy.overlap',
  code: 'tenancy.overlap',
  family: 'tenancy',
  severity: 'error',
  title: 'A server belongs to one tenant',
  rationale:
    'GPUs that are promised to two tenants run the jobs of one; figures of each tenant count them as if they were its own.',
  source: 'Follows from the servers that scenarios choose',
  subject: 'servers',
  check({ netlist, tenants: report }, tally) {
    if (!report || report.tenants.length < 2) return;
    for (const device of report.devices) {
      const doubled = device.shares.filter(({ tenants }) => tenants.length > 1);
      const group = netlist.groups.find(({ deviceId }) => deviceId === device.deviceId) as NetGroup;
      for (const { tenants, count } of device.shares) if (tenants.length === 1) tally.pass(count);
      const count = doubled.reduce((sum, share) => sum + share.count, 0);
      const [first] = doubled;
      if (!first) continue;
      const listed = doubled.map((share) => describeShare(report, group, share)).join('; ');
      tally.fail(
        {
          message: `${nameMembers(group, count)} ${count === 1 ? 'belongs' : 'belong'} to more than one tenant: ${listed}. Leave each to one of them.`,
          where: [{ kind: 'device', id: device.deviceId, member: first.runs[0]?.first ?? 0 }],
          fix: createFix(netlist, report, device, doubled),
        },
        count,
      );
    }
  },
};

/** `gpu-1 to gpu-8 to A and B`. */
function describeShare(report: TenantReport, group: NetGroup, { tenants, count, runs }: TenantShare): string {
  const nameOf = (member: number): string =>
    formatMemberName(group.nameTemplate, member, Math.floor(member / group.membersPerPod));
  const [run] = runs;
  const whose = joinNames(nameTenants(report, tenants));
  if (!run) return whose;
  const last = nameOf(run.first + run.count - 1);
  if (runs.length === 1) return `${whose} (${run.count === 1 ? last : `${nameOf(run.first)} to ${last}`})`;
  return `${whose} (${formatCount(count)}, from ${nameOf(run.first)} on)`;
}

/** Leaves them to the first tenant, where one scenario is all that has to change for that. */
function createFix(
  { scenarios }: Netlist,
  { tenants }: TenantReport,
  { deviceId }: TenantDevice,
  doubled: readonly TenantShare[],
): Fix | undefined {
  const [later, ...others] = new Set(doubled.flatMap((share) => share.tenants.slice(1)));
  const tenant = later === undefined ? undefined : tenants[later];
  const [scenarioId, ...more] = tenant?.scenarioIds ?? [];
  const scenario = scenarios.find(({ id }) => id === scenarioId);
  if (!tenant || others.length > 0 || more.length > 0 || scenario?.group.kind !== 'tenant') return undefined;
  const gone = doubled.flatMap(({ runs }) => runs);
  const runs = scenario.group.runs.flatMap((run) =>
    run.deviceId === deviceId ? subtractRuns(run.members, gone).map((members) => ({ deviceId, members })) : [run],
  );
  if (runs.length === 0) return undefined;
  const group = { ...scenario.group, runs };
  return {
    label: `Take them out of ${tenant.name}`,
    command: { name: 'editScenario', args: { id: scenario.id, patch: { group } } },
  };
}
