/** Bandwidths as nccl-tests defines them: https://github.com/NVIDIA/nccl-tests/blob/master/doc/PERFORMANCE.md. */
import type { Collective } from '../netlist/netlist.ts';

/** S / t in GB/s; 0 where nothing is carried or it never ends. */
export function computeAlgbwGBps(collective: Collective, sizeBytes: number, timeUs: number): number {
  if (collective === 'barrier' || timeUs <= 0) return 0;
  return sizeBytes / (1000 * timeUs);
}

/** What algbw is multiplied by, so that collectives on equal links read alike. */
export function computeBusFactor(collective: Collective, rankCount: number): number {
  const others = (rankCount - 1) / rankCount;
  switch (collective) {
    case 'all-reduce':
      return 2 * others;
    case 'all-gather':
    case 'reduce-scatter':
    case 'all-to-all':
      return others;
    case 'broadcast':
    case 'send-recv':
      return 1;
    case 'barrier':
      return 0;
  }
}
