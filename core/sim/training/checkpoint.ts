/** How long checkpoints of a training run take over the drawn storage path, and what waiting for them costs. */
import type { Training } from '../../netlist/netlist.ts';
import type { SimConstants } from '../constants.ts';
import type { CheckpointReport } from '../training-report.ts';
import type { StoragePath } from './storage-path.ts';

const BYTES_PER_GB = 1e9;
const BITS_PER_BYTE = 8;
const SECONDS_PER_MINUTE = 60;

export function computeCheckpoint(
  training: Training,
  gpuCount: number,
  path: StoragePath,
  constants: SimConstants,
): CheckpointReport {
  const { model, checkpointIntervalMinutes, isCheckpointAsynchronous } = training;
  const sizeBytes = model.parameterCount * constants.checkpointBytes;
  const seconds = sizeBytes / ((path.gbps / BITS_PER_BYTE) * constants.goodputShare * BYTES_PER_GB);
  const stall = isCheckpointAsynchronous ? sizeBytes / gpuCount / (constants.hostLinkGBps * BYTES_PER_GB) : seconds;
  const interval = checkpointIntervalMinutes * SECONDS_PER_MINUTE;
  // A write that outlasts the interval holds up the next checkpoint, asynchronous or not.
  const wait = isCheckpointAsynchronous ? stall + Math.max(0, seconds - interval) : stall;
  return {
    sizeBytes,
    writeSeconds: seconds,
    restoreSeconds: seconds,
    limit: path.limit,
    overheadShare: wait / (interval + wait),
  };
}
