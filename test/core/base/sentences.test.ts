/** Figures and names as sentences write them. */
import { describe, expect, it } from 'vitest';
import { formatCount } from '#core/base/format-count.ts';
import { formatKw, formatMaxKw } from '#core/base/format-kw.ts';
import { joinNames } from '#core/base/join-names.ts';

describe('figures', () => {
  it('set thousands apart by a gap at which no line breaks', () => {
    expect(formatCount(999)).toBe('999');
    expect(formatCount(1_048_576)).toBe('1\u202f048\u202f576');
  });

  it('give power in kW to a tenth, whole ones without', () => {
    expect(formatKw(14_300)).toBe('14.3');
    expect(formatKw(29_980)).toBe('30');
    expect(formatKw(1_295_400)).toBe('1\u202f295.4');
    expect(formatKw(0)).toBe('0');
  });

  it('say of a sum that lacks terms that it is a lower bound', () => {
    expect(formatMaxKw(72_800, 0)).toBe('up to 72.8 kW');
    expect(formatMaxKw(72_800, 2)).toBe('at least 72.8 kW');
  });
});

describe('lists of names', () => {
  it('end with "and", and set apart a name that holds a comma', () => {
    expect(joinNames([])).toBe('');
    expect(joinNames(['UFM host, 2 x NDR'])).toBe('UFM host, 2 x NDR');
    expect(joinNames(['MMA4Z00-NS', 'SN5600'])).toBe('MMA4Z00-NS and SN5600');
    expect(joinNames(['A', 'UFM host, 2 x NDR', 'C'])).toBe('A, "UFM host, 2 x NDR" and C');
  });
});
