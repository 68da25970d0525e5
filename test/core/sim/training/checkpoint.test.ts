/** Expected figures: 14 B a parameter (weights 2, master 4, moments 8), arXiv 1910.02054; times by hand from the drawn cables. */
import { describe, expect, it } from 'vitest';
import { createLink } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { computeCheckpoint } from '#core/sim/training/checkpoint.ts';
import { createTraining } from '#core/sim/training/model-presets.ts';
import { findStoragePath } from '#core/sim/training/storage-path.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../../support/draw.ts';
import { findPreset } from '../../../support/training.ts';

const LINE_RATE = resolveConstants({ goodputShare: 1 });

/** Eight DGX H100 on a compute leaf, and by two 400G ports each on two storage leaves with AI400X2s behind. */
function drawStorage(storageCount: number, uplinks: number): Design {
  const design = drawDesign();
  design.fabrics['storage'] = {
    id: 'storage',
    name: 'Storage',
    purpose: 'storage',
    technology: 'infiniband',
    routing: 'adaptive',
    targetOversubscription: null,
  };
  drawDevice(design, 'dgx', 'dgx-h100', 'endpoint', 8);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
  drawLink(design, 'dgx.compute', 'leaf.data', { pattern: 'spread', speedGbps: 400, cablesPerPair: 8 });
  drawDevice(design, 'near', 'qm9700', 'leaf', 1);
  drawDevice(design, 'far', 'qm9700', 'leaf', 1);
  drawDevice(design, 'store', 'ddn-ai400x2', 'storage', storageCount);
  const add = (id: string, a: string, b: string, speedGbps: number, cablesPerPair: number): void => {
    const [deviceA = '', blockA = ''] = a.split('.');
    const [deviceB = '', blockB = ''] = b.split('.');
    design.links[id] = createLink({
      id,
      fabricId: 'storage',
      a: { deviceId: deviceA, blockId: blockA },
      b: { deviceId: deviceB, blockId: blockB },
      pattern: 'spread',
      speedGbps,
      cablesPerPair,
    });
  };
  add('dgx-near', 'dgx.storage_inband', 'near.data', 400, 1);
  add('near-far', 'near.data', 'far.data', 400, uplinks);
  add('store-far', 'store.storage', 'far.data', 200, 4);
  return design;
}

function findPath(design: Design) {
  const { netlist } = evaluate(design);
  const placement = placeJob(netlist, createScenario('s', 's'));
  if (!placement.ok) throw new Error(placement.error);
  return findStoragePath(netlist, placement.value);
}

describe('path to the storage', () => {
  it.each([
    // 8 servers x 400 = 3,200 Gb/s; storage 4 x 200 Gb/s each; switches 400 Gb/s an uplink.
    [1, 16, 800, 'storage servers'],
    [8, 16, 3200, 'compute NICs on Storage'],
    [8, 4, 1600, 'switches of Storage'],
  ])('%i storage servers and %i uplinks carry %i Gb/s: %s set the pace', (storageCount, uplinks, gbps, limit) => {
    expect(findPath(drawStorage(storageCount, uplinks))).toEqual({
      ok: true,
      value: { fabricName: 'Storage', gbps, limit },
    });
  });

  it('says that there is none', () => {
    const bare = drawStorage(1, 1);
    delete bare.links['store-far'];
    expect(findPath(bare)).toMatchObject({ ok: false, error: expect.stringContaining('No fabric joins') });
    delete bare.devices['store'];
    expect(findPath(bare)).toMatchObject({ ok: false, error: expect.stringContaining('No storage is drawn') });
  });
});

describe('checkpoint', () => {
  const training = { ...createTraining(findPreset('Llama 3 405B')), checkpointIntervalMinutes: 60 };

  it('405B: 5.7 TB resumable, 56.8 s at 100 GB/s', () => {
    const path = { fabricName: 'Storage', gbps: 800, limit: 'storage servers' };
    const report = computeCheckpoint({ ...training, isCheckpointAsynchronous: false }, 1024, path, LINE_RATE);
    expect(report.sizeBytes / 1e12).toBeCloseTo(5.7, 1);
    expect(report.writeSeconds).toBeCloseTo(56.8, 1);
    expect(report.restoreSeconds).toBeCloseTo(56.8, 1);
    expect(report.overheadShare).toBeCloseTo(56.8 / 3656.8, 4);
  });

  it('asynchronous: only the copy to host memory holds the GPUs up, 5.7 TB / 1024 at 50 GB/s', () => {
    const path = { fabricName: 'Storage', gbps: 800, limit: 'storage servers' };
    const report = computeCheckpoint(training, 1024, path, LINE_RATE);
    const stall = (405.9e9 * 14) / 1024 / 50e9;
    expect(report.overheadShare).toBeCloseTo(stall / (3600 + stall), 12);
  });

  it('a write that outlasts the interval holds up the next checkpoint', () => {
    const path = { fabricName: 'Storage', gbps: 8, limit: 'storage servers' };
    const report = computeCheckpoint(training, 1024, path, LINE_RATE);
    // 5,683 s at 1 GB/s against 3,600 s.
    expect(report.overheadShare).toBeCloseTo((5682.6 - 3600) / 5682.6, 3);
  });
});
