import { describe, expect, it } from 'vitest';
import type { Room } from '#core/design/floor.ts';
import { DEFAULT_ROW_RULE, planRows, type RowPlan, type RowRule } from '#core/place/row-plan.ts';

const rule: RowRule = {
  ...DEFAULT_ROW_RULE,
  pitchM: 0.6,
  rackDepthM: 1.2,
  coldAisleM: 1.2,
  hotAisleM: 1,
  marginM: 1.5,
  slotsPerRow: 10,
};

const hall: Room = {
  id: 'hall',
  name: 'Hall',
  xM: 50,
  yM: 20,
  widthM: 9,
  depthM: 9,
  trayHeightM: 3,
  trayWidthMm: 300,
  trayDepthMm: 100,
  crossTraysM: [],
};

function plan(given: RowRule, needed: number): RowPlan {
  const result = planRows(given, needed);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

function explain(given: RowRule, needed: number): string {
  const result = planRows(given, needed);
  return result.ok ? '' : result.error;
}

describe('rows by rule', () => {
  it('stand back to back and face to face: 1.2 m of row, then 1.2 m cold and 1 m hot in turn', () => {
    const { rows } = plan({ ...rule, rowCount: 4 }, 1);
    expect(rows.map(({ name, yM, facing }) => [name, yM, facing])).toEqual([
      ['Row A', 1.5, 'south'],
      ['Row B', 3.9, 'north'],
      ['Row C', 6.1, 'south'],
      ['Row D', 8.5, 'north'],
    ]);
    expect(rows.every(({ xM, slotCount, pitchM }) => xM === 1.5 && slotCount === 10 && pitchM === 0.6)).toBe(true);
  });

  it('can begin with a hot aisle', () => {
    const { rows } = plan({ ...rule, rowCount: 3, firstAisle: 'hot' }, 1);
    expect(rows.map(({ yM, facing }) => [yM, facing])).toEqual([
      [1.5, 'north'],
      [3.7, 'south'],
      [6.1, 'north'],
    ]);
  });

  it('are as many as the racks need: 31 racks in rows of 10 take 4', () => {
    expect(plan(rule, 31).rows).toHaveLength(4);
    expect(plan(rule, 30).rows).toHaveLength(3);
    expect(plan(rule, 0).rows).toHaveLength(1);
  });

  // Width 10 x 0.6 + 2 x 1.5 = 9 m; depth 4 x 1.2 + 1.2 + 1 + 1.2 + 2 x 1.5 = 11.2 m.
  it('get a room of just their size', () => {
    const { room } = plan({ ...rule, rowCount: 4 }, 1);
    expect(room).toMatchObject({ xM: 0, yM: 0, widthM: 9, depthM: 11.2, trayHeightM: 2.7, crossTraysM: [] });
  });

  it('name the rows beyond Z', () => {
    const { rows } = plan({ ...rule, rowCount: 28 }, 1);
    expect(rows.slice(25).map(({ name }) => name)).toEqual(['Row Z', 'Row AA', 'Row AB']);
  });

  it('take the size of their positions from the racks, or that of the usual frame', () => {
    const open: RowRule = { ...rule, pitchM: null, rackDepthM: null };
    const sized = planRows(open, 10, { widthM: 0.75, depthM: 1.07 });
    expect(sized.ok && sized.value.rows[0]).toMatchObject({ pitchM: 0.75, depthM: 1.07 });
    expect(plan(open, 10).rows[0]).toMatchObject({ pitchM: 0.6, depthM: 1.2 });
  });

  // 60 racks, a row every 1.2 + 1.1 = 2.3 m: sqrt(60 x 2.3 / 0.6) = 15.2, to the nearest even number 16 (or 14).
  it('make the block of rows about square when nothing says how long they are', () => {
    expect(plan({ ...rule, slotsPerRow: null }, 60).rows[0]?.slotCount).toBe(16);
  });
});

describe('rows in a given room', () => {
  const inHall: RowRule = { ...rule, room: { kind: 'given', room: hall }, slotsPerRow: null };

  it('are as long as the walls allow: (9 - 3) / 0.6 = 10', () => {
    const { room, rows } = plan({ ...inHall, rowCount: 1 }, 1);
    expect(rows[0]).toMatchObject({ roomId: 'hall', slotCount: 10 });
    expect(room).toEqual(hall);
  });

  it('do not go through walls', () => {
    // Three rows need 3 x 1.2 + 1.2 + 1 + 3 = 8.8 m, four 11.2 m.
    expect(explain(inHall, 30)).toBe('');
    expect(explain(inHall, 31)).toBe('4 rows need 11.2 m of depth; Hall has 9 m.');
    expect(explain({ ...inHall, slotsPerRow: 11 }, 1)).toBe(
      'Rows of 11 positions need 9.6 m from wall to wall; Hall is 9 m wide.',
    );
    expect(explain({ ...inHall, marginM: 4.3 }, 1)).toBe('A row of one 0.6 m position does not fit between the walls.');
  });
});

describe('cross trays', () => {
  // Ten positions: middles from 1.5 + 0.3 = 1.8 m to 1.8 + 9 x 0.6 = 7.2 m, 5.4 m apart.
  it('lie at both ends of the rows and at least as often as wished', () => {
    expect(plan({ ...rule, crossTrayEveryM: 2 }, 1).room.crossTraysM).toEqual([1.8, 3.6, 5.4, 7.2]);
    expect(plan({ ...rule, crossTrayEveryM: 100 }, 1).room.crossTraysM).toEqual([1.8, 7.2]);
    expect(plan({ ...rule, crossTrayEveryM: 2, slotsPerRow: 1 }, 1).room.crossTraysM).toEqual([1.8]);
  });
});

describe('sizes that make no sense', () => {
  it('are refused with their name', () => {
    expect(explain({ ...rule, rowCount: 0 }, 1)).toMatch(/number of rows .* 0\.$/);
    expect(explain({ ...rule, slotsPerRow: 1.5 }, 1)).toMatch(/positions in a row .* 1\.5\.$/);
    expect(explain({ ...rule, pitchM: 0 }, 1)).toMatch(/pitch/);
    expect(explain({ ...rule, hotAisleM: -1 }, 1)).toMatch(/hot aisle/);
    expect(explain({ ...rule, crossTrayEveryM: 0 }, 1)).toMatch(/cross tray/);
    expect(explain({ ...rule, slotsPerRow: 20_000 }, 1)).toMatch(/at most 10000 positions/);
    expect(explain({ ...rule, slotsPerRow: 1 }, 20_000)).toMatch(/at most 10000 rows/);
  });
});
