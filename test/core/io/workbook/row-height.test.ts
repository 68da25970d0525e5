import { describe, expect, it } from 'vitest';
import { estimateRowHeightPt } from '#core/io/workbook/row-height.ts';

describe('estimateRowHeightPt', () => {
  // 15 points a line; words go to the next line whole, and are cut only when longer than a line.
  it.each([
    ['', 1],
    ['ten chars.', 1],
    ['ten chars. x', 2],
    ['aaaa bbbb cccc dddd', 2],
    ['aaaaaa bbbbbb cccccc', 3],
    ['abcdefghijklmnopqrstuvwxy', 3],
    ['abcdefghijklm nop', 2],
  ])('%j fills %i lines of 10', (text, lineCount) => {
    expect(estimateRowHeightPt(text, 10)).toBe(15 * lineCount);
  });

  it('stays below the 409 points that Excel allows', () => {
    expect(estimateRowHeightPt('word '.repeat(1_000), 10)).toBe(405);
  });
});
