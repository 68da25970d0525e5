import { describe, expect, it } from 'vitest';
import { alignBox } from '../../../renderer/canvas/align.ts';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('alignBox', () => {
  it('pulls a box onto the nearest edge of a neighbour and shows the line', () => {
    const aligned = alignBox(box(4, 300), [box(0, 0)], 6);
    expect(aligned).toMatchObject({ dx: -4, dy: 0 });
    expect(aligned.guides).toEqual([{ axis: 'x', at: 0, from: 0, to: 350 }]);
  });

  it('leaves a box alone that is out of reach', () => {
    expect(alignBox(box(30, 300), [box(0, 0, 10, 10)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});
