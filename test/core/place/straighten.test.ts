import { describe, expect, it } from 'vitest';
import { createFloorSlots } from '#core/place/floor-slots.ts';
import type { Layout } from '#core/place/layout.ts';
import { listStands } from '#core/place/list-stands.ts';
import type { RackCables } from '#core/place/rack-cables.ts';
import { DEFAULT_ROW_RULE, planRows } from '#core/place/row-plan.ts';
import type { StandRules } from '#core/place/stand-limits.ts';
import { numberAlike, straighten } from '#core/place/straighten.ts';

const plan = planRows({ ...DEFAULT_ROW_RULE, slotsPerRow: 4 }, 4);
if (!plan.ok) throw new Error(plan.error);
const slots = createFloorSlots([plan.value.room], plan.value.rows);

/** Racks 0-2 with eight cables each to rack 3. */
const cables: RackCables = {
  first: Uint32Array.from([0, 1, 2, 3, 6]),
  neighbour: Uint32Array.from([3, 3, 3, 0, 1, 2]),
  cableCount: new Float64Array(6).fill(8),
};
const rules: StandRules = {
  rowCount: 1,
  kindOfRack: Uint32Array.from([0, 0, 0, 1]),
  allowed: new Uint8Array(2).fill(1),
  limits: [],
};
const groups = [
  { rackId: 'compute', firstRack: 0, count: 3 },
  { rackId: 'network', firstRack: 3, count: 1 },
];

/** From west to east: 2, 0, 3, 1. */
function shuffle(): Layout {
  return { slotOf: Int32Array.from([1, 3, 0, 2]), rackAt: Int32Array.from([2, 0, 3, 1]) };
}

describe('racks alike', () => {
  it('are those with the same cables to the same racks, and of one kind', () => {
    expect([...numberAlike(cables, rules)]).toEqual([0, 0, 0, 1]);
    expect([...numberAlike(cables, { ...rules, kindOfRack: Uint32Array.from([0, 2, 0, 1]) })]).toEqual([0, 1, 0, 2]);
  });

  it('are told apart by what they load a limit with', () => {
    const loadW = Float64Array.from([1, 2, 1, 1]);
    const limits = [{ name: 'row', rows: [0], limitW: 9, loadW }];
    expect([...numberAlike(cables, { ...rules, limits })]).toEqual([0, 1, 0, 2]);
  });

  it('stand in the order of their numbers, on the positions that they had', () => {
    const layout = shuffle();
    const alike = numberAlike(cables, rules);
    straighten(layout, slots, cables, alike, alike);
    expect([...layout.rackAt]).toEqual([0, 1, 3, 2]);
    expect([...layout.slotOf]).toEqual([0, 1, 3, 2]);
  });
});

describe('stands', () => {
  it('are runs of one group with rising numbers, side by side', () => {
    const straight: Layout = { slotOf: Int32Array.from([0, 1, 3, 2]), rackAt: Int32Array.from([0, 1, 3, 2]) };
    expect(listStands(straight, slots, groups)).toEqual([
      { id: 'stand-1', rackId: 'compute', firstRack: 0, rackCount: 2, rowId: 'row-1', firstSlot: 0 },
      { id: 'stand-2', rackId: 'network', firstRack: 0, rackCount: 1, rowId: 'row-1', firstSlot: 2 },
      { id: 'stand-3', rackId: 'compute', firstRack: 2, rackCount: 1, rowId: 'row-1', firstSlot: 3 },
    ]);
    expect(listStands(shuffle(), slots, groups)).toHaveLength(4);
  });
});
