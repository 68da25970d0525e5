/**
 * A line chart that can be read by eye, by pointer, by keyboard and by ear: a cursor reads all series at an x (arrow keys, Home, End),
 * the legend shows what it reads and switches series off, a sentence and a table say the same in words.
 */
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { ChartLegend } from './chart-legend.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { type ChartSpec, hideSeries, listXs } from './chart-spec.ts';
import { ChartTable } from './chart-table.tsx';
import './chart.css';

interface LineChartProps {
  readonly spec: ChartSpec;
  readonly height?: number;
  /** Called with the x a click or Enter chose. */
  readonly onPick?: (x: number) => void;
  /** What picking does, e.g. 'Click to ask for this size'. */
  readonly pickHint?: string;
  /** At the right of the title, e.g. a menu of exports. */
  readonly aside?: ReactNode;
  readonly testId?: string;
}

/** The x with values that is nearest below the marked one: where values are read while no cursor is out. */
function findStart(spec: ChartSpec): number | null {
  const { xMarker } = spec;
  const xs = listXs(spec);
  return xMarker ? (xs.findLast((x) => x <= xMarker.x) ?? xs[0] ?? null) : (xs.at(-1) ?? null);
}

export function LineChart(props: LineChartProps): ReactElement {
  const { spec, height = 300, onPick, pickHint, aside, testId } = props;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState<number | null>(null);
  const shown = useMemo(() => hideSeries(spec, hidden), [spec, hidden]);
  const startX = useMemo(() => findStart(spec), [spec]);
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  return (
    <figure className="ui-chart" aria-label={spec.title} data-testid={testId}>
      <figcaption className="ui-chart__head">
        <h4>{spec.title}</h4>
        {aside}
      </figcaption>
      <ChartLegend
        spec={spec}
        hidden={hidden}
        onToggle={toggle}
        x={cursor ?? startX}
        hint={cursor !== null && onPick ? (pickHint ?? null) : null}
      />
      <ChartPlot spec={shown} height={height} cursor={cursor} onCursor={setCursor} startX={startX} onPick={onPick} />
      <p className="ui-chart__summary">{spec.summary}</p>
      <ChartTable spec={spec} />
    </figure>
  );
}
