/**
 * Cables of chosen objects over the trays of a small hall, counted by hand. Positions of 1 m; crossing trays only at x = 0.5, above
 * position 1 of both rows.
 *
 *   row A, middle at y = 0.5: rack 1 at x = 0.5 (leaf 1), rack 2 at x = 1.5 (leaf 2)
 *   row B, middle at y = 3.5: rack 3 at x = 2.5 (spine)
 *
 * Every leaf has two cables to the spine. Leaf 2's go 1 m west to the crossing, 3 m south, 2 m east; leaf 1's start at the crossing.
 */
import { describe, expect, it } from 'vitest';
import { computeFloorRuns } from '#core/analysis/floor-runs.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { createRack } from '#core/design/defaults.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { drawDesign, drawDevice, drawLink } from '../../support/draw.ts';

function createNetlist(): Netlist {
  const design = drawDesign();
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 2);
  drawDevice(design, 'spine', 'qm9700', 'spine', 1);
  drawLink(design, 'leaf.data', 'spine.data', { pattern: 'mesh', speedGbps: 400, cablesPerPair: 2 });
  design.racks['rack'] = createRack({ id: 'rack', name: 'Rack', count: 3, heightUnits: 48 });
  const run = { rackId: 'rack', perRack: 1, bottomUnit: 40, firstMember: 0 };
  design.placements = {
    leaves: { id: 'leaves', deviceId: 'leaf', memberCount: 2, firstRack: 0, ...run },
    spine: { id: 'spine', deviceId: 'spine', memberCount: 1, firstRack: 2, ...run },
  };
  const size = { xM: 0, yM: 0, widthM: 5, depthM: 5, trayHeightM: 2.7, trayWidthMm: 300, trayDepthMm: 100 };
  design.rooms = { hall: { id: 'hall', name: 'Hall', ...size, crossTraysM: [0.5] } };
  const row = { roomId: 'hall', xM: 0, slotCount: 4, pitchM: 1, depthM: 1, facing: 'north' as const };
  design.rows = { a: { id: 'a', name: 'A', yM: 0, ...row }, b: { id: 'b', name: 'B', yM: 3, ...row } };
  design.stands = {
    one: { id: 'one', rackId: 'rack', firstRack: 0, rackCount: 2, rowId: 'a', firstSlot: 0 },
    two: { id: 'two', rackId: 'rack', firstRack: 2, rackCount: 1, rowId: 'b', firstSlot: 2 },
  };
  return elaborate(design, builtInCatalog).netlist;
}

const netlist = createNetlist();

function list(...refs: ObjectRef[]): { cables: number; ways: string[] } {
  const runs = computeFloorRuns(netlist, refs);
  const ways = runs.stretches.map(
    ({ x1M, y1M, x2M, y2M, cableCount }) =>
      `${[x1M, y1M, x2M, y2M].map((at) => at.toFixed(1)).join(' ')} x${cableCount}`,
  );
  return { cables: runs.cableCount, ways: ways.toSorted() };
}

describe('computeFloorRuns', () => {
  it('adds up what lies on each stretch', () => {
    expect(list({ kind: 'link', id: 'link-1' })).toEqual({
      cables: 4,
      ways: ['0.5 0.5 0.5 3.5 x4', '0.5 0.5 1.5 0.5 x2', '0.5 3.5 2.5 3.5 x4'],
    });
  });

  it('takes one member, one rack or a whole fabric', () => {
    const second = { cables: 2, ways: ['0.5 0.5 0.5 3.5 x2', '0.5 0.5 1.5 0.5 x2', '0.5 3.5 2.5 3.5 x2'] };
    expect(list({ kind: 'device', id: 'leaf', member: 1 })).toEqual(second);
    expect(list({ kind: 'rack', id: 'rack', member: 1 })).toEqual(second);
    expect(list({ kind: 'fabric', id: 'compute' }).cables).toBe(4);
  });

  it('counts a cable once, whatever names it', () => {
    expect(
      list({ kind: 'device', id: 'leaf' }, { kind: 'device', id: 'spine' }, { kind: 'link', id: 'link-1' }).cables,
    ).toBe(4);
  });

  it('has the lengths of the netlist: 3 m to the east and west, 3 m across, up and down, and slack', () => {
    const { longestM, totalM, inRackCount, offFloorCount } = computeFloorRuns(netlist, [
      { kind: 'link', id: 'link-1' },
    ]);
    // The port of a 1U device in unit 40 of 44.45 mm is 39.5 x 0.04445 = 1.755775 m high, 0.944225 m below the tray: twice that, and
    // 1 m of slack at each end. 1 + 3 + 2 + 1.88845 + 2 = 9.88845, upwards to the centimetre; leaf 1's are 1 m shorter.
    expect(longestM).toBeCloseTo(9.89, 4);
    expect(totalM).toBeCloseTo(2 * 9.89 + 2 * 8.89, 3);
    expect({ inRackCount, offFloorCount }).toEqual({ inRackCount: 0, offFloorCount: 0 });
  });

  it('finds nothing for objects without cables', () => {
    expect(list({ kind: 'room', id: 'hall' })).toEqual({ cables: 0, ways: [] });
  });
});
