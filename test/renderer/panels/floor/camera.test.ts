import { describe, expect, it } from 'vitest';
import {
  bringIntoView,
  fitBox,
  joinBoxes,
  keepMiddle,
  panBy,
  toPlan,
  zoomAt,
} from '../../../../renderer/panels/floor/camera.ts';

const SIZE = { width: 872, height: 472 };

describe('camera', () => {
  it('fits a box with 36 px around it, in the middle', () => {
    // 800 px for 20 m are 40 px/m, 400 px for 20 m are 20 px/m: the smaller holds.
    const camera = fitBox({ xM: 10, yM: 5, widthM: 20, depthM: 20 }, SIZE);
    expect(camera.scale).toBe(20);
    expect(toPlan(camera, SIZE.width / 2, SIZE.height / 2)).toEqual({ xM: 20, yM: 15 });
  });

  it('zooms about the pointer', () => {
    const camera = { xM: 3, yM: 4, scale: 10 };
    const under = toPlan(camera, 120, 80);
    const zoomed = zoomAt(camera, 120, 80, 2);
    expect(zoomed.scale).toBe(20);
    expect(toPlan(zoomed, 120, 80)).toEqual(under);
  });

  it('keeps its middle on a surface of another size', () => {
    const camera = { xM: 3, yM: 4, scale: 10 };
    const narrow = { width: 400, height: 472 };
    const kept = keepMiddle(camera, SIZE, narrow);
    expect(toPlan(kept, 200, 236)).toEqual(toPlan(camera, SIZE.width / 2, SIZE.height / 2));
  });

  it('pans by pixels', () => {
    expect(panBy({ xM: 0, yM: 0, scale: 10 }, 20, -30)).toEqual({ xM: -2, yM: 3, scale: 10 });
  });

  it('moves no farther than a point needs to be seen', () => {
    const camera = { xM: 0, yM: 0, scale: 10 };
    expect(bringIntoView(camera, SIZE, 20, 20)).toBe(camera);
    // 100 m are 1000 px; the last 36 px stay free: 1000 - 836 = 164 px or 16.4 m.
    expect(bringIntoView(camera, SIZE, 100, 20).xM).toBeCloseTo(16.4, 9);
  });

  it('joins boxes', () => {
    expect(joinBoxes([])).toBeNull();
    expect(
      joinBoxes([
        { xM: 1, yM: 2, widthM: 3, depthM: 4 },
        { xM: -1, yM: 3, widthM: 1, depthM: 9 },
      ]),
    ).toEqual({ xM: -1, yM: 2, widthM: 5, depthM: 10 });
  });
});
