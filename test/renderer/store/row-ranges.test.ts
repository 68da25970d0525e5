import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addRange, countRows, hasRow, type RowRange, spanRows, toggleRow } from '../../../renderer/store/row-ranges.ts';

describe('runs of chosen rows', () => {
  it('joins runs that touch and keeps those apart', () => {
    const ranges = addRange(addRange([], { first: 0, end: 3 }), { first: 5, end: 6 });
    expect(ranges).toEqual([
      { first: 0, end: 3 },
      { first: 5, end: 6 },
    ]);
    expect(addRange(ranges, { first: 3, end: 5 })).toEqual([{ first: 0, end: 6 }]);
  });

  it('splits a run where a row is taken out', () => {
    expect(toggleRow([{ first: 0, end: 5 }], 2)).toEqual([
      { first: 0, end: 2 },
      { first: 3, end: 5 },
    ]);
    expect(toggleRow([{ first: 4, end: 5 }], 4)).toEqual([]);
  });

  it('spans rows in either order', () => {
    expect(spanRows(7, 3)).toEqual({ first: 3, end: 8 });
  });

  it('holds the same rows as a set would, whatever is chosen', () => {
    const row = fc.nat(40);
    const step = fc.oneof(
      fc.record({ kind: fc.constant('toggle' as const), row }),
      fc.record({ kind: fc.constant('span' as const), row, other: row }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let ranges: RowRange[] = [];
        const rows = new Set<number>();
        for (const one of steps) {
          if (one.kind === 'toggle') {
            ranges = toggleRow(ranges, one.row);
            if (!rows.delete(one.row)) rows.add(one.row);
          } else {
            const span = spanRows(one.row, one.other);
            ranges = addRange(ranges, span);
            for (let at = span.first; at < span.end; at += 1) rows.add(at);
          }
        }
        expect(countRows(ranges)).toBe(rows.size);
        for (let at = 0; at <= 41; at += 1) expect(hasRow(ranges, at)).toBe(rows.has(at));
        ranges.slice(1).forEach((range, at) => expect(range.first).toBeGreaterThan(ranges[at]?.end ?? 0));
      }),
    );
  });
});
