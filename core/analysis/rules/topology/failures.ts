import { formatCount } from '../../../base/format-count.ts';
import type { ObjectRef } from '../../../base/diagnostic.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetGroup, Netlist } from '../../../netlist/netlist.ts';
import type { FabricReport } from '../../report.ts';
import { nameMembers } from '../name-members.ts';
import type { Rule } from '../rule.ts';

/**
 * What is broken is broken on purpose: the user asked what happens then. That is worth saying beside every figure it
 * changes; endpoints that are cut off are a finding about the drawing.
 */
export const failures: Rule = {
  id: 'topology.failures',
  code: 'topology.failures',
  family: 'topology',
  severity: 'warning',
  title: 'What is broken in the scenario leaves every endpoint connected',
  rationale:
    'A job stops when one of its servers loses the fabric; figures of a broken fabric are not those of the design.',
  source: 'Follows from the failures of the current scenario',
  subject: 'failures',
  check({ netlist, fabrics }, tally) {
    const { currentScenario } = netlist;
    if (netlist.failures === null) return;
    const { failedMemberCount, failedConnectionCount } = netlist.failures;
    tally.fail(
      {
        severity: 'advice',
        message: `In "${currentScenario.name}" ${listCounts(failedMemberCount, failedConnectionCount)} broken: bandwidth, paths and latency are those of the broken fabric; counts, parts and power those of the whole drawing.`,
        where: [],
        fix: {
          label: 'Repair everything',
          command: { name: 'repairItems', args: { failures: 'all', scenarioId: currentScenario.id } },
        },
      },
      currentScenario.failures.length,
    );
    for (const fabric of fabrics) {
      for (const { deviceId, count, first } of fabric.failures?.cutOff ?? []) {
        tally.fail({
          code: 'topology.cut-off',
          message: `${nameEndpoints(netlist, deviceId, count, first)} cut off from ${fabric.name} by what is broken in "${currentScenario.name}".`,
          where: [{ kind: 'device', id: deviceId, member: first }, toFabricRef(fabric)],
        });
      }
    }
  },
};

/** `1 device and 32 connections are`. */
function listCounts(members: number, connections: number): string {
  const parts = [
    ...(members > 0 ? [`${members} ${members === 1 ? 'device' : 'devices'}`] : []),
    ...(connections > 0 ? [`${connections} ${connections === 1 ? 'connection' : 'connections'}`] : []),
  ];
  return `${parts.join(' and ')} ${members + connections === 1 ? 'is' : 'are'}`;
}

function nameEndpoints(netlist: Netlist, deviceId: string, count: number, first: number): string {
  const group = netlist.groups.find((own) => own.deviceId === deviceId) as NetGroup;
  if (count === group.count)
    return group.count === 1 ? `${group.name} is` : `All ${formatCount(count)} members of ${group.name} are`;
  const name = formatMemberName(group.nameTemplate, first, Math.floor(first / group.membersPerPod));
  return count === 1 ? `${name} of ${group.name} is` : `${nameMembers(group, count)}, from ${name} on, are`;
}

function toFabricRef({ fabricId }: FabricReport): ObjectRef {
  return { kind: 'fabric', id: fabricId };
}
