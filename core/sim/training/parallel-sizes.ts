/** How the GPUs of a job split a model and its batch: sizes of the axes, and micro-batches a pipeline works through in a step. */
import { fail, ok, type Result } from '../../base/result.ts';
import type { Layout, Training } from '../../netlist/netlist.ts';

export interface ParallelSizes {
  readonly gpuCount: number;
  readonly tensor: number;
  readonly context: number;
  readonly pipeline: number;
  readonly data: number;
  readonly expert: number;
  /** m: micro-batches per pipeline and step; the last may be part-filled. */
  readonly microBatchCount: number;
}

/** The error says what does not divide, in one sentence. */
export function sizeParallel(layout: Layout, training: Training, gpuCount: number): Result<ParallelSizes, string> {
  const { tensor, context, pipeline, expert } = layout;
  const { model, microBatchSequences, globalBatchSequences } = training;
  const perReplica = tensor * context * pipeline;
  const data = gpuCount / perReplica;
  if (!Number.isInteger(data) || data < 1) {
    return fail(
      `One copy of the model takes ${perReplica} GPUs (tensor ${tensor} x context ${context} x pipeline ${pipeline}), which does not divide the ${gpuCount} GPUs of the job.`,
    );
  }
  if (pipeline > model.layerCount) {
    return fail(`A pipeline of ${pipeline} stages is longer than the ${model.layerCount} layers of ${model.name}.`);
  }
  if (expert > 1 && model.expertCount === 0) {
    return fail(`${model.name} has no experts to spread over ${expert} GPUs: set expert parallel to 1.`);
  }
  if ((data * context) % expert !== 0) {
    return fail(
      `Experts over ${expert} GPUs do not divide the ${data * context} ranks of data and context parallel they are taken from.`,
    );
  }
  if (globalBatchSequences < data) {
    return fail(
      `A batch of ${globalBatchSequences} sequences leaves ${data - globalBatchSequences} of ${data} model copies without work: raise the batch or the sizes of the other axes.`,
    );
  }
  const microBatchCount = Math.ceil(globalBatchSequences / (data * microBatchSequences));
  return ok({ gpuCount, tensor, context, pipeline, data, expert, microBatchCount });
}
