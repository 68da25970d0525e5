/** Tables that would fill a book say where the rest is. */
import { describe, expect, it } from 'vitest';
import { createTable, number } from '../../../../renderer/panels/report/blocks.ts';

describe('createTable', () => {
  const create = (count: number) =>
    createTable(
      'Parts',
      ['Part', number('Pieces')],
      Array.from({ length: count }, (_, at) => at),
      (at) => [`Part ${at}`, String(at)],
      { note: 'Of all fabrics.' },
    );

  it('keeps every row of a table that can be read', () => {
    const table = create(3);
    expect(table.columns).toEqual([{ title: 'Part' }, { title: 'Pieces', isNumber: true }]);
    expect(table.rows.map(([part]) => part)).toEqual(['Part 0', 'Part 1', 'Part 2']);
    expect(table.note).toBe('Of all fabrics.');
  });

  it('counts what it leaves out of a longer one', () => {
    const table = create(250);
    expect(table.rows).toHaveLength(200);
    expect(table.note).toBe('50 more are left out here; the other views have them all. Of all fabrics.');
  });
});
