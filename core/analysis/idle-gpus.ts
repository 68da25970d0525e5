/** GPUs that what is broken leaves without work, and what an hour of that costs. */
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import type { FabricReport, IdleGpus } from './report.ts';

/**
 * In the fabric the current scenario is about, or the first compute fabric. A GPU is idle when its server is broken or cut off from
 * the rest. One that has only lost its own port still works: its traffic goes through other GPUs of the server.
 */
export function countIdleGpus(netlist: Netlist, fabrics: readonly FabricReport[]): IdleGpus {
  const { training } = netlist.currentScenario;
  const fabric = findFabric(netlist);
  const brokenCount = countBrokenGpus(netlist);
  const cutOffCount = countCutOffGpus(netlist, fabric === undefined ? undefined : fabrics[fabric]);
  const pricePerGpuHour = training?.pricePerGpuHour ?? null;
  return {
    brokenCount,
    cutOffCount,
    portlessCount: fabric === undefined ? 0 : countPortlessGpus(netlist, fabric),
    pricePerGpuHour,
    costPerHour: pricePerGpuHour === null ? null : (brokenCount + cutOffCount) * pricePerGpuHour,
    currency: training?.currency ?? null,
  };
}

/** Index of the fabric; undefined = there is none. */
function findFabric({ fabrics, currentScenario }: Netlist): number | undefined {
  const isAsked = ({ fabricId, purpose }: (typeof fabrics)[number]): boolean =>
    currentScenario.fabricId === null ? purpose === 'compute' : fabricId === currentScenario.fabricId;
  const index = fabrics.findIndex(isAsked);
  return index < 0 ? undefined : index;
}

/** 0 = none, or not known. */
export function gpusPerMember({ part }: NetGroup): number {
  return part?.kind === 'server' ? (part.gpuCount ?? 0) : 0;
}

function countBrokenGpus({ groups, failures }: Netlist): number {
  let sum = 0;
  for (const group of groups) {
    const gpuCount = gpusPerMember(group);
    if (gpuCount === 0) continue;
    for (let i = 0; i < group.count; i += 1) sum += gpuCount * (failures?.memberFailed[group.firstMember + i] ?? 0);
  }
  return sum;
}

function countCutOffGpus({ groups }: Netlist, fabric: FabricReport | undefined): number {
  let sum = 0;
  for (const { deviceId, count } of fabric?.failures?.cutOff ?? []) {
    const group = groups.find((candidate) => candidate.deviceId === deviceId);
    sum += group ? count * gpusPerMember(group) : 0;
  }
  return sum;
}

/**
 * Working servers that have lost some of their ports in the fabric, not all. Where a server has no more ports than GPUs, a port
 * serves GPUs / ports of them; with more, a GPU keeps others.
 */
function countPortlessGpus(netlist: Netlist, fabric: number): number {
  const { groups, links, failures, connectionMemberA, connectionMemberB, memberGroup } = netlist;
  if (failures === null) return 0;
  const drawn = new Uint32Array(netlist.memberCount);
  const broken = new Uint32Array(netlist.memberCount);
  for (const link of links) {
    if (link.fabric !== fabric) continue;
    const end = link.firstConnection + link.connectionCount;
    for (let i = link.firstConnection; i < end; i += 1) {
      const isBroken = failures.connectionFailed[i] as number;
      for (const member of [connectionMemberA[i] as number, connectionMemberB[i] as number]) {
        drawn[member] = (drawn[member] as number) + 1;
        broken[member] = (broken[member] as number) + isBroken;
      }
    }
  }
  let sum = 0;
  for (let member = 0; member < netlist.memberCount; member += 1) {
    const [lost, portCount] = [broken[member] as number, drawn[member] as number];
    if (lost === 0 || lost === portCount || failures.memberFailed[member] === 1) continue;
    const gpuCount = gpusPerMember(groups[memberGroup[member] as number] as NetGroup);
    if (portCount <= gpuCount) sum += (gpuCount / portCount) * lost;
  }
  return sum;
}
