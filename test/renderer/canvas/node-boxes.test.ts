import { describe, expect, it } from 'vitest';
import { findFrameAt } from '../../../renderer/canvas/node-boxes.ts';
import { surround } from '../../../renderer/store/free-spot.ts';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('frames under the pointer', () => {
  const boxes = new Map([
    ['rack:r', box(0, 0, 200, 300)],
    ['device:d', box(20, 20)],
  ]);

  it('finds the rack, not the device in it, and not a rack that is being dragged', () => {
    expect(findFrameAt(boxes, { x: 30, y: 30 }, new Set())).toBe('rack:r');
    expect(findFrameAt(boxes, { x: 30, y: 30 }, new Set(['rack:r']))).toBeNull();
    expect(findFrameAt(boxes, { x: 400, y: 30 }, new Set())).toBeNull();
  });

  it('surrounds what it is given', () => {
    expect(surround([box(0, 0), box(50, 100)])).toEqual({ x: 0, y: 0, width: 150, height: 150 });
    expect(surround([])).toBeNull();
  });
});
