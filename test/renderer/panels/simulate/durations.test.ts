import { describe, expect, it } from 'vitest';
import { formatDuration, formatDurationRange } from '../../../../renderer/panels/simulate/durations.ts';

describe('times', () => {
  it('take the unit that keeps them short', () => {
    expect(formatDuration(0.4)).toBe('0.4 \u00b5s');
    expect(formatDuration(18.23)).toBe('18.2 \u00b5s');
    expect(formatDuration(3421)).toBe('3.42 ms');
    expect(formatDuration(2_500_000)).toBe('2.5 s');
    expect(formatDuration(5_400_000_000)).toBe('1.5 h');
  });

  it('are unknown rather than wrong', () => {
    expect(formatDuration(null)).toBe('unknown');
    expect(formatDuration(Number.POSITIVE_INFINITY)).toBe('unknown');
  });

  it('share the unit of the longer one in a range', () => {
    expect(formatDurationRange(900, 1100)).toBe('0.9 \u2013 1.1 ms');
  });
});
