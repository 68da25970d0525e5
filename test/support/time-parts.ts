/** The parts of the report one by one, as `analyse` runs them, each with its median time in ms. */
import { computeAllToAll } from '#core/analysis/all-to-all.ts';
import { computeBisection } from '#core/analysis/bisection.ts';
import { takeCensuses } from '#core/analysis/block-census.ts';
import { computeBom } from '#core/analysis/bom.ts';
import { createFabricGraph } from '#core/analysis/fabric-graph.ts';
import { createFabricNetwork, numberPods } from '#core/analysis/fabric-network.ts';
import { computeFabric } from '#core/analysis/fabrics.ts';
import { isWiredByFormula } from '#core/analysis/formula-wiring.ts';
import { computeDelays, computeLatency } from '#core/analysis/latency.ts';
import { computeLinks } from '#core/analysis/links.ts';
import { computeOpticsPower } from '#core/analysis/optics-power.ts';
import { computeOversubscription } from '#core/analysis/oversubscription.ts';
import { computePathDiversity } from '#core/analysis/path-diversity.ts';
import { surveyPaths } from '#core/analysis/path-survey.ts';
import { computePortUse } from '#core/analysis/ports.ts';
import { computePowerLines } from '#core/analysis/power.ts';
import { computeFacility } from '#core/analysis/facility.ts';
import { sumRacks } from '#core/analysis/rack-figures.ts';
import { computeRackLoads } from '#core/analysis/rack-loads.ts';
import { findRails } from '#core/analysis/rails.ts';
import { classifyRelays } from '#core/analysis/relay-classes.ts';
import { runRules } from '#core/analysis/rules/run-rules.ts';
import { Memory } from '#core/base/memory.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import type { Netlist } from '#core/netlist/netlist.ts';

export function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y);
  return round(sorted[Math.floor(sorted.length / 2)] as number);
}

/** Of the first fabric. */
export function timeParts(netlist: Netlist, diagnostics: readonly Diagnostic[], runs: number): Record<string, number> {
  const times = new Map<string, number[]>();
  const time = <T>(part: string, run: () => T): T => {
    const start = performance.now();
    const value = run();
    const list = times.get(part) ?? [];
    times.set(part, list);
    list.push(performance.now() - start);
    return value;
  };
  for (let run = 0; run < runs; run += 1) {
    const censuses = time('census', () => takeCensuses(netlist, new Memory()));
    const ports = time('ports', () => computePortUse(netlist, censuses));
    time('links', () => computeLinks(netlist, censuses));
    time('bom', () => computeBom(netlist, censuses));
    const optics = computeOpticsPower(netlist, censuses);
    time('power', () => computePowerLines(netlist, optics));
    const rackSums = sumRacks(netlist, optics);
    const rackLoads = time('racks', () => computeRackLoads(netlist, optics, rackSums));
    const facility = time('facility', () => computeFacility(netlist, optics, rackSums, rackLoads));
    const graph = createFabricGraph(netlist, 0);
    const network = time('network', () => createFabricNetwork(netlist, graph));
    const partition = time('classes', () => classifyRelays(netlist, network));
    time('oversubscription', () => computeOversubscription(netlist, graph));
    const rails = findRails(netlist, network);
    time('bisection', () => computeBisection(netlist, graph, network, partition, rails));
    const delays = computeDelays(netlist, network, 'ethernet');
    const pods = numberPods(netlist, network.endpoints);
    const isFormulaic = isWiredByFormula(netlist, graph, delays.linkNs);
    const survey = time('paths', () => surveyPaths(network, pods, partition, delays, isFormulaic));
    time('all-to-all', () => computeAllToAll(netlist, survey));
    time('latency', () => computeLatency(netlist, network, 'ethernet', survey));
    time('diversity', () => computePathDiversity(network, partition, survey));
    const fabrics = netlist.fabrics.map((_, index) => computeFabric(netlist, index));
    time('rules', () => runRules({ netlist, diagnostics, ports, rackLoads, facility, fabrics }));
  }
  return Object.fromEntries([...times].map(([part, ms]) => [part, median(ms)]));
}
