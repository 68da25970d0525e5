import { describe, expect, it } from 'vitest';
import { listTicks } from '../../../../renderer/ui/chart/axis-ticks.ts';
import type { ChartAxis } from '../../../../renderer/ui/chart/chart-spec.ts';

function axis(scale: ChartAxis['scale']): ChartAxis {
  return { title: 'Axis', scale, format: String, columnTitle: 'axis' };
}

function values(scale: ChartAxis['scale'], domain: [number, number], count: number): number[] {
  return listTicks(axis(scale), domain, count)
    .filter((tick) => tick.label !== null)
    .map((tick) => tick.value);
}

describe('ticks of an axis of bytes', () => {
  const KI = 2 ** 10;

  it('meet the binary units whatever their distance', () => {
    expect(values('bytes', [8, 2 ** 34], 4)).toEqual([KI, KI ** 2, KI ** 3]);
    expect(values('bytes', [8, 2 ** 34], 8)).toEqual([32, KI, 32 * KI, KI ** 2, 32 * KI ** 2, KI ** 3]);
  });

  it('show every power of two where there is room', () => {
    expect(values('bytes', [8, 256], 10)).toEqual([8, 16, 32, 64, 128, 256]);
  });

  it('keep the ends of the domain', () => {
    const ticks = values('bytes', [1024, 4096], 10);
    expect(ticks[0]).toBe(1024);
    expect(ticks.at(-1)).toBe(4096);
  });
});

describe('ticks of powers of ten', () => {
  it('are the decades, and 2 and 5 between when few decades are shown', () => {
    expect(values('log', [1, 10_000], 6)).toEqual([1, 10, 100, 1000, 10_000]);
    expect(values('log', [1, 10], 6)).toEqual([1, 2, 5, 10]);
  });

  it('leave decades out when there is no room for all', () => {
    expect(values('log', [1e-3, 1e9], 6).length).toBeLessThanOrEqual(7);
  });

  it('have quiet lines between the labels', () => {
    const ticks = listTicks(axis('log'), [1, 100], 4);
    expect(ticks.some((tick) => tick.label === null && tick.value === 30)).toBe(true);
  });
});

it('ticks of a linear axis are round numbers from zero', () => {
  expect(values('linear', [0, 100], 5)).toEqual([0, 20, 40, 60, 80, 100]);
});
