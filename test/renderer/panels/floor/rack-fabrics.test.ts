import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import { readFloorPlan } from '#core/design/floor-plan.ts';
import { colourByFabric } from '../../../../renderer/panels/floor/rack-fabrics.ts';
import { drawDesign, drawDevice, drawLink } from '../../../support/draw.ts';

/** Rack 1 holds two servers, rack 2 a server and a leaf of the compute fabric, rack 3 nothing. */
function createDesign() {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 3);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'mesh', speedGbps: 400 });
  design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 3, heightUnits: 48 });
  const run = { rackId: 'rack', firstMember: 0, firstRack: 0 };
  design.placements = {
    servers: { id: 'servers', deviceId: 'server', memberCount: 3, perRack: 2, bottomUnit: 1, ...run },
    leaf: { id: 'leaf', deviceId: 'leaf', memberCount: 1, perRack: 1, bottomUnit: 40, ...run, firstRack: 1 },
  };
  return design;
}

describe('colourByFabric', () => {
  it('finds a rack by its switches, also among servers', () => {
    const design = createDesign();
    const { steps, stepOf } = colourByFabric(readFloorPlan(design), design);
    expect([...stepOf].map((step) => steps[step]?.label)).toEqual([
      'servers and hosts',
      'Compute: switches',
      'empty, or nothing cabled',
    ]);
  });
});
