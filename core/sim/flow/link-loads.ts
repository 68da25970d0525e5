/** How full cables were in a run, cable by cable and link by link. */
import { formatMemberName } from '../../netlist/names.ts';
import type { NetGroup, Netlist, NetLink } from '../../netlist/netlist.ts';
import type { BusyLink } from '../flow-report.ts';
import type { FlowJob } from './flow-job.ts';
import type { FlowRun } from './run-flows.ts';

const MOST_BUSY = 200;

export interface LinkLoads {
  readonly busiest: readonly BusyLink[];
  readonly utilisationOfLink: Readonly<Record<string, number>>;
  readonly meanUtilisationOfLink: Readonly<Record<string, number>>;
}

/** `capacity`: bytes per us, by wire. */
export function measureLinkLoads(
  netlist: Netlist,
  run: FlowRun,
  jobs: readonly FlowJob[],
  capacity: Float64Array,
): LinkLoads {
  const failed = netlist.failures?.connectionFailed ?? null;
  const meanOf = (wire: number): number => {
    const most = (capacity[wire] as number) * run.endUs;
    return most > 0 ? Math.min(1, (run.sentBytes[wire] as number) / most) : 0;
  };
  const utilisationOfLink: Record<string, number> = {};
  const meanUtilisationOfLink: Record<string, number> = {};
  for (const { linkId, firstConnection, connectionCount } of netlist.links) {
    let most = 0;
    let sum = 0;
    let working = 0;
    for (let i = firstConnection; i < firstConnection + connectionCount; i += 1) {
      if (failed?.[i] === 1) continue;
      const mean = Math.max(meanOf(2 * i), meanOf(2 * i + 1));
      most = Math.max(most, mean);
      sum += mean;
      working += 1;
    }
    utilisationOfLink[linkId] = most;
    meanUtilisationOfLink[linkId] = working > 0 ? sum / working : 0;
  }
  return { busiest: listBusiest(netlist, run, jobs, capacity, meanOf), utilisationOfLink, meanUtilisationOfLink };
}

function listBusiest(
  netlist: Netlist,
  run: FlowRun,
  jobs: readonly FlowJob[],
  capacity: Float64Array,
  meanOf: (wire: number) => number,
): BusyLink[] {
  const flowsOn = countFlows(jobs, capacity.length);
  return findFullest(run.sentBytes, meanOf).map((wire) => {
    const connection = wire >> 1;
    const link = netlist.links[netlist.connectionLink[connection] as number] as NetLink;
    const memberA = netlist.connectionMemberA[connection] as number;
    const memberB = netlist.connectionMemberB[connection] as number;
    const meanUtilisation = meanOf(wire);
    return {
      linkId: link.linkId,
      memberA,
      memberB,
      nameA: nameMember(netlist, memberA),
      nameB: nameMember(netlist, memberB),
      direction: wire % 2 === 0 ? 'a-to-b' : 'b-to-a',
      gbps: meanUtilisation * link.speedGbps,
      meanUtilisation,
      peakUtilisation: Math.max(
        meanUtilisation,
        Math.min(1, (run.peakRate[wire] as number) / (capacity[wire] as number)),
      ),
      flowCount: flowsOn[wire] as number,
    };
  });
}

/** Wires that carried most of what they can, fullest first; of equals the lower number. */
function findFullest(sentBytes: Float64Array, meanOf: (wire: number) => number): number[] {
  const mean = new Float64Array(sentBytes.length);
  for (let wire = 0; wire < mean.length; wire += 1) if (sentBytes[wire] !== 0) mean[wire] = meanOf(wire);
  const sorted = mean.slice().sort();
  const least = sorted[Math.max(0, sorted.length - MOST_BUSY)] ?? 0;
  const chosen: number[] = [];
  for (let wire = 0; wire < mean.length; wire += 1)
    if ((mean[wire] as number) > 0 && (mean[wire] as number) > least) chosen.push(wire);
  for (let wire = 0; wire < mean.length && chosen.length < MOST_BUSY; wire += 1) {
    if ((mean[wire] as number) > 0 && mean[wire] === least) chosen.push(wire);
  }
  return chosen.sort((x, y) => (mean[y] as number) - (mean[x] as number) || x - y).slice(0, MOST_BUSY);
}

/** Whole or in part, of all phases. */
function countFlows(jobs: readonly FlowJob[], wireCount: number): Uint32Array {
  const count = new Uint32Array(wireCount);
  for (const { phases } of jobs) {
    for (const { paths } of phases) for (const wire of paths.link) count[wire] = (count[wire] as number) + 1;
  }
  return count;
}

function nameMember(netlist: Netlist, member: number): string {
  const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
  const index = member - group.firstMember;
  return formatMemberName(group.nameTemplate, index, Math.floor(index / group.membersPerPod));
}
