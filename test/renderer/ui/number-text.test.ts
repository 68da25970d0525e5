import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../renderer/ui/format.ts';
import { readNumberText } from '../../../renderer/ui/number-text.ts';

describe('a number as it is written', () => {
  it.each([
    ['1,000', '1000'],
    ['12,345,678.5', '12345678.5'],
    ['2,5', '2.5'],
    ['1 000', '1000'],
    [' 42\n', '42'],
    ['1\u202f016 GPUs', '1016'],
    ['-3', '-3'],
    ['1.5', '1.5'],
    ['abc', 'abc'],
  ])('%j is %j', (text, number) => {
    expect(readNumberText(text)).toBe(number);
  });

  it('is read back from any figure that the window shows', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (count) => {
        expect(Number(readNumberText(formatNumber(count)))).toBe(count);
      }),
    );
  });
});
