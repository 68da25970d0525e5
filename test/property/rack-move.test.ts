/** Whatever racks are moved wherever: a move without a problem leaves every rack with a position of its own, and all others alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import { createDesign, type Design } from '#core/design/design.ts';
import type { Stand } from '#core/design/floor.ts';
import { NOWHERE, readFloorPlan } from '#core/design/floor-plan.ts';
import { planRackMove, planRowsFill } from '#core/design/rack-move.ts';

const ROWS = 3;
const SLOTS = 6;
const RACKS = 12;

/** Racks in the positions that the order names, row by row; racks past the end of it stand nowhere. */
function createFloor(order: readonly number[]): Design {
  const size = { xM: 0, yM: 0, widthM: 20, depthM: 20, trayHeightM: 2.7, trayWidthMm: 300, trayDepthMm: 100 };
  const stands = order.slice(0, RACKS).flatMap((slot, rack): [string, Stand][] => {
    if (slot >= ROWS * SLOTS) return [];
    const id = `s${rack}`;
    const place = { rowId: `r${Math.floor(slot / SLOTS)}`, firstSlot: slot % SLOTS };
    return [[id, { id, rackId: 'rack', firstRack: rack, rackCount: 1, ...place }]];
  });
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const id = `r${index}`;
    const shape = { slotCount: SLOTS, pitchM: 0.6, depthM: 1.2, facing: 'north' as const };
    return [id, { id, name: id, roomId: 'hall', xM: 1, yM: 1 + index * 2.4, ...shape }];
  });
  return {
    ...createDesign('floor'),
    racks: { rack: createRack({ id: 'rack', name: 'Rack', count: RACKS, heightUnits: 48 }) },
    rooms: { hall: { id: 'hall', name: 'Hall', ...size, crossTraysM: [] } },
    rows: Object.fromEntries(rows),
    stands: Object.fromEntries(stands),
  };
}

/** Positions 18 to 23 are off the floor. */
const order = fc.shuffledSubarray(
  Array.from({ length: 24 }, (_, slot) => slot),
  { minLength: RACKS, maxLength: RACKS },
);
const chosen = fc.uniqueArray(fc.integer({ min: 0, max: RACKS - 1 }), { minLength: 1, maxLength: RACKS });
const goal = fc.record({ row: fc.integer({ min: 0, max: ROWS - 1 }), slot: fc.integer({ min: 0, max: SLOTS - 1 }) });

describe('racks that move', () => {
  it('never share a position with each other or with those that stay', () => {
    fc.assert(
      fc.property(order, chosen, goal, (slots, racks, at) => {
        const plan = readFloorPlan(createFloor(slots));
        const anchor = racks.find((rack) => plan.rackRow[rack] !== NOWHERE);
        fc.pre(anchor !== undefined);
        const move = planRackMove(plan, racks, anchor as number, at);
        fc.pre(move.problem === null);
        const moved = new Map(move.targets.map((target) => [target.rack, `${target.row} ${target.slot}`]));
        const places = [...plan.rackRow].flatMap((row, rack) =>
          row === NOWHERE ? [] : [moved.get(rack) ?? `${row} ${plan.rackSlot[rack]}`],
        );
        expect(new Set(places).size).toBe(places.length);
        expect(places).toHaveLength(plan.standingCount);
        expect(move.stands.reduce((sum, { rackCount }) => sum + rackCount, 0)).toBe(move.targets.length);
      }),
    );
  });

  it('fill free positions only, each once, and as many as there are', () => {
    fc.assert(
      fc.property(order, (slots) => {
        const plan = readFloorPlan(createFloor(slots));
        const waiting = [...plan.rackRow].flatMap((row, rack) => (row === NOWHERE ? [rack] : []));
        const { targets } = planRowsFill(plan, waiting, [0, 1, 2]);
        const free = [...plan.slotRack].filter((rack) => rack === NOWHERE).length;
        expect(targets).toHaveLength(Math.min(free, waiting.length));
        const places = targets.map(({ row, slot }) => (plan.rowFirstSlot[row] as number) + slot);
        expect(new Set(places).size).toBe(places.length);
        for (const place of places) expect(plan.slotRack[place]).toBe(NOWHERE);
      }),
    );
  });
});
