/** Case derived-equal-links-rule of the reference designs: rows follow NVIDIA's H100, B300 and GB200 tables. */
import { describe, expect, it } from 'vitest';
import { chooseUpperCount } from '#core/generate/equal-links.ts';

describe('chooseUpperCount', () => {
  it.each([
    [8, 32, 64, 4],
    [16, 32, 64, 8],
    [24, 32, 64, 16],
    [32, 32, 64, 16],
    [64, 32, 64, 32],
    [8, 72, 144, 4],
    [16, 72, 144, 8],
    [32, 72, 144, 18],
    [64, 72, 144, 36],
    [144, 72, 144, 72],
  ])('%i leaves x %i uplinks over radix %i: %i spines', (leaves, uplinks, radix, spines) => {
    expect(chooseUpperCount(leaves, uplinks, radix)).toBe(spines);
  });

  it('says so when one tier above is not enough', () => {
    expect(chooseUpperCount(65, 32, 64)).toBeNull();
  });
});
