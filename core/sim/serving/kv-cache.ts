/** Keys and values that a prompt leaves for its answer. */
import type { Model } from '../../netlist/netlist.ts';

/** Stored in BF16. */
const KV_BYTES = 2;

/** Of one token in all layers: 2 x heads x head size each, or the compressed size that the model states. */
export function countKvBytesPerToken({ kvSizePerToken, kvHeadCount, headSize, layerCount }: Model): number {
  return (kvSizePerToken ?? 2 * kvHeadCount * headSize) * layerCount * KV_BYTES;
}
