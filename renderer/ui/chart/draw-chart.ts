/** The drawing of a line chart: axes, grid, band, lines, markers. The cursor lies above it (draw-cursor.ts). */
import { area, line } from 'd3-shape';
import { type ChartFrame, isDrawable, TICK_SIZE } from './chart-scales.ts';
import { type ChartSeries, type ChartSpec, chooseDash } from './chart-spec.ts';
import { createMarkerPath } from './markers.ts';
import { estimateTextWidth, svg, type SvgNode } from './svg-node.ts';

export function drawChart(spec: ChartSpec, frame: ChartFrame): SvgNode {
  const strong = spec.series.filter((series) => series.isStrong);
  const plain = spec.series.filter((series) => !series.isStrong);
  return svg('g', {}, [
    ...drawGrid(spec, frame),
    ...spec.bands.map((band) => drawBand(spec, frame, band)),
    ...drawXMarker(spec, frame),
    ...[...plain, ...strong].map((series) => drawSeries(spec, frame, series)),
    ...drawMarks(spec, frame),
  ]);
}

function drawGrid(spec: ChartSpec, frame: ChartFrame): SvgNode[] {
  const { left, right, top, bottom } = frame;
  const text = { fontSize: TICK_SIZE, fill: '$text-2' };
  const nodes: SvgNode[] = [];
  for (const tick of frame.yTicks) {
    const y = round(frame.placeY(tick.value));
    nodes.push(
      svg('line', {
        x1: left,
        x2: right,
        y1: y,
        y2: y,
        stroke: '$line',
        ...(tick.label === null ? { strokeOpacity: 0.45 } : {}),
      }),
    );
    if (tick.label !== null) {
      nodes.push(svg('text', { ...text, x: left - 7, y: y + 4, textAnchor: 'end' }, [tick.label]));
    }
  }
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const tick of frame.xTicks) {
    const x = round(frame.placeX(tick.value));
    nodes.push(svg('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: '$line', strokeOpacity: 0.6 }));
    const half = estimateTextWidth(tick.label ?? '', TICK_SIZE) / 2;
    if (tick.label === null || x - half < lastEnd + 6) continue;
    // The last label keeps inside the drawing.
    const isLast = x + half > right + 14;
    nodes.push(
      svg('text', { ...text, x: isLast ? right + 14 : x, y: bottom + 16, textAnchor: isLast ? 'end' : 'middle' }, [
        tick.label,
      ]),
    );
    lastEnd = x + half;
  }
  nodes.push(
    svg('line', { x1: left, x2: right, y1: bottom, y2: bottom, stroke: '$line-strong' }),
    svg('text', { ...text, fill: '$text-2', fontWeight: 600, x: 2, y: top - 10 }, [spec.y.title]),
    svg('text', { ...text, fill: '$text-2', fontWeight: 600, x: right, y: bottom + 32, textAnchor: 'end' }, [
      spec.x.title,
    ]),
  );
  return nodes;
}

function drawBand(spec: ChartSpec, frame: ChartFrame, band: ChartSpec['bands'][number]): SvgNode {
  const points = band.points.filter(
    (point) => isDrawable(spec.x, point.x) && isDrawable(spec.y, point.low) && isDrawable(spec.y, point.high),
  );
  const path = area<(typeof points)[number]>()
    .x((point) => frame.placeX(point.x))
    .y0((point) => frame.placeY(point.low))
    .y1((point) => frame.placeY(point.high))
    .digits(1)(points);
  return svg('path', { d: path ?? '', fill: band.colour, fillOpacity: 0.2, stroke: 'none' });
}

function drawSeries(spec: ChartSpec, frame: ChartFrame, series: ChartSeries): SvgNode {
  const points = series.points.filter((point) => isDrawable(spec.x, point.x) && isDrawable(spec.y, point.y));
  const path = line<(typeof points)[number]>()
    .x((point) => frame.placeX(point.x))
    .y((point) => frame.placeY(point.y))
    .digits(1)(points);
  const dash = chooseDash(series.dash);
  // One point has no line, and a crowd of markers hides it.
  const step = Math.max(1, Math.ceil(points.length / 8));
  const markers = series.isStrong
    ? []
    : points.filter((_, at) => (at + series.marker) % step === 0 || points.length === 1);
  return svg('g', {}, [
    svg('path', {
      d: path ?? '',
      fill: 'none',
      stroke: series.colour,
      strokeWidth: series.isStrong ? 2.75 : 1.5,
      strokeLinejoin: 'round',
      ...(dash === '' ? {} : { strokeDasharray: dash }),
    }),
    ...markers.map((point) =>
      svg('path', {
        d: createMarkerPath(series.marker, 26),
        transform: `translate(${round(frame.placeX(point.x))} ${round(frame.placeY(point.y))})`,
        fill: '$surface-1',
        stroke: series.colour,
        strokeWidth: 1.25,
      }),
    ),
  ]);
}

function drawXMarker({ xMarker }: ChartSpec, frame: ChartFrame): SvgNode[] {
  if (!xMarker) return [];
  const x = round(frame.placeX(xMarker.x));
  if (x < frame.left - 1 || x > frame.right + 1) return [];
  const isLate = x + estimateTextWidth(xMarker.label, TICK_SIZE) + 8 > frame.right;
  return [
    svg('line', { x1: x, x2: x, y1: frame.top, y2: frame.bottom, stroke: '$accent', strokeWidth: 1.25 }),
    svg(
      'text',
      {
        x: isLate ? x - 5 : x + 5,
        y: frame.top - 10,
        fontSize: TICK_SIZE,
        fontWeight: 600,
        fill: '$accent',
        textAnchor: isLate ? 'end' : 'start',
      },
      [xMarker.label],
    ),
  ];
}

function drawMarks(spec: ChartSpec, frame: ChartFrame): SvgNode[] {
  return spec.marks.flatMap((mark) => {
    const series = spec.series.find((candidate) => candidate.id === mark.seriesId);
    if (!series || !isDrawable(spec.y, mark.y) || !isDrawable(spec.x, mark.x)) return [];
    return [
      svg('path', {
        d: createMarkerPath(series.marker, 52),
        transform: `translate(${round(frame.placeX(mark.x))} ${round(frame.placeY(mark.y))})`,
        fill: series.colour,
        stroke: '$surface-1',
        strokeWidth: 1,
      }),
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
