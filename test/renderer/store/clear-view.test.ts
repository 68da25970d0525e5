/** Drawings beside what floats over the pane: hand-made panes, and that nothing ever lies under anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edges, placeClear, touchesAny } from '../../../renderer/store/clear-view.ts';

const PANE = { width: 1000, height: 600 };
const LIMITS = { marginX: 50, marginY: 50, leastScale: 0.01, mostScale: 1 };
/** In the bottom left corner, as the canvas's tools. */
const TOOLBAR: Edges = { left: 12, top: 558, right: 412, bottom: 588 };
const LEGEND: Edges = { left: 12, top: 12, right: 244, bottom: 300 };

describe('placeClear', () => {
  it('is in the middle where nothing floats', () => {
    // 900 px for 1800 are 0.5, 500 px for 500 are 1: the smaller holds; 250 px high in 600 leave 175 above.
    expect(placeClear({ width: 1800, height: 500 }, PANE, [], LIMITS)).toEqual({ left: 50, top: 175, scale: 0.5 });
  });

  it('stays in the middle where what floats is not in its way', () => {
    const drawing = { width: 400, height: 300 };
    expect(placeClear(drawing, PANE, [TOOLBAR, LEGEND], LIMITS)).toEqual({ left: 300, top: 150, scale: 1 });
  });

  it('shifts before it shrinks', () => {
    // From 256 on the legend is cleared, and 600 px fit from there to 950.
    const drawing = { width: 600, height: 500 };
    expect(placeClear(drawing, PANE, [LEGEND], LIMITS)).toEqual({ left: 256, top: 50, scale: 1 });
  });

  it('is as large as the better of the free areas lets it be', () => {
    // Right of the legend 694 px for 900; below it, from 312 to 550, 238 px for 500 would be less than half.
    const { left, scale } = placeClear({ width: 900, height: 500 }, PANE, [LEGEND], LIMITS);
    expect(left).toBe(256);
    expect(scale).toBeCloseTo(694 / 900, 9);
  });

  it('comes no farther than it has to from where it was', () => {
    // 30 px out at the left: in to the margin at 50; up and down it stays at 210.
    const limits = { ...LIMITS, near: { left: -30, top: 210 } };
    expect(placeClear({ width: 200, height: 100 }, PANE, [TOOLBAR], limits)).toEqual({ left: 50, top: 210, scale: 1 });
  });

  it('gives up an area in which nothing could be read', () => {
    const cover: Edges = { left: 40, top: 12, right: 988, bottom: 588 };
    const drawing = { width: 900, height: 500 };
    expect(placeClear(drawing, PANE, [cover], LIMITS)).toEqual(placeClear(drawing, PANE, [], LIMITS));
  });

  it('lies under nothing and within the margin, whatever floats in the corners', () => {
    const size = fc.record({ width: fc.integer({ min: 20, max: 340 }), height: fc.integer({ min: 20, max: 240 }) });
    const corners = fc.array(
      fc.record({ size, isRight: fc.boolean(), isLow: fc.boolean() }).map((own): Edges => {
        const left = own.isRight ? PANE.width - 12 - own.size.width : 12;
        const top = own.isLow ? PANE.height - 12 - own.size.height : 12;
        return { left, top, right: left + own.size.width, bottom: top + own.size.height };
      }),
      { maxLength: 4 },
    );
    const drawings = fc.record({ width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) });
    fc.assert(
      fc.property(drawings, corners, (drawing, floats) => {
        const { left, top, scale } = placeClear(drawing, PANE, floats, LIMITS);
        const edges = { left, top, right: left + drawing.width * scale, bottom: top + drawing.height * scale };
        const whole = placeClear(drawing, PANE, [], LIMITS);
        // Only what would be far too small otherwise lies under something.
        if (touchesAny(shrink(edges), floats)) expect(scale).toBe(whole.scale);
        else {
          expect(edges.left).toBeGreaterThan(49.99);
          expect(edges.bottom).toBeLessThan(550.01);
          expect(scale).toBeGreaterThan(0.39 * whole.scale);
        }
      }),
    );
  });
});

/** Rounding puts an edge on another. */
function shrink({ left, top, right, bottom }: Edges): Edges {
  return { left: left + 0.01, top: top + 0.01, right: right - 0.01, bottom: bottom - 0.01 };
}
