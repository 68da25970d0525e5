/** Servers that have GPUs, of which nobody says how many. */
import type { DevicePart } from './part.ts';

/** Servers of which nobody says how many GPUs they have, because they have none. */
const WITHOUT_GPUS: ReadonlySet<string> = new Set(['appliance', 'storage', 'infrastructure']);

export function isGpuCountOpen(part: DevicePart): boolean {
  return part.kind === 'server' && part.gpuCount === null && !WITHOUT_GPUS.has(part.category);
}
