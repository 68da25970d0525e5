/** A chart as a file of its own: title, legend and all, at a fixed size and in light colours. */
import { createFrame } from './chart-scales.ts';
import type { ChartSpec } from './chart-spec.ts';
import { drawChart } from './draw-chart.ts';
import { drawLegend } from './draw-legend.ts';
import { svg } from './svg-node.ts';
import { writeSvg } from './write-svg.ts';

const WIDTH = 960;
const HEIGHT = 540;
const MARGIN = 16;

/** The text of an SVG file. */
export function exportChartSvg(spec: ChartSpec): string {
  const legend = drawLegend(spec, MARGIN, 40, WIDTH - 2 * MARGIN);
  const frame = createFrame(spec, { width: WIDTH - MARGIN, height: HEIGHT - 8 }, 40 + legend.height + 14);
  const drawing = svg('svg', { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` }, [
    svg('text', { x: MARGIN, y: 26, fontSize: 15, fontWeight: 600, fill: '$text-1' }, [spec.title]),
    legend.node,
    ...(frame ? [svg('g', { transform: `translate(${MARGIN / 2} 0)` }, [drawChart(spec, frame)])] : []),
  ]);
  return writeSvg(drawing, spec.title, spec.summary);
}
