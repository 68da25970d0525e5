/** A cluster given only as watts: so many GPUs at so much, so much for the rest of each server, and a share for all else. */
import type { ServerPart } from '#core/catalog/part.ts';
import { fitPower } from './fit-server.ts';
import { readNumber } from './read-text.ts';
import type { Wish } from './wish.ts';

/** One machine per GPU that carries its part of server and network; null = the inputs are no such sum. */
export function createPoweredServer(wish: Wish): { part: ServerPart; count: number } | null {
  const read = (...keys: string[]): number | null => {
    for (const key of keys) {
      const figure = readNumber(wish.values[key]);
      if (figure !== null) return figure;
    }
    return null;
  };
  const gpuW = read('gpu_watts', 'gpu_w', 'watts_per_gpu');
  if (gpuW === null || wish.gpus === null) return null;
  const restW = read('other_server_watts_per_gpu', 'server_watts_per_gpu', 'other_watts_per_gpu') ?? 0;
  const share = read('other_it_share', 'network_share', 'other_share') ?? 0;
  return { part: fitPower('GPU with its part of server and network', (gpuW + restW) * (1 + share)), count: wish.gpus };
}
