/** The derivation of every figure of the metrics bar and the report, in the report's own numbers. */
import { formatCount } from '../../base/format-count.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { FabricFailures } from '../bandwidth-report.ts';
import type { FabricReport, Report } from '../report.ts';
import {
  explainAllToAll,
  explainBisection,
  explainOversubscription,
  explainRail,
  explainTier,
} from './explain-bandwidth.ts';
import { explainBeyondCopper, explainCableLength, explainCrossRow, explainTrayFill } from './explain-cabling.ts';
import { explainCost } from './explain-cost.ts';
import {
  explainCables,
  explainGpus,
  explainPorts,
  explainPortsFree,
  explainRacks,
  explainTransceivers,
} from './explain-counts.ts';
import { explainDeviceGroups, explainLinks, explainRackGroups } from './explain-drawn.ts';
import { explainAirflow, explainCoolant, explainEnergy } from './explain-facility.ts';
import { explainFabricEndpoints, explainFabricSwitches } from './explain-fabric-size.ts';
import { explainIdleGpus } from './explain-failures.ts';
import { explainLatency } from './explain-latency.ts';
import { explainNetworkPower } from './explain-network-power.ts';
import { explainObject } from './explain-object.ts';
import { explainCooling, explainPower } from './explain-power.ts';
import { explainPaths } from './explain-runs.ts';
import {
  explainConnections,
  explainDevices,
  explainDomains,
  explainEndpoints,
  explainProblems,
  explainSwitches,
} from './explain-totals.ts';
import type { Explanation, MetricId } from './explanation.ts';

const WHOLE = {
  gpus: explainGpus,
  devices: explainDevices,
  endpoints: explainEndpoints,
  switches: explainSwitches,
  connections: explainConnections,
  domains: explainDomains,
  problems: explainProblems,
  racks: explainRacks,
  cables: explainCables,
  transceivers: explainTransceivers,
  ports: explainPorts,
  'ports-free': explainPortsFree,
  'power-typical': (netlist: Netlist, report: Report) => explainPower(netlist, report, 'typical'),
  'power-max': (netlist: Netlist, report: Report) => explainPower(netlist, report, 'max'),
  'cooling-typical': (_: Netlist, report: Report) => explainCooling(report, 'typical'),
  'cooling-max': (_: Netlist, report: Report) => explainCooling(report, 'max'),
  airflow: explainAirflow,
  coolant: explainCoolant,
  'energy-typical': (netlist: Netlist, report: Report) => explainEnergy(netlist, report, 'typical'),
  'energy-max': (netlist: Netlist, report: Report) => explainEnergy(netlist, report, 'max'),
  cost: explainCost,
  'cable-length': explainCableLength,
  'cross-row': explainCrossRow,
  'beyond-copper': explainBeyondCopper,
  'tray-fill': explainTrayFill,
  'idle-gpus': explainIdleGpus,
  'network-power': explainNetworkPower,
  'device-groups': explainDeviceGroups,
  'rack-groups': explainRackGroups,
  links: explainLinks,
} as const;

/** null when the report has no such figure: no such fabric or tier, or nothing to measure. */
export function explain(netlist: Netlist, report: Report, metricId: MetricId): Explanation | null {
  const [metric = '', ...rest] = metricId.split('/');
  if (rest.length === 0)
    return Object.hasOwn(WHOLE, metric) ? WHOLE[metric as keyof typeof WHOLE](netlist, report) : null;
  const ofObject = explainObject(netlist, report, metricId);
  if (ofObject !== undefined) return ofObject;
  // Ids of fabrics may hold slashes.
  const isNumbered = metric === 'oversubscription-tier' || metric === 'rail';
  const fabricId = (isNumbered ? rest.slice(1) : rest).join('/');
  const fabric = report.fabrics.find((own) => own.fabricId === fabricId);
  const found = fabric ? explainFabric(netlist, report, fabric, metric, Number(rest[0])) : null;
  return found && fabric?.failures
    ? { ...found, caveats: [describeBroken(netlist, fabric.failures), ...found.caveats] }
    : found;
}

function describeBroken(netlist: Netlist, { connectionCount, switchCount }: FabricFailures): string {
  const { name } = netlist.currentScenario;
  return `For the broken fabric of the scenario "${name}": ${formatCount(connectionCount)} of its connections carry nothing, ${formatCount(switchCount)} of its switches are broken. Injection is that of the fabric as drawn.`;
}

function explainFabric(
  netlist: Netlist,
  report: Report,
  fabric: FabricReport,
  metric: string,
  tier: number,
): Explanation | null {
  switch (metric) {
    case 'oversubscription':
      return explainOversubscription(netlist, fabric);
    case 'oversubscription-tier':
      return explainTier(netlist, fabric, tier);
    case 'bisection':
      return explainBisection(netlist, report, fabric);
    case 'all-to-all':
      return explainAllToAll(fabric);
    case 'rail':
      return explainRail(netlist, fabric, tier);
    case 'paths':
      return explainPaths(fabric);
    case 'latency':
      return explainLatency(netlist, fabric);
    case 'fabric-endpoints':
      return explainFabricEndpoints(netlist, fabric);
    case 'fabric-switches':
      return explainFabricSwitches(netlist, fabric);
    default:
      return null;
  }
}

/** Every figure that can be explained, those without a value included. */
export function listMetricIds(report: Report): MetricId[] {
  const whole = Object.keys(WHOLE) as MetricId[];
  const byFabric = report.fabrics.flatMap(({ fabricId, tiers, rails }): MetricId[] => [
    `oversubscription/${fabricId}`,
    ...tiers.map(({ tier }): MetricId => `oversubscription-tier/${tier}/${fabricId}`),
    ...rails.map(({ rail }): MetricId => `rail/${rail}/${fabricId}`),
    `bisection/${fabricId}`,
    `all-to-all/${fabricId}`,
    `latency/${fabricId}`,
    `paths/${fabricId}`,
    `fabric-endpoints/${fabricId}`,
    `fabric-switches/${fabricId}`,
  ]);
  return [...whole, ...byFabric];
}
