import { describe, expect, it } from 'vitest';
import { planAddedRows, type StandingFloor } from '#core/place/append-rows.ts';
import { DEFAULT_ROW_RULE, planRows, type RowRule } from '#core/place/row-plan.ts';

const SIZES = { widthM: null, depthM: null };
const EMPTY: StandingFloor = { rooms: [], rows: [] };

function plan(rule: Partial<RowRule>, floor: StandingFloor) {
  const planned = planAddedRows({ ...DEFAULT_ROW_RULE, rowCount: 2, slotsPerRow: 10, ...rule }, 20, floor, SIZES);
  if (!planned.ok) throw new Error(planned.error);
  return planned.value;
}

describe('planAddedRows', () => {
  it('is the plan by rule on an empty floor', () => {
    const rule: RowRule = { ...DEFAULT_ROW_RULE, rowCount: 2, slotsPerRow: 10 };
    const planned = planRows(rule, 20, SIZES);
    expect(planned.ok && planned.value).toEqual(plan({}, EMPTY));
  });

  it('goes on behind the last row of a room, with the aisle both share, and the room grows', () => {
    const first = plan({}, EMPTY);
    const more = plan({ room: { kind: 'given', room: first.room } }, { rooms: [first.room], rows: first.rows });
    const [, last] = first.rows;
    const [added, next] = more.rows;
    // The second row faces north, so its south side is hot: 0.9 m; the added row faces away from it, to the south.
    expect(last?.facing).toBe('north');
    expect(added?.yM).toBeCloseTo((last?.yM ?? 0) + 1.2 + 0.9, 9);
    expect(added?.facing).toBe('south');
    expect(next?.facing).toBe('north');
    expect(more.rows.map(({ id, name }) => [id, name])).toEqual([
      ['row-3', 'Row C'],
      ['row-4', 'Row D'],
    ]);
    expect(more.room.depthM).toBeCloseTo((next?.yM ?? 0) + 1.2 + 1.2, 9);
  });

  it('puts a new room east of the others, under a name of its own', () => {
    const first = plan({}, EMPTY);
    const more = plan({}, { rooms: [first.room], rows: first.rows });
    expect(more.room.id).not.toBe(first.room.id);
    expect(more.room.name).toBe('Data hall 2');
    expect(more.room.xM).toBeCloseTo(first.room.widthM + 3, 9);
    expect(more.rows.every(({ roomId }) => roomId === more.room.id)).toBe(true);
  });

  it('holds the walls to the east and west', () => {
    const first = plan({}, EMPTY);
    const rule: RowRule = {
      ...DEFAULT_ROW_RULE,
      room: { kind: 'given', room: first.room },
      slotsPerRow: 11,
      rowCount: 1,
    };
    const planned = planAddedRows(rule, 11, { rooms: [first.room], rows: first.rows }, SIZES);
    expect(planned.ok ? '' : planned.error).toContain('wide');
  });
});
