/**
 * How far trees fall short of their bandwidth at each size, as the tuning tables of NCCL 2.30.7 have it:
 * https://github.com/NVIDIA/nccl/blob/master/src/graph/tuning.cc. One factor for 64 B, 128 B, ... 512 MB.
 */
const LL = [1, 1, 1, 1, 0.9, 0.8, 0.7, 0.7, 0.7, 0.7, 0.6, 0.5, 0.4, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1, 1, 1];
const LL128 = [1, 1, 1, 1, 1, 0.9, 0.8, 0.8, 0.8, 0.7, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.8, 0.9, 0.9, 0.9, 0.9, 1, 1, 1];
const SMALLEST_BYTES = 64;

/** Linear between the entries in the logarithm of size; the first and the last hold beyond them. */
export function correctTreeBandwidth(protocol: 'll' | 'll128', sizeBytes: number): number {
  const table = protocol === 'll' ? LL : LL128;
  const place = Math.min(table.length - 1, Math.max(0, Math.log2(sizeBytes / SMALLEST_BYTES)));
  const index = Math.floor(place);
  const lower = table[index] ?? 1;
  const upper = table[index + 1] ?? lower;
  return lower + (upper - lower) * (place - index);
}
