/** Names of the series beside their samples; a click hides or shows one. */
import type { ReactElement } from 'react';
import { type ChartSpec, MARKS_ID } from './chart-spec.ts';
import { drawBandSample, drawMarkSample, drawSample } from './draw-legend.ts';
import type { SvgNode } from './svg-node.ts';
import { SvgView } from './svg-view.tsx';

interface ChartLegendProps {
  readonly spec: ChartSpec;
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly sample: SvgNode;
}

export function ChartLegend({ spec, hidden, onToggle }: ChartLegendProps): ReactElement {
  const entries: Entry[] = [
    ...spec.series.map((series) => ({ id: series.id, name: series.name, sample: drawSample(series) })),
    ...spec.bands.map((band) => ({ id: band.id, name: band.name, sample: drawBandSample(band.colour) })),
  ];
  if (spec.marksName !== null && spec.marks.length > 0) {
    entries.push({ id: MARKS_ID, name: spec.marksName, sample: drawMarkSample() });
  }
  return (
    <div className="ui-chart__legend" role="group" aria-label="Shown in the chart">
      {entries.map((entry) => (
        <button
          key={entry.id}
          type="button"
          aria-pressed={!hidden.has(entry.id)}
          className="ui-chart__entry"
          onClick={() => onToggle(entry.id)}
        >
          <svg width={26} height={14} viewBox="0 -7 26 14" aria-hidden>
            <SvgView node={entry.sample} />
          </svg>
          {entry.name}
        </button>
      ))}
    </div>
  );
}
