/** What is broken, object by object, for badges and counts. */
import type { Netlist } from '../netlist/netlist.ts';
import { countIdleGpus } from './idle-gpus.ts';
import type { FabricReport, FailureReport, Report } from './report.ts';

/** Nothing at all when nothing is broken. */
export function computeFailures(netlist: Netlist, fabrics: readonly FabricReport[]): Pick<Report, 'failures'> {
  const { failures, currentScenario, groups, links } = netlist;
  if (failures === null) return {};
  const { memberFailed, connectionFailed, failedMemberCount, failedConnectionCount } = failures;
  const report: FailureReport = {
    scenarioId: currentScenario.id,
    scenarioName: currentScenario.name,
    memberCount: failedMemberCount,
    connectionCount: failedConnectionCount,
    devices: groups.flatMap(({ deviceId, firstMember, count }) => {
      const brokenCount = countSet(memberFailed, firstMember, count);
      return brokenCount > 0 ? [{ deviceId, brokenCount }] : [];
    }),
    links: links.flatMap(({ linkId, firstConnection, connectionCount }) => {
      const brokenCount = countSet(connectionFailed, firstConnection, connectionCount);
      return brokenCount > 0 ? [{ linkId, brokenCount }] : [];
    }),
    gpus: countIdleGpus(netlist, fabrics),
  };
  return { failures: report };
}

function countSet(flags: Uint8Array, first: number, count: number): number {
  let sum = 0;
  for (let i = first; i < first + count; i += 1) sum += flags[i] as number;
  return sum;
}
