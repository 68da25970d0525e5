/** What follows from a model's figures alone: its dense and expert weights, and the work of one token. */
import type { Model } from '../../netlist/netlist.ts';

export interface WeightSplit {
  /** Every token passes through these: attention, norms, dense and shared layers, embeddings. */
  readonly dense: number;
  /** Routed experts, all of them. */
  readonly expert: number;
}

/**
 * A token passes through k of E experts, so total = dense + expert and active = dense + expert * k / E give both. DeepSeek-V3
 * (671 and 37 billion, 8 of 256) comes out at 654 billion in experts; counted layer by layer it is
 * 58 layers * 256 experts * 3 * 7168 * 2048 = 653.9 billion.
 */
export function splitWeights(model: Model): WeightSplit {
  const { parameterCount, activeParameterCount, expertCount, expertsPerToken } = model;
  if (expertCount === 0 || expertsPerToken >= expertCount) return { dense: parameterCount, expert: 0 };
  const expert = (parameterCount - activeParameterCount) / (1 - expertsPerToken / expertCount);
  return { dense: Math.max(0, parameterCount - expert), expert: Math.min(parameterCount, expert) };
}

/** Forward and backward through the weights: two and four operations for each parameter (arXiv 2001.08361, 2204.02311). */
export function countWeightFlopsPerToken(model: Model): number {
  return 6 * model.activeParameterCount;
}

/**
 * Attention scores and their weighted sum, forward and backward: 12 * layers * (heads * head size) * sequence, which is 12 L h s
 * where heads span the width (arXiv 2204.02311, appendix B). Halved: a causal mask leaves half of the scores, and kernels skip them.
 */
export function countAttentionFlopsPerToken(model: Model): number {
  return (12 * model.layerCount * model.headCount * model.headSize * model.sequenceLength) / 2;
}

/** Share of the forward pass in forward and backward together. */
export const FORWARD_SHARE = 1 / 3;
/** Share of the backward pass. */
export const BACKWARD_SHARE = 2 / 3;
