import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import { findGroup, nameRack, NOWHERE, readFloorPlan } from '#core/design/floor-plan.ts';

/**
 * A hall whose corner is at (10, 20). Row B starts 2 m east and 3 m south of it, five positions of 0.6 m, 1.2 m deep. Racks `b` 1-2 of
 * three stand from position 1 (counted from 0) on, rack `a` at position 4.
 */
function createFloor(): Design {
  return {
    ...createDesign('hall'),
    racks: {
      b: createRack({ id: 'b', name: 'Compute', count: 3, heightUnits: 48 }),
      a: createRack({ id: 'a', name: 'Spines', count: 1, heightUnits: 48 }),
    },
    rooms: {
      hall: {
        id: 'hall',
        name: 'Hall',
        xM: 10,
        yM: 20,
        widthM: 30,
        depthM: 20,
        trayHeightM: 2.7,
        trayWidthMm: 300,
        trayDepthMm: 100,
        crossTraysM: [],
      },
    },
    rows: {
      r: { id: 'r', name: 'B', roomId: 'hall', xM: 2, yM: 3, slotCount: 5, pitchM: 0.6, depthM: 1.2, facing: 'north' },
    },
    stands: {
      s1: { id: 's1', rackId: 'b', firstRack: 1, rackCount: 2, rowId: 'r', firstSlot: 1 },
      s2: { id: 's2', rackId: 'a', firstRack: 0, rackCount: 1, rowId: 'r', firstSlot: 4 },
    },
  };
}

describe('readFloorPlan', () => {
  it('numbers racks by group id and finds their centres', () => {
    const plan = readFloorPlan(createFloor());
    expect(plan.groups.map(({ rack, firstRack }) => [rack.id, firstRack])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
    expect(plan.standingCount).toBe(3);
    expect([...plan.rackSlot]).toEqual([4, NOWHERE, 1, 2]);
    // 10 + 2 + 1.5 x 0.6 = 12.9 east; 20 + 3 + 0.6 = 23.6 south.
    expect(plan.rackX[2]).toBeCloseTo(12.9, 9);
    expect(plan.rackY[2]).toBeCloseTo(23.6, 9);
    expect(plan.rackX[1]).toBeNaN();
    expect([...plan.slotRack]).toEqual([NOWHERE, 2, 3, NOWHERE, 0]);
    expect(plan.rows[0]).toMatchObject({ xM: 12, yM: 23, lengthM: 3 });
  });

  it('is empty without a floor', () => {
    const plan = readFloorPlan(createDesign('nothing'));
    expect(plan).toMatchObject({ rackCount: 0, standingCount: 0, rooms: [], rows: [] });
  });

  it('leaves out what a row has no position for', () => {
    const floor = createFloor();
    floor.stands = { s1: { id: 's1', rackId: 'b', firstRack: 0, rackCount: 3, rowId: 'r', firstSlot: 4 } };
    expect(readFloorPlan(floor).standingCount).toBe(1);
  });
});

describe('names', () => {
  it('counts the racks of a group from 1 and leaves a single one alone', () => {
    const plan = readFloorPlan(createFloor());
    expect(findGroup(plan, 3).rack.id).toBe('b');
    expect(nameRack(plan, 3)).toBe('Compute 3');
    expect(nameRack(plan, 0)).toBe('Spines');
  });
});
