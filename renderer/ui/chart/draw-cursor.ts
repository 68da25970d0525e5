/** The reading cursor: a line at one x and a ring around each value there. */
import { type ChartFrame, isDrawable } from './chart-scales.ts';
import type { ChartSpec } from './chart-spec.ts';
import { readValues } from './read-values.ts';
import { svg, type SvgNode } from './svg-node.ts';

export function drawCursor(spec: ChartSpec, frame: ChartFrame, x: number): SvgNode {
  const place = Math.round(frame.placeX(x) * 10) / 10;
  const rings = readValues(spec, x).filter(({ y }) => isDrawable(spec.y, y));
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
