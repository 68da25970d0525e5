import { describe, expect, it } from 'vitest';
import { StandLedger, type StandRules } from '#core/place/stand-limits.ts';

const NONE = -1;

/** Three racks of 10, 20 and 30 kW; row 0 bears 40 kW, rows 0 and 1 together 50 kW; rack 2 may not stand in row 2. */
const loadW = Float64Array.from([10_000, 20_000, 30_000]);
const rules: StandRules = {
  rowCount: 3,
  kindOfRack: Uint32Array.from([0, 0, 1]),
  allowed: Uint8Array.from([1, 1, 1, 1, 1, 0]),
  limits: [
    { name: 'row', rows: [0], limitW: 40_000, loadW },
    { name: 'zone', rows: [0, 1], limitW: 50_000, loadW },
  ],
};

describe('what may stand where', () => {
  it('depends on the kind of rack', () => {
    const ledger = new StandLedger(rules);
    expect([0, 1, 2].map((row) => ledger.suits(2, row))).toEqual([true, true, false]);
    expect(ledger.mayCome(2, 2, NONE, NONE)).toBe(false);
    expect(ledger.mayCome(1, 2, NONE, NONE)).toBe(true);
  });

  it('depends on what stands there: 30 + 10 kW fill the row, 20 kW are too much', () => {
    const ledger = new StandLedger(rules);
    ledger.add(2, 0);
    expect(ledger.mayCome(0, 0, NONE, NONE)).toBe(true);
    expect(ledger.mayCome(1, 0, NONE, NONE)).toBe(false);
    // The zone has 20 kW left for row 1.
    expect(ledger.mayCome(1, 1, NONE, NONE)).toBe(true);
    ledger.add(0, 0);
    expect(ledger.mayCome(1, 1, NONE, NONE)).toBe(false);
  });

  it('lets racks change places: 20 kW for 30 in the row, and within the zone nothing changes', () => {
    const ledger = new StandLedger(rules);
    ledger.add(0, 0);
    ledger.add(2, 0);
    ledger.add(1, 2);
    expect(ledger.mayCome(1, 0, 2, 2)).toBe(true);
    expect(ledger.mayCome(1, 0, 2, 0)).toBe(false);
    expect(ledger.mayCome(2, 1, 0, NONE)).toBe(true);
  });

  it('forgets what has gone', () => {
    const ledger = new StandLedger(rules);
    ledger.add(2, 0);
    ledger.add(0, 0);
    ledger.remove(2, 0);
    expect(ledger.mayCome(1, 0, NONE, NONE)).toBe(true);
  });
});
