/** A training step and what follows from it: where each figure of the report is from. Times in ms. */
import type { ExplainedValue, Explanation } from '../../analysis/explain/explanation.ts';
import type { ServingReport } from '../serving/serving-report.ts';
import type { AxisTraffic, CheckpointReport, StepTime, TrainingReport } from '../training-report.ts';

const HOURS_PER_YEAR = 8760;

const ASSUMPTIONS = 'The constants of the model and where each is from stand under Assumptions in the Simulate view.';

function create(
  title: string,
  formula: string,
  values: readonly (readonly [string, number, string, string])[],
  caveats: readonly string[] = [ASSUMPTIONS],
): Explanation {
  return {
    title,
    formula,
    values: values.map(([symbol, value, unit, meaning]): ExplainedValue => ({ symbol, value, unit, meaning })),
    counted: [],
    sources: [],
    caveats,
  };
}

/** `where`: `this fabric` or `an ideal network`. */
export function explainStep({ computeMs, bubbleMs, exposedMs, stepMs }: StepTime, where: string): Explanation {
  return create(`Step on ${where}`, 'T = c + b + e', [
    ['T', stepMs, 'ms', 'one step of training'],
    ['c', computeMs, 'ms', 'compute'],
    ['b', bubbleMs, 'ms', 'pipeline bubble: waiting for the first micro batches and after the last'],
    ['e', exposedMs, 'ms', 'communication that no compute hides'],
  ]);
}

export function explainNetworkShare({ drawn, networkShare }: TrainingReport): Explanation {
  return create('Waiting for the network', 'S = e / T', [
    ['S', networkShare, '', 'of the step'],
    ['e', drawn.exposedMs, 'ms', 'communication that no compute hides'],
    ['T', drawn.stepMs, 'ms', 'one step'],
  ]);
}

export function explainMfu({ flopsPerStep, gpuCount }: TrainingReport, { mfu, stepMs }: StepTime): Explanation {
  const peak = mfu === 0 ? 0 : flopsPerStep / (mfu * gpuCount * stepMs * 1e9);
  return create('Model FLOPs utilisation', 'M = F / (n × p × T × 1000000000)', [
    ['M', mfu, '', '1 = every GPU at its peak all the time'],
    ['F', flopsPerStep, 'FLOP', 'of the model in one step'],
    ['n', gpuCount, 'GPUs', 'of the job'],
    ['p', peak, 'TFLOPS', 'dense peak of one GPU, by its data sheet'],
    ['T', stepMs, 'ms', 'one step'],
  ]);
}

export function explainLostHours(report: TrainingReport): Explanation {
  const { gpuCount, networkShare, lostGpuHoursPerYear, lostMoneyPerYear, currency } = report;
  const isPriced = lostMoneyPerYear !== null && lostGpuHoursPerYear > 0;
  return create('GPU-hours lost a year', isPriced ? 'L = n × h × S\nC = L × p' : 'L = n × h × S', [
    ['L', lostGpuHoursPerYear, 'GPU-hours', 'waiting for the network, training around the clock'],
    ['n', gpuCount, 'GPUs', 'of the job'],
    ['h', HOURS_PER_YEAR, 'h', '365 days'],
    ['S', networkShare, '', 'share of the step spent waiting for the network'],
    ...(isPriced
      ? ([
          ['C', lostMoneyPerYear, currency, 'what they cost'],
          ['p', lostMoneyPerYear / lostGpuHoursPerYear, `${currency} each`, 'a GPU-hour, entered for the training run'],
        ] as const)
      : []),
  ]);
}

export function explainTraffic({
  collective,
  countPerStep,
  timeEachUs,
  totalMs,
  exposedMs,
  groupSize,
}: AxisTraffic): Explanation {
  return create(`Communication: ${collective}`, 'T = n × t / 1000', [
    ['T', totalMs, 'ms', 'in one step'],
    ['n', countPerStep, 'times', 'in one step'],
    ['t', timeEachUs, 'µs', `each, in groups of ${groupSize} GPUs, all groups at once`],
    ['e', exposedMs, 'ms', 'of it not hidden behind compute'],
  ]);
}

export function explainCheckpoint({ sizeBytes, writeSeconds, limit, overheadShare }: CheckpointReport): Explanation {
  return create('Writing a checkpoint', 'W = S / r', [
    ['W', writeSeconds, 's', 'to write; to restore takes as long'],
    ['S', sizeBytes, 'bytes', 'weights and state of the optimiser'],
    ['r', sizeBytes / writeSeconds, 'bytes/s', `pace set by ${limit}`],
    ['o', overheadShare, '', 'of the running time spent waiting for checkpoints, at the interval entered'],
  ]);
}

export function explainPrompt({ kvBytesPerToken, kvBytesPerPrompt, promptTokens }: ServingReport): Explanation {
  return create('Keys and values of a prompt', 'K = t × k', [
    ['K', kvBytesPerPrompt, 'bytes', 'one prompt'],
    ['t', promptTokens, 'tokens', 'entered for the model'],
    ['k', kvBytesPerToken, 'bytes', 'one token, all layers'],
  ]);
}

export function explainHandover(report: ServingReport): Explanation {
  const { promptsPerSecond, prefillCount, kvTransferUs, kvBytesPerPrompt, idealKvTransferUs } = report;
  return create('Prompts the network hands over', 'R = n × 1000000 / t', [
    ['R', promptsPerSecond, 'prompts/s', 'if nothing but the transfer took time'],
    ['n', prefillCount, 'domains', 'that prefill; as many decode'],
    ['t', kvTransferUs, 'µs', `for ${Math.round(kvBytesPerPrompt / 1e6)} MB of keys and values, all at once`],
    ['i', idealKvTransferUs, 'µs', 'the same on an ideal network'],
  ]);
}
