/**
 * The legend, which is the reader of values too: names of the series beside their samples, and what each says where the cursor stands,
 * so that no box covers the lines. A click on a name hides or shows the series.
 */
import type { ReactElement, ReactNode } from 'react';
import { type ChartSpec, MARKS_ID } from './chart-spec.ts';
import { drawBandSample, drawMarkSample, drawSample } from './draw-legend.ts';
import { readValues } from './read-values.ts';
import type { SvgNode } from './svg-node.ts';
import { SvgView } from './svg-view.tsx';

interface ChartLegendProps {
  readonly spec: ChartSpec;
  readonly hidden: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  /** Where values are read; null = nowhere. */
  readonly x: number | null;
  /** Beside the x, e.g. what a click would do. */
  readonly hint: string | null;
}

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly sample: SvgNode;
  readonly value: ReactNode;
  readonly isStrong: boolean;
}

function listEntries(spec: ChartSpec, x: number | null): Entry[] {
  const values = x === null ? [] : readValues(spec, x);
  const entries: Entry[] = spec.series.map((series) => {
    const read = values.find((value) => value.series === series);
    return {
      id: series.id,
      name: series.name,
      sample: drawSample(series),
      value: read ? spec.y.format(read.y) : null,
      isStrong: series.isStrong === true || (read !== undefined && read.note !== null),
    };
  });
  for (const band of spec.bands) {
    const point = band.points.find((candidate) => candidate.x === x);
    const value = point ? `${spec.y.format(point.low)} \u2013 ${spec.y.format(point.high)}` : null;
    entries.push({ id: band.id, name: band.name, sample: drawBandSample(band.colour), value, isStrong: false });
  }
  if (spec.marksName !== null && spec.marks.length > 0) {
    const marked = values.find((value) => value.note !== null)?.series.name ?? null;
    entries.push({ id: MARKS_ID, name: spec.marksName, sample: drawMarkSample(spec), value: marked, isStrong: false });
  }
  return entries;
}

export function ChartLegend({ spec, hidden, onToggle, x, hint }: ChartLegendProps): ReactElement {
  return (
    <div className="ui-chart__legend">
      <div className="ui-chart__at">
        <span>{x === null ? '' : `At ${spec.x.format(x)}`}</span>
        <span className="ui-chart__hint">{hint}</span>
      </div>
      <div className="ui-chart__entries" role="group" aria-label="Shown in the chart">
        {listEntries(spec, x).map((entry) => (
          <button
            key={entry.id}
            type="button"
            aria-pressed={!hidden.has(entry.id)}
            className="ui-chart__entry"
            data-strong={entry.isStrong || undefined}
            onClick={() => onToggle(entry.id)}
          >
            <svg width={26} height={14} viewBox="0 -7 26 14" aria-hidden>
              <SvgView node={entry.sample} />
            </svg>
            <span className="ui-chart__name">{entry.name}</span>
            <span className="ui-chart__value">{entry.value}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
