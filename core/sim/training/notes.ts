/** What a reader of a training report has to know: how its figures are defined, what was assumed, and what does not add up. */
import { formatCount } from '../../base/format-count.ts';
import type { Layout, Training } from '../../netlist/netlist.ts';
import type { SimConstants } from '../constants.ts';
import { explainMisfit } from './memory.ts';
import type { ParallelSizes } from './parallel-sizes.ts';
import { describeLayout } from './propose-layout.ts';

interface NoteFacts {
  readonly training: Training;
  readonly sizes: ParallelSizes;
  readonly constants: SimConstants;
  readonly hbmGb: number | null;
  /** A layout that memory holds; null = none was found. */
  readonly fitting: Layout | null;
  readonly idleCount: number;
  /** A sentence where there is none. */
  readonly checkpoint: { readonly fabricName: string; readonly seconds: number } | string;
}

const DEFINITIONS = [
  'Model FLOPs utilisation counts 6 operations for each active parameter and token; attention is computed, but not credited.',
  'Attention counts half of the scores, as causal kernels skip the rest; activations are kept, not recomputed.',
  'The ideal network has the same GPUs, NICs and places, and a non-blocking fabric in perfect order: no full links, no hash collisions.',
  'A tensor or expert exchange inside a scale-up domain counts as waiting too, as far as compute does not hide it.',
  'The optimiser step, slow GPUs, uneven expert load, and the compute that overlapped exchanges take are not modelled.',
];

export function listNotes(facts: NoteFacts): string[] {
  return [...listWarnings(facts), ...describeCheckpoint(facts), ...DEFINITIONS];
}

function listWarnings({ training, sizes, constants, hbmGb, fitting, idleCount }: NoteFacts): string[] {
  const { model, globalBatchSequences, microBatchSequences, interleave } = training;
  const notes: string[] = [];
  const misfit = explainMisfit(training, sizes, constants.gradientBytes, hbmGb);
  if (misfit !== null)
    notes.push(fitting === null ? misfit : `${misfit} A layout of ${describeLayout(fitting)} would fit.`);
  if (idleCount > 0)
    notes.push(`${formatCount(idleCount)} GPUs stand idle: what is broken leaves no whole number of model copies.`);
  const filled = globalBatchSequences / (sizes.data * sizes.microBatchCount * microBatchSequences);
  if (filled < 1) {
    notes.push(
      `The batch does not divide into ${sizes.data} model copies and micro-batches of ${microBatchSequences}: ${Math.round((1 - filled) * 100)} % of the work is padding.`,
    );
  }
  // Embedding and output count as a layer each when stages are dealt out.
  if (sizes.pipeline * interleave > model.layerCount + 2) {
    notes.push(
      `${model.layerCount} layers do not fill ${sizes.pipeline} stages interleaved ${interleave} times: the bubble is larger than shown.`,
    );
  }
  return notes;
}

function describeCheckpoint({ training, checkpoint }: NoteFacts): string[] {
  if (typeof checkpoint === 'string') return [checkpoint];
  const notes = [
    `Checkpoints travel over ${checkpoint.fabricName} at what its cables allow; the speed of the drives behind the storage servers is not known.`,
    'A restore reads the state once; model copies pass it on between themselves.',
  ];
  if (checkpoint.seconds > training.checkpointIntervalMinutes * 60) {
    notes.push('A checkpoint takes longer to write than the interval between two of them.');
  }
  return notes;
}
