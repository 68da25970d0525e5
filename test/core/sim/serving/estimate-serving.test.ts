/** Expected figures: cache sizes per token from 'Insights into DeepSeek-V3' (arXiv 2505.09343, table 1); times by hand. */
import { describe, expect, it } from 'vitest';
import { createLink } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { estimateServing } from '#core/sim/serving/estimate-serving.ts';
import { countKvBytesPerToken } from '#core/sim/serving/kv-cache.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../../support/draw.ts';
import { findPreset } from '../../../support/training.ts';

function drawServers(count: number, leafCount: number): Design {
  const design = drawDesign();
  drawDevice(design, 'dgx', 'dgx-h100', 'endpoint', count);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', leafCount);
  drawLink(design, 'dgx.compute', 'leaf.data', { pattern: 'spread', speedGbps: 400, cablesPerPair: 8 / leafCount });
  return design;
}

function serve(design: Design, model = findPreset('Llama 3 70B')) {
  const { netlist } = evaluate(design);
  const scenario = createScenario('s', 's');
  const placement = placeJob(netlist, scenario);
  if (!placement.ok) throw new Error(placement.error);
  return estimateServing(netlist, scenario, placement.value, resolveConstants({}), model);
}

describe('cache of keys and values', () => {
  it.each([
    ['DeepSeek-V3 671B', 70_272],
    ['Llama 3 405B', 516_096],
    // 2 x 8 heads x 128 x 80 layers x 2 B.
    ['Llama 3 70B', 327_680],
  ])('%s leaves %i B a token', (name, bytes) => {
    expect(countKvBytesPerToken(findPreset(name))).toBe(bytes);
  });
});

describe('prefill and decode apart', () => {
  it('8,192 tokens of Llama 3 70B are 2.7 GB: an eighth over each 400G NIC takes 7.0 ms', () => {
    const report = serve(drawServers(4, 1));
    expect(report?.kvBytesPerPrompt).toBe(8192 * 327_680);
    const wireUs = (8192 * 327_680) / 8 / (50 * 0.955 * 1000);
    expect(report?.idealKvTransferUs ?? 0).toBeGreaterThan(wireUs);
    expect((report?.idealKvTransferUs ?? 0) / wireUs).toBeCloseTo(1, 2);
    expect(report?.prefillCount).toBe(2);
    expect(report?.promptsPerSecond).toBeCloseTo(2e6 / (report?.kvTransferUs ?? 1), 6);
  });

  it('one server has nobody to send to', () => {
    expect(serve(drawServers(1, 1))).toBeNull();
  });
});

describe('the way of a request', () => {
  it('leads over the front-end fabric, there and back; without one there is none', () => {
    const design = drawServers(4, 1);
    expect(serve(design)?.request).toBeNull();
    design.fabrics['frontend'] = {
      id: 'frontend',
      name: 'Front end',
      purpose: 'frontend',
      technology: 'ethernet',
      routing: 'ecmp',
      targetOversubscription: null,
    };
    drawDevice(design, 'access', 'sn5600', 'leaf', 1);
    design.links['front'] = createLink({
      id: 'front',
      fabricId: 'frontend',
      a: { deviceId: 'dgx', blockId: 'storage_inband' },
      b: { deviceId: 'access', blockId: 'data' },
      pattern: 'spread',
      speedGbps: 400,
      cablesPerPair: 1,
    });
    const request = serve(design)?.request;
    expect(request).toMatchObject({ fabricName: 'Front end', switchesMost: 1 });
    expect(request?.roundTripUs).toBeCloseTo(2 * (request?.typicalUs ?? 0), 12);
    expect(request?.worstUs).toBeGreaterThanOrEqual(request?.typicalUs ?? 0);
  });
});
