/**
 * Models to start from, and what a training run of them usually looks like. Every figure is one that its makers published;
 * the user edits them all.
 *
 * - Llama 3: arXiv 2407.21783, table 3 (layers, width, heads, 8 key-value heads, context 8K before it is stretched); batch of
 *   the 405B run in its table 4 (16M tokens on up to 16,384 GPUs). Counts as on the model cards: 8.03, 70.6 and 405.9 billion.
 * - GPT-3: arXiv 2005.14165, table 2.1 (96 layers, width 12288, 96 heads of 128, context 2048, batch 3.2M tokens; trained
 *   elsewhere with 1536 sequences, arXiv 2104.04473 table 1).
 * - DeepSeek-V3: arXiv 2412.19437, sections 2.1 and 4.2 (61 layers of which 3 dense, width 7168, 128 heads of 128, 256 routed
 *   experts, 8 a token, from at most 4 nodes, latent keys and values of 512 + 64, context 4K, batch 15360 sequences).
 */
import type { Model, Training } from '../../netlist/netlist.ts';

interface Preset {
  readonly model: Model;
  readonly globalBatchSequences: number;
  readonly precision: Training['precision'];
  /** Interleaved stages where the run is a pipeline. */
  readonly interleave: number;
  /** Of the peak of that precision, inside kernels: dense BF16 reaches 0.5 to 0.75, FP8 with fine-grained scales less. */
  readonly kernelEfficiency: number;
  readonly expertOverlap: number;
}

/** Gradients leave bucket by bucket during the last backward pass: 0.5 to 0.9 of it covers them. */
const DATA_OVERLAP = 0.7;

const BF16 = { precision: 'bf16', kernelEfficiency: 0.6, expertOverlap: 0 } as const;
const DENSE = { expertCount: 0, expertsPerToken: 0, moeLayerCount: 0 };

const PRESETS: readonly Preset[] = [
  {
    model: {
      name: 'Llama 3 8B',
      parameterCount: 8.03e9,
      activeParameterCount: 8.03e9,
      layerCount: 32,
      hiddenSize: 4096,
      sequenceLength: 8192,
      headCount: 32,
      kvHeadCount: 8,
      headSize: 128,
      ...DENSE,
    },
    globalBatchSequences: 1024,
    ...BF16,
    interleave: 1,
  },
  {
    model: {
      name: 'Llama 3 70B',
      parameterCount: 70.6e9,
      activeParameterCount: 70.6e9,
      layerCount: 80,
      hiddenSize: 8192,
      sequenceLength: 8192,
      headCount: 64,
      kvHeadCount: 8,
      headSize: 128,
      ...DENSE,
    },
    globalBatchSequences: 2048,
    ...BF16,
    interleave: 5,
  },
  {
    model: {
      name: 'Llama 3 405B',
      parameterCount: 405.9e9,
      activeParameterCount: 405.9e9,
      layerCount: 126,
      hiddenSize: 16384,
      sequenceLength: 8192,
      headCount: 128,
      kvHeadCount: 8,
      headSize: 128,
      ...DENSE,
    },
    globalBatchSequences: 2048,
    ...BF16,
    interleave: 8,
  },
  {
    model: {
      name: 'GPT-3 175B',
      parameterCount: 175e9,
      activeParameterCount: 175e9,
      layerCount: 96,
      hiddenSize: 12288,
      sequenceLength: 2048,
      headCount: 96,
      kvHeadCount: 96,
      headSize: 128,
      ...DENSE,
    },
    globalBatchSequences: 1536,
    ...BF16,
    interleave: 6,
  },
  {
    model: {
      name: 'DeepSeek-V3 671B',
      parameterCount: 671e9,
      activeParameterCount: 37e9,
      layerCount: 61,
      hiddenSize: 7168,
      sequenceLength: 4096,
      headCount: 128,
      kvHeadCount: 128,
      headSize: 128,
      kvSizePerToken: 576,
      expertCount: 256,
      expertsPerToken: 8,
      moeLayerCount: 58,
      expertDomainLimit: 4,
    },
    globalBatchSequences: 15360,
    precision: 'fp8',
    // Its pipeline is fed from both ends, which halves the bubble, and hides most of the expert exchange.
    interleave: 2,
    kernelEfficiency: 0.4,
    expertOverlap: 0.7,
  },
];

export const MODEL_PRESETS: readonly Model[] = PRESETS.map(({ model }) => model);

/** Sequences a step for a model that is none of the presets: about 4M tokens, as large dense models start with. */
const TOKENS_PER_STEP = 2 ** 22;

/** The training run to start from: what the model's makers used where it is known, else what is common. */
export function createTraining(model: Model): Training {
  const preset = PRESETS.find((candidate) => candidate.model.name === model.name);
  const { precision, kernelEfficiency, expertOverlap } = preset ?? BF16;
  return {
    model,
    globalBatchSequences:
      preset?.globalBatchSequences ?? Math.max(1, Math.round(TOKENS_PER_STEP / model.sequenceLength)),
    microBatchSequences: 1,
    precision,
    zeroStage: 1,
    interleave: preset?.interleave ?? 1,
    isSequenceParallel: true,
    kernelEfficiency,
    overlap: { tensor: 0, expert: expertOverlap, data: DATA_OVERLAP },
    peakTflops: null,
    pricePerGpuHour: null,
    currency: 'USD',
    checkpointIntervalMinutes: 30,
    isCheckpointAsynchronous: true,
  };
}
