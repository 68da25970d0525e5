/** Oversubscription by rail and by switch. */
import { describe, expect, it } from 'vitest';
import { drawDesign, drawDevice, drawLink } from '../../support/draw.ts';
import { reportFabric } from '../../support/generate-fabric.ts';

describe('oversubscription', () => {
  it('tells rails apart, and names the worst switches first', () => {
    const design = drawDesign();
    // Two rails of eight; the leaf of rail 1 has half the uplinks of the leaf of rail 0.
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 2);
    drawDevice(design, 'spine', 'qm9700', 'spine', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400, cablesPerPair: 4 });
    const uplink = (leaf: number, cablesPerPair: number): void =>
      drawLink(design, 'leaf.data', 'spine.data', {
        pattern: 'explicit',
        speedGbps: 400,
        cablesPerPair,
        pairs: [[leaf, 0]],
      });
    uplink(0, 16);
    uplink(1, 8);
    const fabric = reportFabric(design);
    expect(fabric.rails).toEqual([
      { rail: 0, switches: [{ deviceId: 'leaf', members: [0] }], switchCount: 1, portCount: 16, worst: 1, mean: 1 },
      { rail: 1, switches: [{ deviceId: 'leaf', members: [1] }], switchCount: 1, portCount: 16, worst: 2, mean: 2 },
    ]);
    expect(fabric.worstSwitches).toEqual([
      { deviceId: 'leaf', member: 1, tier: 1, downGbps: 6400, awayGbps: 3200, ratio: 2 },
      { deviceId: 'leaf', member: 0, tier: 1, downGbps: 6400, awayGbps: 6400, ratio: 1 },
    ]);
  });

  it('has no figure for rails without uplinks', () => {
    const design = drawDesign();
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    const { rails } = reportFabric(design);
    expect(rails).toHaveLength(8);
    expect(rails[3]).toEqual({
      rail: 3,
      switches: [{ deviceId: 'leaf', members: [3] }],
      switchCount: 1,
      portCount: 4,
      worst: null,
      mean: null,
    });
  });
});
