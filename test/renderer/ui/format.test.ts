import { afterEach, describe, expect, it } from 'vitest';
import {
  explainPartial,
  formatAtLeast,
  formatAge,
  formatBandwidth,
  formatCount,
  formatDelta,
  formatHeat,
  formatLength,
  formatNumber,
  formatPartial,
  formatPercent,
  formatPower,
  formatRatio,
  formatSpeed,
} from '../../../renderer/ui/format.ts';
import { setUnits, USUAL_UNITS } from '../../../renderer/ui/units.ts';

const THIN = '\u202f';

describe('numbers', () => {
  it('groups thousands by thin spaces and keeps only the decimals asked for', () => {
    expect(formatNumber(1234567)).toBe(`1${THIN}234${THIN}567`);
    expect(formatNumber(12.345, 1)).toBe('12.3');
    expect(formatNumber(12, 2)).toBe('12');
    expect(formatNumber(0)).toBe('0');
  });

  it('counts in words', () => {
    expect(formatCount(1, 'cable')).toBe('1 cable');
    expect(formatCount(2048, 'switch', 'switches')).toBe(`2${THIN}048 switches`);
  });
});

describe('units', () => {
  it('picks the unit that keeps about three digits', () => {
    expect(formatPower(747)).toBe('747 W');
    expect(formatPower(10_200)).toBe('10.2 kW');
    expect(formatPower(1_378_000)).toBe('1.38 MW');
    expect(formatBandwidth(400)).toBe('400 Gb/s');
    expect(formatBandwidth(12_800)).toBe('12.8 Tb/s');
    expect(formatBandwidth(20_000_000)).toBe('20 Pb/s');
  });

  it('writes speeds, ratios, shares and lengths as the trade does', () => {
    expect(formatSpeed(400)).toBe('400G');
    expect(formatSpeed(2.5)).toBe('2.5G');
    expect(formatSpeed(1600)).toBe('1600G');
    expect(formatRatio(2)).toBe('2:1');
    expect(formatRatio(1.125)).toBe('1.13:1');
    expect(formatRatio(Number.POSITIVE_INFINITY)).toBe('\u221e');
    expect(formatPercent(0.5)).toBe(`50${THIN}%`);
    expect(formatPercent(0.025)).toBe(`2.5${THIN}%`);
    expect(formatLength(0.5)).toBe('0.5 m');
  });

  it('says unknown and never 0 for what is not known', () => {
    for (const format of [formatPower, formatBandwidth, formatRatio, formatPercent, formatLength]) {
      expect(format(null)).toBe('unknown');
    }
  });
});

describe('partial sums', () => {
  const complete = { value: 35_900, unknownCount: 0, unknownParts: [] };
  const partial = { value: 35_900, unknownCount: 5, unknownParts: ['A', 'B', 'C', 'D', 'E'] };

  it('are lower bounds when terms are missing, unknown when nothing is known', () => {
    expect(formatPartial(complete, formatPower)).toBe('35.9 kW');
    expect(formatPartial(partial, formatPower)).toBe('\u2265 35.9 kW');
    expect(formatPartial({ ...partial, value: 0 }, formatPower)).toBe('unknown');
    expect(formatPartial({ ...complete, value: 0 }, formatPower)).toBe('0 W');
  });

  it('what follows from a sum is at least that where terms are missing', () => {
    expect(formatAtLeast('5 CFM', 0)).toBe('5 CFM');
    expect(formatAtLeast('5 CFM', 2)).toBe('\u2265 5 CFM');
  });

  it('name what is missing, and how much more', () => {
    expect(explainPartial(complete)).toBeNull();
    expect(explainPartial(partial)).toContain('5 items: A, B, C, D and 1 more');
  });
});

describe('changes and ages', () => {
  it('shows the sign of a change, nothing for none', () => {
    expect(formatDelta(10, 22, formatNumber)).toBe('+12');
    expect(formatDelta(22, 10, formatNumber)).toBe('\u221212');
    expect(formatDelta(5, 5, formatNumber)).toBeNull();
    expect(formatDelta(Number.NaN, 5, formatNumber)).toBeNull();
  });

  it('tells how long ago', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(formatAge('2026-11-21T11:59:40Z', now)).toBe('just now');
    expect(formatAge('2026-11-21T11:48:00Z', now)).toBe('12 min ago');
    expect(formatAge('2026-11-21T09:00:00Z', now)).toBe('3 h ago');
    expect(formatAge('not a date', now)).toBe('');
  });
});

describe('other units', () => {
  afterEach(() => setUnits(USUAL_UNITS));

  it('writes bandwidth in bytes: an eighth', () => {
    setUnits({ ...USUAL_UNITS, bandwidth: 'bytes' });
    expect(formatBandwidth(400)).toBe('50 GB/s');
    expect(formatBandwidth(12_800)).toBe('1.6 TB/s');
    expect(formatBandwidth(null)).toBe('unknown');
    expect(formatSpeed(400)).toBe('400G');
  });

  it('writes heat in BTU an hour: 1 kW is 3412.14', () => {
    expect(formatHeat(10_200)).toBe('10.2 kW');
    setUnits({ ...USUAL_UNITS, heat: 'btu' });
    expect(formatHeat(1000)).toBe(`3${THIN}412 BTU/h`);
    expect(formatPower(1000)).toBe('1 kW');
  });

  it('writes lengths in feet of 0.3048 m', () => {
    setUnits({ ...USUAL_UNITS, length: 'feet' });
    expect(formatLength(30)).toBe('98.4 ft');
    expect(formatLength(0.3048)).toBe('1 ft');
    expect(formatLength(null)).toBe('unknown');
  });
});
