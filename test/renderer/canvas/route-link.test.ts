import { describe, expect, it } from 'vitest';
import { chooseSides, computeStrokeWidth, firstLane, routeCurve } from '../../../renderer/canvas/route-link.ts';

const size = { width: 200, height: 80 };
const free = (x: number, y: number) => ({ x, y, ...size, frame: null });
const frame = { x: 0, y: 0, width: 240, height: 600 };
const racked = (y: number) => ({ x: 20, y, ...size, frame });

describe('chooseSides', () => {
  it('links free devices over top and bottom when they stand above each other', () => {
    expect(chooseSides(free(0, 0), free(30, 300), 'right')).toEqual({ a: 'bottom', b: 'top' });
    expect(chooseSides(free(0, 300), free(30, 0), 'right')).toEqual({ a: 'top', b: 'bottom' });
  });

  it('links devices beside each other over their sides', () => {
    expect(chooseSides(free(0, 0), free(400, 10), 'right')).toEqual({ a: 'right', b: 'left' });
  });

  it('leaves a rack sideways, around the given side when the other stands in line', () => {
    expect(chooseSides(racked(80), free(600, -300), 'right')).toEqual({ a: 'right', b: 'bottom' });
    expect(chooseSides(racked(80), racked(300), 'left')).toEqual({ a: 'left', b: 'left' });
  });
});

describe('routeCurve', () => {
  it('has its first label spot in the middle of a symmetric way', () => {
    const route = routeCurve({ x: 0, y: 0 }, 'bottom', { x: 100, y: 200 }, 'top', firstLane);
    expect(route.labelSpots[0]).toEqual({ x: 50, y: 100 });
  });

  it('bends a link drawn the other way round to the other lane of the pair, not onto the same', () => {
    const there = routeCurve({ x: 0, y: 0 }, 'bottom', { x: 0, y: 200 }, 'top', { index: 1, isReversed: false });
    const back = routeCurve({ x: 0, y: 200 }, 'top', { x: 0, y: 0 }, 'bottom', { index: 2, isReversed: true });
    expect(there.labelSpots[0]?.x).toBeCloseTo(-22);
    expect(back.labelSpots[0]?.x).toBeCloseTo(22);
  });
});

describe('computeStrokeWidth', () => {
  it('grows by 0.8 px for each factor of ten', () => {
    expect(computeStrokeWidth(1)).toBe(1.5);
    expect(computeStrokeWidth(1000)).toBeCloseTo(3.9);
    expect(computeStrokeWidth(0)).toBe(1.5);
  });
});
