/** The few figures of a report that requirements are weighed by. Every one is read from the report; only switches are summed here, by tier. */
import { computeNetworkPower } from '#core/analysis/network-power.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design, DeviceRole } from '#core/design/design.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { DesignSummary, FabricSummary, TierSummary } from './requirements-messages.ts';

const switchRoles: readonly DeviceRole[] = ['leaf', 'spine', 'core', 'border'];

export function summariseDesign(design: Design, netlist: Netlist, report: Report): DesignSummary {
  const { totals, power } = report;
  const counted = new Set<string>();
  const countSeverity = (severity: string): number =>
    report.problems.filter((problem) => problem.severity === severity).length;
  return {
    gpuCount: totals.gpuCount,
    endpointCount: totals.endpointCount,
    switchCount: totals.switchCount,
    cableCount: totals.cableCount,
    transceiverCount: totals.transceiverCount,
    rackCount: totals.rackCount,
    powerMaxW: power.maxW,
    networkPowerMaxW: computeNetworkPower(netlist, power),
    networkCost: report.cost.network,
    currency: report.cost.currency,
    fabrics: listFabrics(design).map((fabricId) => summariseFabric(design, report, fabricId, counted)),
    errorCount: countSeverity('error'),
    warningCount: countSeverity('warning'),
  };
}

/** In the order they were generated, which is the order of their first links. */
function listFabrics(design: Design): string[] {
  return Object.keys(design.fabrics);
}

function summariseFabric(design: Design, report: Report, fabricId: string, counted: Set<string>): FabricSummary {
  const found = report.fabrics.find((fabric) => fabric.fabricId === fabricId);
  return {
    fabricId,
    name: design.fabrics[fabricId]?.name ?? fabricId,
    tiers: summariseTiers(design, report, fabricId, counted),
    oversubscription: found?.worstOversubscription ?? null,
    bisectionRatio: found?.bisection?.ratio ?? null,
    switchesMost: found?.paths?.diameter ?? null,
    latencyMaxNs: found?.latency?.maxNs ?? null,
  };
}

/** Switch groups on links of the fabric that no fabric before it has counted, lowest tier first. */
function summariseTiers(design: Design, report: Report, fabricId: string, counted: Set<string>): TierSummary[] {
  const deviceIds = Object.values(design.links)
    .filter((link) => link.fabricId === fabricId)
    .flatMap((link) => [link.a.deviceId, link.b.deviceId]);
  const tiers = new Map<DeviceRole, TierSummary['groups'][number][]>();
  for (const id of new Set(deviceIds)) {
    const role = design.devices[id]?.role;
    const line = report.power.devices.find((candidate) => candidate.deviceId === id);
    if (role === undefined || !line || !switchRoles.includes(role) || counted.has(id)) continue;
    counted.add(id);
    const group = { name: line.deviceName, model: line.partLabel, count: line.memberCount };
    tiers.set(role, [...(tiers.get(role) ?? []), group]);
  }
  return switchRoles.flatMap((role) => {
    const groups = tiers.get(role);
    if (!groups) return [];
    const switchCount = groups.reduce((sum, { count }) => sum + count, 0);
    return [{ role, switchCount, models: [...new Set(groups.map(({ model }) => model))], groups }];
  });
}
