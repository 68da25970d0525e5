/**
 * A training step on the drawn fabric: what is computed, what every axis of parallelism sends, what of it lies open, and what
 * that costs; the same on an ideal network. Closed form.
 */
import { assert } from '../../base/assert.ts';
import { fail, ok, type Result } from '../../base/result.ts';
import type { Netlist, Scenario, Training } from '../../netlist/netlist.ts';
import { resolveConstants, type SimConstants } from '../constants.ts';
import type { JobPlacement } from '../job-placement.ts';
import { estimateServing } from '../serving/estimate-serving.ts';
import type { AxisTraffic, StepTime, TrainingReport } from '../training-report.ts';
import { computeCheckpoint } from './checkpoint.ts';
import { type ComputeTime, computeMfu, computeStep } from './compute.ts';
import { computeExposed, sumMs } from './exposed.ts';
import { countLostGpuHours, priceLostHours } from './money.ts';
import { listNotes } from './notes.ts';
import { type ParallelSizes, sizeParallel } from './parallel-sizes.ts';
import { describeLayout } from './propose-layout.ts';
import { type OperationPrice, priceOperations } from './price-operations.ts';
import { findStoragePath } from './storage-path.ts';
import { listOperations } from './traffic.ts';
import { readTrainingSite, type TrainingSite } from './training-site.ts';

/**
 * `netlist.failures` decides what is broken. The error is one sentence that says why there is no such run. `site` is the scenario's
 * own, for who has read it already.
 */
export function estimateTraining(
  netlist: Netlist,
  scenario: Scenario,
  site: Result<TrainingSite, string> = readTrainingSite(netlist, scenario),
): Result<TrainingReport, string> {
  const { training } = scenario;
  if (training?.kernelEfficiency === 0) return fail('Kernels at 0 % of peak never end; raise the kernel efficiency.');
  if (!site.ok) return site;
  assert(training, 'a training site is of a training run');
  const { placement, gpu, fitting } = site.value;
  const constants = resolveConstants(scenario.constants);
  const sizes = sizeParallel(scenario.layout, training, placement.groupRanks.length);
  if (!sizes.ok)
    return fail(fitting === null ? sizes.error : `${sizes.error} A layout of ${describeLayout(fitting)} would do.`);
  const operations = listOperations(training, sizes.value, constants.gradientBytes);
  const prices = priceOperations(netlist, scenario, placement, constants, operations);
  if (!prices.ok) return prices;
  const compute = computeStep(training, sizes.value, gpu.peakTflops);
  const run: Run = { training, sizes: sizes.value, compute, prices: prices.value, peakTflops: gpu.peakTflops };
  const checkpoint = timeCheckpoint(netlist, placement, training, constants);
  return ok({
    ...reportStep(run),
    checkpoint: checkpoint.ok ? checkpoint.value.report : null,
    serving: estimateServing(netlist, scenario, placement, constants, training.model),
    notes: listNotes({
      training,
      sizes: sizes.value,
      constants,
      hbmGb: gpu.hbmGb,
      fitting,
      idleCount: placement.idleCount,
      checkpoint: checkpoint.ok
        ? { fabricName: checkpoint.value.fabricName, seconds: checkpoint.value.report.writeSeconds }
        : checkpoint.error,
    }),
  });
}

interface Run {
  readonly training: Training;
  readonly sizes: ParallelSizes;
  readonly compute: ComputeTime;
  readonly prices: readonly OperationPrice[];
  readonly peakTflops: number;
}

function reportStep(run: Run): Omit<TrainingReport, 'checkpoint' | 'serving' | 'notes'> {
  const { training, sizes, compute } = run;
  const drawnExposed = exposeOn(run, 'drawn');
  const idealExposed = exposeOn(run, 'ideal');
  const drawn = sumStep(run, drawnExposed);
  const networkShare = drawn.exposedMs / drawn.stepMs;
  const lostGpuHoursPerYear = countLostGpuHours(sizes.gpuCount, networkShare);
  const { tensor, context, pipeline, data, expert } = sizes;
  return {
    modelName: training.model.name,
    gpuCount: sizes.gpuCount,
    layout: { tensor, context, pipeline, data, expert },
    flopsPerStep: compute.flopsPerStep,
    drawn,
    ideal: sumStep(run, idealExposed),
    traffic: run.prices.map((price, index) =>
      describeTraffic(price, drawnExposed[index] as number, idealExposed[index] as number),
    ),
    networkShare,
    tokensPerSecond: (compute.tokensPerStep / drawn.stepMs) * 1000,
    lostGpuHoursPerYear,
    lostMoneyPerYear: priceLostHours(lostGpuHoursPerYear, training.pricePerGpuHour),
    currency: training.currency,
  };
}

function exposeOn({ training, sizes, compute, prices }: Run, network: 'drawn' | 'ideal'): number[] {
  const priced = prices.map((price) => ({ operation: price.operation, eachUs: price[network].timeUs }));
  return computeExposed(training, sizes, compute, priced);
}

function sumStep({ training, sizes, compute, peakTflops }: Run, exposed: readonly number[]): StepTime {
  const { computeMs, bubbleMs } = compute;
  const exposedMs = exposed.reduce((sum, each) => sum + each, 0);
  const stepMs = computeMs + bubbleMs + exposedMs;
  return { computeMs, bubbleMs, exposedMs, stepMs, mfu: computeMfu(training, sizes, peakTflops, stepMs) };
}

function describeTraffic(price: OperationPrice, exposedMs: number, idealExposedMs: number): AxisTraffic {
  const { operation, drawn, groupSize } = price;
  return {
    axis: operation.axis,
    collective: operation.label,
    groupSize,
    sizeBytes: operation.sizeBytes,
    countPerStep: operation.countPerStep,
    timeEachUs: drawn.timeUs,
    totalMs: sumMs({ operation, eachUs: drawn.timeUs }),
    exposedMs,
    idealExposedMs,
    bottleneck: drawn.bottleneck,
  };
}

function timeCheckpoint(netlist: Netlist, placement: JobPlacement, training: Training, constants: SimConstants) {
  const path = findStoragePath(netlist, placement);
  if (!path.ok) return path;
  const report = computeCheckpoint(training, placement.groupRanks.length, path.value, constants);
  return ok({ report, fabricName: path.value.fabricName });
}
