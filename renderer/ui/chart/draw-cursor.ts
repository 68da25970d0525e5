/** The reading cursor: a line at one x and a ring around each value there. */
import { type ChartFrame, isDrawable, TICK_SIZE } from './chart-scales.ts';
import type { ChartSpec } from './chart-spec.ts';
import { readValues } from './read-values.ts';
import { estimateTextWidth, svg, type SvgNode } from './svg-node.ts';

export function drawCursor(spec: ChartSpec, frame: ChartFrame, x: number): SvgNode {
  const place = Math.round(frame.placeX(x) * 10) / 10;
  const rings = readValues(spec, x).filter(({ y }) => isDrawable(spec.y, y));
  const label = spec.x.format(x);
  const half = estimateTextWidth(label, TICK_SIZE) / 2 + 7;
  const middle = Math.min(Math.max(place, frame.left + half), frame.right + 14 - half);
  return svg('g', {}, [
    svg('line', {
      x1: place,
      x2: place,
      y1: frame.top,
      y2: frame.bottom,
      stroke: '$text-2',
      strokeWidth: 1,
      strokeDasharray: '3 2',
    }),
    svg('rect', {
      x: middle - half,
      y: frame.bottom + 3,
      width: 2 * half,
      height: 17,
      rx: 3,
      fill: '$text-1',
    }),
    svg('text', { x: middle, y: frame.bottom + 16, fontSize: TICK_SIZE, fill: '$surface-1', textAnchor: 'middle' }, [
      label,
    ]),
    ...rings.map(({ series, y }) =>
      svg('circle', {
        cx: place,
        cy: Math.round(frame.placeY(y) * 10) / 10,
        r: series.isStrong ? 5 : 4,
        fill: '$surface-1',
        stroke: series.colour,
        strokeWidth: 2,
      }),
    ),
  ]);
}
