import { describe, expect, it } from 'vitest';
import { layOutCanvas } from '../../../../renderer/canvas/canvas-layout.ts';
import { createBoxGrid, touches } from '../../../../renderer/canvas/far/box-grid.ts';
import { chooseMounted, LINK_BUDGET } from '../../../../renderer/canvas/far/choose-mounted.ts';
import {
  chooseFirstSight,
  chooseSight,
  FAR_ZOOM,
  NODE_BUDGET,
  type Sight,
  WHOLE_COUNT,
} from '../../../../renderer/canvas/far/sight.ts';
import { listLines } from '../../../../renderer/canvas/merge-links.ts';
import { surround } from '../../../../renderer/store/free-spot.ts';
import { createManyItems } from '../../../support/many-items.ts';

const many = createManyItems(10_000);
const layout = layOutCanvas(many);
const grid = createBoxGrid(layout.boxes);
const around = surround([...layout.boxes.values()]) ?? { x: 0, y: 0, width: 0, height: 0 };

/** A screen of 1600 x 1000 px, at a share of the whole drawing. */
function look(zoom: number, shareX: number, shareY: number) {
  const width = 1600 / zoom;
  const height = 1000 / zoom;
  const x = around.x + (around.width - width) * shareX;
  const y = around.y + (around.height - height) * shareY;
  return { x, y, width, height };
}

const fromAfar: Sight = { isFar: true, region: null };

describe('box grid', () => {
  it('finds exactly what looking at every box finds, in the order of the boxes', () => {
    for (const [zoom, x, y] of [
      [1, 0.31, 0.7],
      [0.35, 0.5, 0.5],
      [0.1, 0.05, 0.9],
      [0.01, 0, 0],
    ] as const) {
      const area = look(zoom, x, y);
      const expected = [...layout.boxes].filter(([, box]) => touches(box, area)).map(([id]) => id);
      expect(grid.find(area)).toEqual(expected);
    }
  });
});

describe('sight', () => {
  it('never mounts more than the budget, wherever the view is', () => {
    for (let step = 0; step <= 20; step += 1) {
      for (const zoom of [FAR_ZOOM, 0.35, 0.5, 1, 2]) {
        const sight = chooseSight(fromAfar, grid, look(zoom, step / 20, ((step * 7) % 11) / 10), zoom);
        const { shown } = chooseMounted(layout, grid, () => listLines(many), sight, []);
        expect(shown?.size).toBeLessThanOrEqual(NODE_BUDGET);
      }
    }
  });

  it('mounts nothing from afar, and everything of a small drawing from near', () => {
    expect(chooseSight({ isFar: false, region: null }, grid, look(0.1, 0, 0), 0.1)).toEqual(fromAfar);
    const few = createBoxGrid(new Map([...layout.boxes].slice(0, WHOLE_COUNT)));
    expect(chooseSight(fromAfar, few, look(1, 0, 0), 1)).toEqual({ isFar: false, region: null });
    expect(chooseFirstSight(10_000)).toEqual(fromAfar);
    expect(chooseFirstSight(10).isFar).toBe(false);
  });

  it('stays the same while the view moves inside what is mounted, and on both sides of the border', () => {
    const near = chooseSight(fromAfar, grid, look(1, 0.5, 0.5), 1);
    const view = look(1, 0.5, 0.5);
    expect(chooseSight(near, grid, { ...view, x: view.x + 100 }, 1)).toBe(near);
    expect(chooseSight(near, grid, { ...view, x: view.x + 4000 }, 1)).not.toBe(near);
    // A little above the border: far stays far, near stays near.
    const few = createBoxGrid(new Map([...layout.boxes].slice(0, WHOLE_COUNT)));
    const whole: Sight = { isFar: false, region: null };
    expect(chooseSight(fromAfar, few, look(FAR_ZOOM * 1.02, 0, 0), FAR_ZOOM * 1.02)).toBe(fromAfar);
    expect(chooseSight(whole, few, look(FAR_ZOOM * 1.02, 0, 0), FAR_ZOOM * 1.02)).toBe(whole);
  });
});

describe('mounted items', () => {
  const near = chooseSight(fromAfar, grid, look(0.5, 0.5, 0.5), 0.5);
  const mounted = chooseMounted(layout, grid, () => listLines(many), near, ['device:server-1-1']);

  it('brings every frame before what stands in it', () => {
    const ids = [...(mounted.nodes ?? [])];
    for (const [place, id] of ids.entries()) {
      const parentId = layout.spots.get(id)?.parentId;
      if (parentId !== undefined) expect(ids.indexOf(parentId)).toBeLessThan(place);
    }
  });

  it('knows both ends of every link, and shows what the hand holds', () => {
    expect(mounted.links?.size).toBeGreaterThan(0);
    expect(mounted.links?.size).toBeLessThanOrEqual(LINK_BUDGET);
    for (const id of mounted.links ?? []) {
      const link = many.links[id];
      expect(mounted.nodes?.has(`device:${link?.a.deviceId}`)).toBe(true);
      expect(mounted.nodes?.has(`device:${link?.b.deviceId}`)).toBe(true);
    }
    expect(mounted.shown?.has('device:server-1-1')).toBe(true);
    expect(mounted.shown?.has('rack:rack-1')).toBe(true);
  });
});
