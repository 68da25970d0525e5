import { describe, expect, it } from 'vitest';
import { layOutCanvas } from '../../../../renderer/canvas/canvas-layout.ts';
import { createBoxGrid } from '../../../../renderer/canvas/far/box-grid.ts';
import { followZoom, settleSight } from '../../../../renderer/canvas/far/follow-sight.ts';
import type { Sight } from '../../../../renderer/canvas/far/sight.ts';
import { createManyItems } from '../../../support/many-items.ts';

const grid = createBoxGrid(layOutCanvas(createManyItems(1000)).boxes);
const fromAfar: Sight = { isFar: true, region: null };

/** A screen of 1600 x 1000 px around one point of the plane. */
function look(zoom: number) {
  return { x: 4000 - 800 / zoom, y: 1200 - 500 / zoom, width: 1600 / zoom, height: 1000 / zoom };
}

const near = settleSight(fromAfar, grid, look(0.7), 0.7);

describe('sight of a view that moves', () => {
  it('mounts nothing while it zooms in, and what is near once it rests', () => {
    const zoomed = followZoom(fromAfar, grid, look(0.7), 0.7);
    expect(zoomed).toBe(fromAfar);
    expect(settleSight(zoomed, grid, look(0.7), 0.7).region).not.toBeNull();
  });

  it('keeps what was near unseen while it zooms out and back, and lets go of it where it rests', () => {
    const out = followZoom(near, grid, look(0.2), 0.2);
    expect(out).toEqual({ isFar: true, region: null, kept: near });
    expect(followZoom(out, grid, look(0.15), 0.15)).toBe(out);
    expect(followZoom(out, grid, look(0.7), 0.7)).toBe(near);
    expect(settleSight(out, grid, look(0.2), 0.2)).toEqual(fromAfar);
  });

  it('shows what was near a little beyond where it would be far at rest', () => {
    expect(followZoom(near, grid, look(0.3), 0.3)).toBe(near);
    expect(settleSight(near, grid, look(0.3), 0.3)).toEqual(fromAfar);
  });

  it('stays far when it comes back beyond what was kept', () => {
    const out = followZoom(near, grid, look(0.2), 0.2);
    const aside = { ...look(0.7), x: look(0.7).x + 20_000 };
    expect(followZoom(out, grid, aside, 0.7)).toBe(out);
    expect(settleSight(out, grid, aside, 0.7).kept).toBeUndefined();
  });

  it('keeps the same nodes while it zooms near them', () => {
    expect(followZoom(near, grid, look(2.5), 2.5)).toBe(near);
    expect(settleSight(near, grid, look(2.5), 2.5)).not.toBe(near);
  });
});
