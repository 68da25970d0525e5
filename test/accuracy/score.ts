/** Errors of the model over a file of measurements, by class and by network, and what was left out and why. */
import type { Catalog } from '#core/catalog/catalog.ts';
import { createScenario } from '#core/design/scenario.ts';
import type { Scenario } from '#core/netlist/netlist.ts';
import type { Result } from '#core/base/result.ts';
import { fail, ok } from '#core/base/result.ts';
import { estimateCollective } from '#core/sim/closed-form/estimate-collective.ts';
import type { CollectiveInputs } from '#core/sim/collective-inputs.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { readFabricInputs } from '#core/sim/fabric-inputs.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { chooseTransport } from './choose-transport.ts';
import { chooseUsable, type UsableRun } from './choose-usable.ts';
import { drawSystem } from './draw-system.ts';
import type { Measurement, MeasurementFile } from './measurement.ts';

export interface ScoredPoint {
  readonly run: UsableRun;
  readonly domainCount: number;
  readonly modelUs: number;
  readonly winner: string;
  /** Of time, relative to the measured one. */
  readonly error: number;
}

export interface Scores {
  readonly points: readonly ScoredPoint[];
  /** Reason -> number of measurements. */
  readonly skipped: ReadonlyMap<string, number>;
}

const constants = resolveConstants({});

export function scoreFile(file: MeasurementFile, catalog: Catalog): Scores {
  const skipped = new Map<string, number>();
  const skip = (reason: string, count = 1): void => {
    skipped.set(reason, (skipped.get(reason) ?? 0) + count);
  };
  if (file.unreadable.length > 0) skip('record is not of the schema', file.unreadable.length);
  const drawn = new Map<string, Result<CollectiveInputs, string>>();
  const points: ScoredPoint[] = [];
  for (const measurement of file.measurements) {
    const run = chooseUsable(measurement);
    const point = typeof run === 'string' ? run : scoreRun(run, catalog, drawn);
    if (typeof point === 'string') skip(point);
    else points.push(point);
  }
  return { points, skipped };
}

/** The point, or why there is none. Runs of one system share its drawing. */
function scoreRun(
  run: UsableRun,
  catalog: Catalog,
  drawn: Map<string, Result<CollectiveInputs, string>>,
): ScoredPoint | string {
  const key = describeSystem(run);
  let inputs = drawn.get(key);
  if (inputs === undefined) {
    inputs = attempt(() => readSystem(run, catalog));
    drawn.set(key, inputs);
  }
  if (!inputs.ok) return inputs.error;
  const { inNetworkReduction, ...forced } = readForced(run.measurement);
  const isNvlsOff = /NVLS off/i.test(run.measurement.algorithm ?? '');
  const { platform } = inputs.value;
  const told = {
    ...inputs.value,
    platform: isNvlsOff ? { ...platform, inSwitchGBps: null } : platform,
    inNetworkReduction,
  };
  const { collective, sizeBytes } = run;
  const asForced = estimateCollective(told, { collective, sizeBytes, ...forced }, constants);
  // A label that the system cannot have followed is no setting.
  const estimate =
    asForced.impossible === null
      ? asForced
      : estimateCollective(told, { collective, sizeBytes, algorithm: 'auto', protocol: 'auto' }, constants);
  if (estimate.impossible !== null) return estimate.impossible;
  return {
    run,
    domainCount: inputs.value.domainCount,
    modelUs: estimate.timeUs,
    winner: estimate.candidates[0]?.name ?? '',
    error: Math.abs(estimate.timeUs - run.timeUs) / run.timeUs,
  };
}

/** From the drawing to the model's inputs; clouds' own transports are not to be seen in a drawing, so they are told. */
function readSystem(run: UsableRun, catalog: Catalog): Result<CollectiveInputs, string> {
  const netlist = drawSystem(run, catalog);
  if (!netlist.ok) return netlist;
  const scenario = createScenario('measured', 'Measured run');
  const placement = placeJob(netlist.value, scenario);
  if (!placement.ok) return placement;
  const inputs = readFabricInputs(netlist.value, placement.value, scenario, constants);
  return ok({ ...inputs, transport: chooseTransport(run.measurement) ?? inputs.transport });
}

/** What the run's own settings forced; a label of what NCCL chose by itself reads the same and forces the same. */
function readForced(measurement: Measurement): Pick<Scenario, 'algorithm' | 'protocol' | 'inNetworkReduction'> {
  const words = measurement.algorithm ?? '';
  const algorithm = /^Ring/i.test(words)
    ? 'ring'
    : /^Tree/i.test(words)
      ? 'tree'
      : /^NVLS ?Tree/i.test(words)
        ? 'nvls-tree'
        : /^NVLS$/i.test(words)
          ? 'nvls'
          : 'auto';
  const protocol = /LL128/i.test(words)
    ? 'll128'
    : /\bLL\b/.test(words)
      ? 'll'
      : /Simple/i.test(words)
        ? 'simple'
        : 'auto';
  return { algorithm, protocol, inNetworkReduction: /SHARP enabled/i.test(words) ? 'latency' : 'off' };
}

function describeSystem({ measurement, nodeCount, gpusPerNode, domainSize }: UsableRun): string {
  const { gpu, nics_per_node, nic_gbps, nic, network, system } = measurement;
  return [gpu, nodeCount, gpusPerNode, domainSize, nics_per_node, nic_gbps, nic, network, system].join('|');
}

/** A system that the product cannot take is left out and told, whatever its fault. */
function attempt<T>(work: () => Result<T, string>): Result<T, string> {
  try {
    return work();
  } catch (error) {
    return fail(`stopped: ${error instanceof Error ? error.message : String(error)}`);
  }
}
