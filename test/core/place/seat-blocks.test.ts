import { describe, expect, it } from 'vitest';
import { createFloorSlots, type FloorSlots } from '#core/place/floor-slots.ts';
import { DEFAULT_ROW_RULE, planRows } from '#core/place/row-plan.ts';
import { orderSlots, seatBlocks, seatInRowOrder } from '#core/place/seat-blocks.ts';
import type { StandRules } from '#core/place/stand-limits.ts';

/** Rows of 0.6 m positions, numbered row by row from west to east. */
function createRows(rowCount: number, slotsPerRow: number): FloorSlots {
  const plan = planRows({ ...DEFAULT_ROW_RULE, rowCount, slotsPerRow }, 1);
  if (!plan.ok) throw new Error(plan.error);
  return createFloorSlots([plan.value.room], plan.value.rows);
}

const rules = (rackCount: number, rowCount: number, limits: StandRules['limits'] = []): StandRules => ({
  rowCount,
  kindOfRack: new Uint32Array(rackCount),
  allowed: new Uint8Array(rowCount).fill(1),
  limits,
});

describe('the order of positions', () => {
  // Strips of 1.2 m are two positions wide: down the first one, up the second.
  it('goes back and forth through strips', () => {
    expect([...orderSlots(createRows(2, 4), { rowCount: 2, stripWidthM: 1.2 })]).toEqual([0, 1, 5, 4, 6, 7, 3, 2]);
  });

  it('goes through the rows when one strip holds them all', () => {
    const order = orderSlots(createRows(2, 3), { rowCount: 2, stripWidthM: Number.POSITIVE_INFINITY });
    expect([...order]).toEqual([0, 1, 2, 5, 4, 3]);
  });

  it('takes the rows behind the first ones last', () => {
    expect([...orderSlots(createRows(3, 2), { rowCount: 2, stripWidthM: 0.6 })]).toEqual([0, 2, 3, 1, 4, 5]);
  });
});

describe('a first layout', () => {
  it('has the network rack of a block amid its others, and what serves all in the middle of all', () => {
    const slots = createRows(1, 7);
    const order = orderSlots(slots, { rowCount: 1, stripWidthM: Number.POSITIVE_INFINITY });
    const blocks = {
      blocks: [
        { networkRacks: [4], otherRacks: [0, 1] },
        { networkRacks: [5], otherRacks: [2, 3] },
      ],
      central: [6],
    };
    expect([...seatBlocks(slots, order, blocks, rules(7, 1)).rackAt]).toEqual([0, 4, 1, 6, 2, 5, 3]);
  });

  it('in row order passes by rows that are full of power and takes the next', () => {
    const limits = [0, 1].map((row) => ({
      name: `row ${row}`,
      rows: [row],
      limitW: 25_000,
      loadW: new Float64Array(4).fill(10_000),
    }));
    const { rackAt } = seatInRowOrder(createRows(2, 4), rules(4, 2, limits));
    expect([...rackAt]).toEqual([0, 1, -1, -1, 2, 3, -1, -1]);
  });

  it('leaves racks nowhere when all positions are taken', () => {
    expect([...seatInRowOrder(createRows(1, 2), rules(3, 1)).slotOf]).toEqual([0, 1, -1]);
  });
});
