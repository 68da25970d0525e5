import { describe, expect, it } from 'vitest';
import { distanceToPath, distanceToPiece } from '../../../renderer/canvas/distance-to-path.ts';
import { firstLane, routeCurve, routeLoop, routePetal } from '../../../renderer/canvas/route-link.ts';

describe('distanceToPiece', () => {
  it('is square to the piece between its ends, and to the nearer end beyond them', () => {
    const [from, to] = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(distanceToPiece(from, to, { x: 4, y: 3 })).toBe(3);
    expect(distanceToPiece(from, to, { x: 13, y: 4 })).toBe(5);
    expect(distanceToPiece(from, to, { x: -3, y: -4 })).toBe(5);
    expect(distanceToPiece(from, from, { x: 3, y: 4 })).toBe(5);
  });
});

describe('distanceToPath', () => {
  it('knows the straight runs and the corners of a loop', () => {
    // Out to the right to x = 100 at y = 0, down to y = 200, and back in.
    const { path } = routeLoop({ x: 0, y: 0 }, { x: 0, y: 200 }, 100);
    expect(distanceToPath(path, { x: 50, y: -7 })).toBeCloseTo(7);
    expect(distanceToPath(path, { x: 106, y: 100 })).toBeCloseTo(6);
    expect(distanceToPath(path, { x: 40, y: 203 })).toBeCloseTo(3);
    // The middle of a corner of radius 12 lies a quarter of that inside both its sides.
    expect(distanceToPath(path, { x: 97, y: 3 })).toBeLessThan(0.1);
  });

  it('follows a curve, of which the middle is known', () => {
    const { path } = routeCurve({ x: 0, y: 0 }, 'right', { x: 400, y: 100 }, 'left', firstLane);
    expect(distanceToPath(path, { x: 200, y: 50 })).toBeLessThan(0.1);
    expect(distanceToPath(path, { x: 0, y: 0 })).toBe(0);
    expect(distanceToPath(path, { x: 400, y: 100 })).toBe(0);
    // It leaves square to the side: straight at first.
    expect(distanceToPath(path, { x: 12, y: 8 })).toBeCloseTo(8, 0);
  });

  it('follows a petal that comes back to where it began', () => {
    const { path, labelSpots } = routePetal({ x: 0, y: 0 }, 60, 40, firstLane);
    expect(distanceToPath(path, labelSpots[0] ?? { x: 0, y: 0 })).toBeLessThan(0.1);
    expect(distanceToPath(path, { x: -5, y: 0 })).toBeCloseTo(5);
  });

  it('is endless where there is no path', () => {
    expect(distanceToPath('', { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(distanceToPath('M3,4', { x: 0, y: 0 })).toBe(Number.POSITIVE_INFINITY);
  });
});
