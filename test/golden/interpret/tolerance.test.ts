/** Tolerances as cases word them. */
import { describe, expect, it } from 'vitest';
import { isWithin, readTolerance } from './tolerance.ts';

describe('readTolerance', () => {
  it.each([
    ['exact', 'leaf', '', 0],
    ['1%', 'total_kw', 'kW', 0.01],
    ['exact for counts; 2% for cost', 'switches', 'switches', 0],
    ['exact for counts; 2% for cost', 'cost_musd', 'M USD', 0.02],
    ['7% on bisection, 2% on all-reduce, otherwise exact', 'bisection_tb_s', 'TB/s', 0.07],
    ['7% on bisection, 2% on all-reduce, otherwise exact', 'allreduce_tb_s', 'TB/s', 0.02],
    ['7% on bisection, 2% on all-reduce, otherwise exact', 'ocs', 'switches', 0],
    ['1% power and heat; airflow has two vendor values', 'btu_h', 'BTU/h', 0.01],
  ])('%s: %s', (text, metric, unit, share) => expect(readTolerance(text, metric, unit)).toBe(share));
});

describe('isWithin', () => {
  it('takes exact whole numbers as they are, and decimals as rounded', () => {
    expect(isWithin(63, 64, 0)).toBe(false);
    expect(isWithin(64.4, 64, 0)).toBe(false);
    expect(isWithin(4.468, 4.47, 0)).toBe(true);
    expect(isWithin(4.46, 4.47, 0)).toBe(false);
  });

  // 72 GPUs of 1.8 TB/s are 129.6 TB/s, printed as 130.
  it('takes whole numbers of what is measured as rounded', () => {
    expect(isWithin(129.6, 130, 0, 'TB/s')).toBe(true);
    expect(isWithin(129.4, 130, 0, 'TB/s')).toBe(false);
    expect(isWithin(129.6, 130, 0, 'racks')).toBe(false);
  });

  it('allows the share', () => {
    expect(isWithin(25.6, 24, 0.07)).toBe(true);
    expect(isWithin(25.7, 24, 0.07)).toBe(false);
  });
});
