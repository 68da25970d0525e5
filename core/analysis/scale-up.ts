/** Scale-up domains: how many NVLink-class islands the servers form, by GPUs per domain as their part states it. */
import type { Netlist } from '../netlist/netlist.ts';
import type { ScaleUpReport } from './report.ts';

/** Groups whose part states no domain or no GPUs are left out. Members fill domains in order. */
export function computeScaleUp(netlist: Netlist): ScaleUpReport[] {
  return netlist.groups.flatMap((group) => {
    const gpusPerMember = group.part?.kind === 'server' ? group.part.gpuCount : null;
    const gpusPerDomain = group.scaleUpDomain;
    if (gpusPerMember === null || gpusPerDomain === null) return [];
    const membersPerDomain = Math.floor(gpusPerDomain / gpusPerMember);
    const domainCount =
      membersPerDomain > 0
        ? Math.ceil(group.count / membersPerDomain)
        : group.count * Math.ceil(gpusPerMember / gpusPerDomain);
    const gpuCount = gpusPerMember * group.count;
    const gpuGBps = group.part?.kind === 'server' ? (group.part.gpu?.scaleUpGBps ?? null) : null;
    return [
      {
        deviceId: group.deviceId,
        deviceName: group.name,
        gpusPerDomain,
        gpuCount,
        domainCount,
        domainGBps: gpuGBps === null ? null : gpuGBps * gpusPerDomain,
      },
    ];
  });
}
