import { describe, expect, it } from 'vitest';
import { type LinkToRoute, routeAll } from '../../../renderer/canvas/route-all.ts';
import { firstLane } from '../../../renderer/canvas/route-link.ts';

const size = { width: 200, height: 80 };
const frame = { x: 0, y: 0, width: 240, height: 600 };
const racked = (y: number) => ({ x: 20, y, ...size, frame });

describe('routeAll', () => {
  const loop = (id: string, fromY: number, toY: number): LinkToRoute => ({
    id,
    a: racked(fromY),
    b: racked(toY),
    pointA: () => ({ x: 220, y: fromY + 40 }),
    pointB: () => ({ x: 220, y: toY + 40 }),
    lane: firstLane,
    loopSide: 'right',
    labelWidth: 70,
  });

  it('nests loops of one rack: the short one runs inside, labels clear the frame', () => {
    const routes = routeAll([loop('long', 0, 400), loop('short', 100, 200)], []);
    const short = routes.get('short')?.label.x ?? 0;
    const long = routes.get('long')?.label.x ?? 0;
    expect(short).toBe(frame.width + 44);
    expect(long).toBe(short + 20);
  });

  it('lets loops share a run when they do not meet', () => {
    const routes = routeAll([loop('upper', 0, 100), loop('lower', 200, 300)], []);
    expect(routes.get('upper')?.label.x).toBe(routes.get('lower')?.label.x);
  });

  it('fans out the links of a group to itself past the frame, each with its label', () => {
    const own = (index: number): LinkToRoute => ({
      ...loop(`link-${index}`, 100, 100),
      lane: { index, isReversed: false },
    });
    const labels = [...routeAll([0, 1, 2, 3, 4, 5].map(own), []).values()].map((route) => route.label);
    const tops = labels.map((label) => label.y).toSorted((a, b) => a - b);
    for (const label of labels) expect(label.x - 70 / 2).toBeGreaterThan(frame.width);
    for (const [place, y] of tops.entries())
      if (place > 0) expect(y - (tops[place - 1] ?? 0)).toBeGreaterThanOrEqual(22);
  });
});
