/** netlist -> report: the contents page of every analysis. A new one is a file of its own and a line here. */
import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { Memory } from '../base/memory.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { takeCensuses } from './block-census.ts';
import { computeBom } from './bom.ts';
import { computeBomBy } from './bom-by.ts';
import { computeCooling } from './cooling.ts';
import { computeCost, computeFabricCosts } from './cost.ts';
import { countSwitches } from './count-switches.ts';
import { computeDeployability } from './deployability.ts';
import { recallFabric } from './recall-fabric.ts';
import { computeFacility } from './facility.ts';
import { computeFailures } from './failure-report.ts';
import { computeLinks } from './links.ts';
import { computeOpticsPower, type OpticsPower } from './optics-power.ts';
import { computePortUse } from './ports.ts';
import { addPartialSums, computePowerLines } from './power.ts';
import { sumRacks } from './rack-figures.ts';
import { computeRackLoads } from './rack-loads.ts';
import { runRules } from './rules/run-rules.ts';
import { computeScaleUp } from './scale-up.ts';
import { computeTenants } from './tenants.ts';
import { computeTrays } from './tray-load.ts';
import type { FirstFigures, LateFigures, PortUse, PowerReport, Report, ReportTotals } from './report.ts';

/**
 * `diagnostics` are elaboration's findings; the rules take them over and add their own. `memory` is the one that
 * elaboration used, or empty.
 */
export function analyse(netlist: Netlist, diagnostics: readonly Diagnostic[], memory: Memory = new Memory()): Report {
  const first = analyseFirst(netlist, memory);
  return { ...first, ...analyseLate(netlist, diagnostics, first, memory) };
}

/** The part that is soon there. */
export function analyseFirst(netlist: Netlist, memory: Memory): FirstFigures {
  const censuses = takeCensuses(netlist, memory);
  const optics = computeOpticsPower(netlist, censuses);
  const ports = computePortUse(netlist, censuses);
  const rackSums = sumRacks(netlist, optics);
  const power = computePower(netlist, optics, computeRackLoads(netlist, optics, rackSums));
  const totals = computeTotals(netlist, ports);
  const bom = computeBom(netlist, censuses);
  return {
    designName: netlist.designName,
    totals,
    ports,
    links: computeLinks(netlist, censuses),
    bom,
    cost: computeCost(bom, netlist.priceBook.currency, totals.gpuCount),
    scaleUp: computeScaleUp(netlist),
    power,
    cooling: computeCooling(power.typicalW, power.maxW),
    facility: computeFacility(netlist, optics, rackSums, power.racks),
  };
}

/** The rest of the report; `first` is of the same netlist. */
export function analyseLate(
  netlist: Netlist,
  diagnostics: readonly Diagnostic[],
  first: FirstFigures,
  memory: Memory,
): LateFigures {
  const { ports, power, facility } = first;
  const fabrics = netlist.fabrics.map((_, index) => recallFabric(netlist, index, memory));
  const trays = computeTrays(netlist, memory);
  const shared = computeTenants(netlist, memory);
  const input = { netlist, diagnostics, ports, rackLoads: power.racks, facility, trays, fabrics, memory };
  const rules = runRules({ ...input, ...shared });
  const byFabric = computeBomBy(netlist, first.bom, 'fabric', takeCensuses(netlist, memory));
  return {
    cost: { ...first.cost, fabrics: computeFabricCosts(fabrics, byFabric) },
    trays,
    deployability: computeDeployability(netlist, memory),
    fabrics,
    rules,
    problems: sortProblems(rules.flatMap(({ findings }) => findings)),
    ...computeFailures(netlist, fabrics),
    ...shared,
  };
}

function computePower(netlist: Netlist, optics: OpticsPower, fullest: PowerReport['racks']): PowerReport {
  const devices = computePowerLines(netlist, optics);
  return {
    typicalW: addPartialSums(devices.map((line) => line.typicalW)),
    maxW: addPartialSums(devices.map((line) => line.maxW)),
    transceiversTypicalW: addPartialSums(devices.map((line) => line.transceiversTypicalW)),
    transceiversMaxW: addPartialSums(devices.map((line) => line.transceiversMaxW)),
    devices,
    racks: fullest,
  };
}

function computeTotals(netlist: Netlist, ports: readonly PortUse[]): ReportTotals {
  let gpuCount = 0;
  let endpointCount = 0;
  for (const group of netlist.groups) {
    if (group.part?.kind === 'server') gpuCount += (group.part.gpuCount ?? 0) * group.count;
    if (group.role === 'endpoint') endpointCount += group.count;
  }
  return {
    gpuCount,
    deviceCount: netlist.memberCount,
    endpointCount,
    switchCount: countSwitches(netlist, netlist.groups.keys()),
    rackCount: netlist.rackCount,
    connectionCount: netlist.connectionCount,
    cableCount: netlist.cableCount,
    transceiverCount: netlist.transceiverCount,
    portsOwned: ports.reduce((sum, use) => sum + use.portsOwned, 0),
    portsUsed: ports.reduce((sum, use) => sum + use.portsUsed, 0),
    portsFree: ports.reduce((sum, use) => sum + use.portsFree, 0),
  };
}

const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'advice'];

/** Worst first; the order of discovery within a severity. */
function sortProblems(problems: readonly Diagnostic[]): Diagnostic[] {
  return SEVERITY_ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
}
