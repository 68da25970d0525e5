/** Whether weights, gradients and optimiser state of a run fit the memory of its GPUs. */
import type { Training } from '../../netlist/netlist.ts';
import { PARAMETER_BYTES } from './data-traffic.ts';
import { splitWeights } from './model-shape.ts';
import type { ParallelSizes } from './parallel-sizes.ts';

/** FP32 master weights, and two moments of Adam: 4 + 8 bytes (arXiv 1910.02054, section 3.1). */
const OPTIMISER_BYTES = 12;

const BYTES_PER_GB = 1e9;

/** Bytes of state on one GPU; activations come on top. */
export function countStateBytes({ model, zeroStage }: Training, sizes: ParallelSizes, gradientBytes: number): number {
  const { tensor, context, pipeline, data, expert } = sizes;
  const weights = splitWeights(model);
  const copies = data * context;
  // Experts are spread already: fewer copies of each are left to shard over.
  return (
    (weights.dense / (tensor * pipeline)) * countBytesPerParameter(zeroStage, copies, gradientBytes) +
    (weights.expert / (tensor * pipeline * expert)) * countBytesPerParameter(zeroStage, copies / expert, gradientBytes)
  );
}

function countBytesPerParameter(zeroStage: Training['zeroStage'], copies: number, gradientBytes: number): number {
  const shard = (bytes: number, fromStage: number): number => (zeroStage >= fromStage ? bytes / copies : bytes);
  return shard(OPTIMISER_BYTES, 1) + shard(gradientBytes, 2) + shard(PARAMETER_BYTES, 3);
}

/** null = it fits, or the GPU's memory is not known. */
export function explainMisfit(
  training: Training,
  sizes: ParallelSizes,
  gradientBytes: number,
  hbmGb: number | null,
): string | null {
  if (hbmGb === null) return null;
  const stateGb = countStateBytes(training, sizes, gradientBytes) / BYTES_PER_GB;
  if (stateGb <= hbmGb) return null;
  return `${training.model.name} does not fit: weights, gradients and optimiser state take ${stateGb.toFixed(0)} GB of each GPU, which has ${hbmGb} GB, before any activations. Raise tensor, pipeline or expert parallel, or the ZeRO stage.`;
}
