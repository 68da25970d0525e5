/** The legend as part of the drawing, for files; on screen it is a row of buttons (chart-legend.tsx). */
import { type ChartSeries, type ChartSpec, chooseDash } from './chart-spec.ts';
import { createMarkerPath } from './markers.ts';
import { estimateTextWidth, svg, type SvgNode } from './svg-node.ts';

const SAMPLE = 26;
const ROW = 18;
const SIZE = 11;

/** A line with its marker, `SAMPLE` wide, around y = 0. */
export function drawSample(series: ChartSeries): SvgNode {
  const dash = chooseDash(series.dash);
  return svg('g', {}, [
    svg('line', {
      x1: 0,
      x2: SAMPLE,
      y1: 0,
      y2: 0,
      stroke: series.colour,
      strokeWidth: series.isStrong ? 2.75 : 1.5,
      ...(dash === '' ? {} : { strokeDasharray: dash }),
    }),
    ...(series.isStrong
      ? []
      : [
          svg('path', {
            d: createMarkerPath(series.marker, 26),
            transform: `translate(${SAMPLE / 2} 0)`,
            fill: '$surface-1',
            stroke: series.colour,
            strokeWidth: 1.25,
          }),
        ]),
  ]);
}

/** The sample of a band. */
export function drawBandSample(colour: string): SvgNode {
  return svg('rect', {
    x: 0.5,
    y: -4.5,
    width: SAMPLE - 1,
    height: 9,
    fill: colour,
    fillOpacity: 0.2,
    stroke: colour,
    strokeWidth: 1,
  });
}

/** More would touch one another. */
const MOST_MARKS = 2;

/** The sample of marked points: filled as in the chart, of series that have some and look different. */
export function drawMarkSample({ series, marks }: ChartSpec): SvgNode {
  const marked = new Set(marks.map(({ seriesId }) => seriesId));
  const looks = new Map(
    series.filter(({ id }) => marked.has(id)).map((each) => [`${each.marker} ${each.colour}`, each]),
  );
  const shown = [...looks.values()].slice(0, MOST_MARKS);
  const placeX = (index: number): number => ((index + 0.5) * SAMPLE) / shown.length;
  return svg(
    'g',
    {},
    shown.map(({ marker, colour }, index) =>
      svg('path', { d: createMarkerPath(marker, 52), transform: `translate(${placeX(index)} 0)`, fill: colour }),
    ),
  );
}

interface LegendEntry {
  readonly name: string;
  readonly sample: SvgNode;
}

function listEntries(spec: ChartSpec): LegendEntry[] {
  return [
    ...spec.series.map((series) => ({ name: series.name, sample: drawSample(series) })),
    ...spec.bands.map((band) => ({ name: band.name, sample: drawBandSample(band.colour) })),
    ...(spec.marksName !== null && spec.marks.length > 0
      ? [{ name: spec.marksName, sample: drawMarkSample(spec) }]
      : []),
  ];
}

/** Entries in as many rows as the width takes; drawn from (left, top) downwards. */
export function drawLegend(
  spec: ChartSpec,
  left: number,
  top: number,
  width: number,
): { node: SvgNode; height: number } {
  let x = left;
  let y = top + ROW / 2;
  const nodes: SvgNode[] = [];
  for (const entry of listEntries(spec)) {
    const room = SAMPLE + 6 + estimateTextWidth(entry.name, SIZE) + 18;
    if (x > left && x + room > left + width) {
      x = left;
      y += ROW;
    }
    nodes.push(
      svg('g', { transform: `translate(${x} ${y})` }, [
        entry.sample,
        svg('text', { x: SAMPLE + 6, y: 4, fontSize: SIZE, fill: '$text-1' }, [entry.name]),
      ]),
    );
    x += room;
  }
  return { node: svg('g', {}, nodes), height: y + ROW / 2 - top };
}
