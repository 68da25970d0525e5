import { describe, expect, it } from 'vitest';
import { alignBox } from '../../../renderer/canvas/align.ts';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('alignBox', () => {
  it('pulls a box onto the nearest edge of a neighbour and shows the edges they share', () => {
    const aligned = alignBox(box(4, 300), [box(0, 0)], 6);
    expect(aligned).toMatchObject({ dx: -4, dy: 0 });
    expect(aligned.guides).toEqual([0, 100].map((at) => ({ kind: 'line', axis: 'x', at, from: 0, to: 350 })));
  });

  it('draws a shared line as long as all that share it', () => {
    const { guides } = alignBox(box(2, 300), [box(0, 0, 60), box(0, 900, 80)], 6);
    expect(guides).toEqual([{ kind: 'line', axis: 'x', at: 0, from: 0, to: 950 }]);
  });

  it('takes middles to middles and edges to edges only', () => {
    expect(alignBox(box(97, 300), [box(0, 0, 300)], 6).dx).toBe(3);
    // Its middle would be on the other's edge.
    expect(alignBox(box(253, 300), [box(0, 0, 300)], 6).dx).toBe(0);
  });

  it('leaves a box alone that is out of reach', () => {
    expect(alignBox(box(30, 300), [box(0, 0, 10, 10)], 6)).toEqual({ dx: 0, dy: 0, guides: [] });
  });

  it('leaves a box alone along an axis it must not move on', () => {
    expect(alignBox(box(4, 300), [box(0, 0)], 6, ['y'])).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});

describe('equal gaps', () => {
  /** In the middle of what two boxes have in common. */
  const gap = (from: number, to: number, at = 45) => ({ kind: 'gap', axis: 'x', from, to, at });
  // Neighbours stand lower, so that no edge or middle of theirs pulls on the other axis.
  const left = box(0, 20, 90, 57);
  const right = box(400, 20, 90, 57);

  it('are found in the middle of two neighbours', () => {
    // 90 to 400 is 310: 105 on either side of 100.
    const { dx, guides } = alignBox(box(198, 0, 100, 70), [left, right], 6, ['x']);
    expect(dx).toBe(-3);
    expect(guides).toEqual([gap(90, 195), gap(295, 400)]);
  });

  it('are found beside two that stand apart, on both sides', () => {
    const pair = [left, box(130, 20, 90, 57)];
    expect(alignBox(box(257, 0, 100, 70), pair, 6, ['x'])).toEqual({
      dx: 3,
      dy: 0,
      guides: [gap(90, 130, 48.5), gap(220, 260)],
    });
    expect(alignBox(box(-145, 0, 100, 70), pair, 6, ['x'])).toMatchObject({ dx: 5 });
  });

  it('are not looked for among what stands above or below', () => {
    expect(alignBox(box(198, 500), [left, right], 6, ['x'])).toEqual({ dx: 0, dy: 0, guides: [] });
  });
});
