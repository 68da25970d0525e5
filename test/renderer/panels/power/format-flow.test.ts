/** A flow is exact, a range where heat may go either way, or a lower bound where the power of something is not stated. */
import { describe, expect, it } from 'vitest';
import { formatFlow } from '../../../../renderer/panels/physical/facility-facts.tsx';

describe('a flow of air or coolant', () => {
  it('is one figure where both ends are the same', () => {
    expect(formatFlow({ least: 120, most: 120 }, 0, 'L/min')).toBe('120 L/min');
  });

  it('is a range where heat may go into air or liquid', () => {
    expect(formatFlow({ least: 120, most: 150 }, 0, 'L/min')).toBe('120\u2013150 L/min');
  });

  it('has no upper end where the maximum power of something is unknown', () => {
    expect(formatFlow({ least: 120, most: 150 }, 3, 'L/min')).toBe('\u2265 120 L/min');
  });
});
