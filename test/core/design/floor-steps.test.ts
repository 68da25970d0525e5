import { describe, expect, it } from 'vitest';
import { listAisles } from '#core/design/aisles.ts';
import { createRack } from '#core/design/defaults.ts';
import { createDesign } from '#core/design/design.ts';
import type { Row, Stand } from '#core/design/floor.ts';
import { type FloorPlan, NOWHERE, readFloorPlan } from '#core/design/floor-plan.ts';
import { findRackBeside, findSlotAt, locateSlot, stepSlot } from '#core/design/floor-steps.ts';
import { planRackFill, planRackMove, planRowsFill } from '#core/design/rack-move.ts';

/**
 * Two rows of five positions of 1 m by 1 m behind each other, the second 3 m south of the first; the first faces south, the second
 * north: a cold aisle of 2 m between them. Racks 1-3 of a group stand in A from its first position on, 4-5 in B from its third.
 */
function createPlan(stands: readonly Omit<Stand, 'id' | 'rackId'>[] = STANDS, rackCount = 6): FloorPlan {
  const row = (id: string, yM: number, facing: Row['facing']): Row => ({
    id,
    name: id.toUpperCase(),
    roomId: 'hall',
    xM: 0,
    yM,
    slotCount: 5,
    pitchM: 1,
    depthM: 1,
    facing,
  });
  return readFloorPlan({
    ...createDesign('floor'),
    racks: { rack: createRack({ id: 'rack', name: 'Rack', count: rackCount, heightUnits: 48 }) },
    rooms: {
      hall: {
        id: 'hall',
        name: 'Hall',
        xM: 0,
        yM: 0,
        widthM: 10,
        depthM: 10,
        trayHeightM: 2.7,
        trayWidthMm: 300,
        trayDepthMm: 100,
        crossTraysM: [],
      },
    },
    rows: { a: row('a', 2, 'south'), b: row('b', 5, 'north') },
    stands: Object.fromEntries(
      stands.map((stand, index) => [`s${index}`, { id: `s${index}`, rackId: 'rack', ...stand }]),
    ),
  });
}

const STANDS = [
  { firstRack: 0, rackCount: 3, rowId: 'a', firstSlot: 0 },
  { firstRack: 3, rackCount: 2, rowId: 'b', firstSlot: 2 },
];

describe('positions', () => {
  it('are found by their place, and by the nearest place within reach', () => {
    const plan = createPlan();
    expect(locateSlot(plan, { row: 0, slot: 1 })).toEqual({ xM: 1.5, yM: 2.5 });
    expect(findSlotAt(plan, 1.5, 2.5, 0)).toEqual({ row: 0, slot: 1 });
    expect(findSlotAt(plan, 1.5, 3.9, 0)).toBeNull();
    // 0.9 m south of row A and 1.1 m north of row B.
    expect(findSlotAt(plan, 1.5, 3.9, 2)).toEqual({ row: 0, slot: 1 });
    expect(findSlotAt(plan, 9, 5.5, 4)).toEqual({ row: 1, slot: 4 });
  });

  it('have neighbours along the row and straight across', () => {
    const plan = createPlan();
    expect(stepSlot(plan, { row: 0, slot: 1 }, 'east')).toEqual({ row: 0, slot: 2 });
    expect(stepSlot(plan, { row: 0, slot: 0 }, 'west')).toBeNull();
    expect(stepSlot(plan, { row: 0, slot: 1 }, 'south')).toEqual({ row: 1, slot: 1 });
    expect(stepSlot(plan, { row: 0, slot: 1 }, 'north')).toBeNull();
  });

  it('that are empty are passed over on the way to a rack', () => {
    const plan = createPlan();
    expect(findRackBeside(plan, 0, 'east')).toBe(1);
    expect(findRackBeside(plan, 2, 'east')).toBe(NOWHERE);
    // Position 1 of B is empty; the nearest rack of that row stands at position 3.
    expect(findRackBeside(plan, 0, 'south')).toBe(3);
    expect(findRackBeside(plan, 4, 'north')).toBe(2);
    expect(findRackBeside(plan, 5, 'north')).toBe(NOWHERE);
  });
});

describe('planRackMove', () => {
  it('carries several racks at once, in one stand where they stay side by side', () => {
    const plan = createPlan();
    const move = planRackMove(plan, [0, 1], 0, { row: 0, slot: 3 });
    expect(move.problem).toBeNull();
    expect(move.stands).toEqual([{ rackId: 'rack', firstRack: 0, rackCount: 2, rowId: 'a', firstSlot: 3 }]);
  });

  it('lets racks move onto positions they leave themselves', () => {
    const move = planRackMove(createPlan(), [0, 1, 2], 0, { row: 0, slot: 1 });
    expect(move.problem).toBeNull();
    expect(move.stands).toEqual([{ rackId: 'rack', firstRack: 0, rackCount: 3, rowId: 'a', firstSlot: 1 }]);
  });

  it('keeps the arrangement over rows: each comes to the position nearest to where it would lie', () => {
    const plan = createPlan();
    const move = planRackMove(plan, [2, 3], 2, { row: 0, slot: 4 });
    expect(move.targets).toEqual([
      { rack: 2, row: 0, slot: 4 },
      { rack: 3, row: 1, slot: 4 },
    ]);
    // Rack 5 stands on position 4 of B, rack 4 would come to position 5: both free.
    expect(move.problem).toBeNull();
  });

  it('says which rack is in the way, and where the row ends', () => {
    const plan = createPlan();
    expect(planRackMove(plan, [0], 0, { row: 1, slot: 3 }).problem).toBe('Rack 5 stands in B, position 4.');
    expect(planRackMove(plan, [0, 1], 0, { row: 0, slot: 4 }).problem).toBe('There is no position for Rack 2 there.');
  });
});

describe('filling', () => {
  it('takes free positions eastwards and leaves the rest waiting', () => {
    const plan = createPlan();
    const move = planRackFill(plan, [5], { row: 1, slot: 1 });
    expect(move.targets).toEqual([{ rack: 5, row: 1, slot: 1 }]);
    expect(planRackFill(plan, [5], { row: 1, slot: 2 }).targets).toEqual([{ rack: 5, row: 1, slot: 4 }]);
  });

  it('goes on with the next row and says how many find no position', () => {
    const plan = createPlan([], 12);
    const move = planRowsFill(plan, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [0, 1]);
    expect(move.stands).toEqual([
      { rackId: 'rack', firstRack: 0, rackCount: 5, rowId: 'a', firstSlot: 0 },
      { rackId: 'rack', firstRack: 5, rackCount: 5, rowId: 'b', firstSlot: 0 },
    ]);
    expect(move.problem).toBe('2 racks find no position.');
  });
});

describe('listAisles', () => {
  it('is cold where rows face each other and hot behind them', () => {
    const aisles = listAisles(createPlan()).map(({ kind, yM, depthM, widthM }) => ({ kind, yM, depthM, widthM }));
    expect(aisles).toEqual([
      { kind: 'cold', yM: 3, depthM: 2, widthM: 5 },
      { kind: 'hot', yM: 6, depthM: 1.2, widthM: 5 },
      { kind: 'hot', yM: 0.8, depthM: 1.2, widthM: 5 },
    ]);
  });
});
