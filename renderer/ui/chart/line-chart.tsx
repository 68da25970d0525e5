/**
 * A line chart that can be read by eye, by pointer, by keyboard and by ear: a cursor reads all series at an x (arrow keys, Home, End),
 * the legend switches series off, a sentence and a table say the same in words.
 */
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type ChartFrame, createFrame } from './chart-scales.ts';
import { ChartLegend } from './chart-legend.tsx';
import { ChartReadout } from './chart-readout.tsx';
import { type ChartSpec, hideSeries, listXs } from './chart-spec.ts';
import { ChartTable } from './chart-table.tsx';
import { drawChart } from './draw-chart.ts';
import { drawCursor } from './draw-cursor.ts';
import { describeValues } from './read-values.ts';
import { SvgView } from './svg-view.tsx';
import { useWidth } from './use-width.ts';
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

const PAGE = 5;

/** Where a key leads from index `at` of `count`; null = the key is not ours. */
function stepCursor(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    PageUp: at + PAGE,
    PageDown: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}

function findNearest(xs: readonly number[], frame: ChartFrame, place: number): number {
  let best = 0;
  for (const [at, x] of xs.entries()) {
    const isNearer = Math.abs(frame.placeX(x) - place) < Math.abs(frame.placeX(xs[best] ?? x) - place);
    if (isNearer) best = at;
  }
  return best;
}

export function LineChart(props: LineChartProps): ReactElement {
  const { spec, height = 300, aside, testId } = props;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  const shown = useMemo(() => hideSeries(spec, hidden), [spec, hidden]);
  return (
    <figure className="ui-chart" aria-label={spec.title} data-testid={testId}>
      <figcaption className="ui-chart__head">
        <h4>{spec.title}</h4>
        {aside}
      </figcaption>
      <ChartLegend spec={spec} hidden={hidden} onToggle={toggle} />
      <ChartPlot {...props} spec={shown} height={height} />
      <p className="ui-chart__summary">{spec.summary}</p>
      <ChartTable spec={spec} />
    </figure>
  );
}

function ChartPlot(props: LineChartProps & { readonly height: number }): ReactElement {
  const { spec, height, onPick, pickHint } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  // Kept as a value, not as an index: what is at the cursor stays there while other data arrive.
  const [cursor, setCursor] = useState<number | null>(null);
  const frame = useMemo(() => (width > 0 ? createFrame(spec, { width, height }, 0) : null), [spec, width, height]);
  const drawing = useMemo(() => (frame ? drawChart(spec, frame) : null), [spec, frame]);
  const xs = useMemo(() => listXs(spec), [spec]);
  const at = cursor === null ? -1 : xs.indexOf(cursor);
  const start = Math.max(0, xs.indexOf(spec.xMarker?.x ?? xs[0] ?? 0));

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Escape' && cursor !== null) setCursor(null);
    else if ((event.key === 'Enter' || event.key === ' ') && cursor !== null) onPick?.(cursor);
    else {
      const next = stepCursor(event.key, at < 0 ? start : at, xs.length);
      if (next === null) return;
      setCursor(xs[next] ?? null);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const read = (event: PointerEvent<HTMLElement>): number | null => {
    if (!frame) return null;
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return xs[findNearest(xs, frame, place)] ?? null;
  };

  return (
    <div
      ref={box}
      className="ui-chart__plot"
      style={{ height }}
      data-pickable={onPick ? true : undefined}
      role="slider"
      tabIndex={0}
      aria-label={`${spec.x.title}: read the values of ${spec.title}`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, xs.length - 1)}
      aria-valuenow={Math.max(0, at < 0 ? start : at)}
      aria-valuetext={xs.length === 0 ? 'no data' : describeValues(spec, xs[at < 0 ? start : at] ?? 0)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (cursor === null && event.currentTarget.matches(':focus-visible')) setCursor(xs[start] ?? null);
      }}
      onBlur={() => setCursor(null)}
      onPointerMove={(event) => setCursor(read(event))}
      onPointerLeave={() => setCursor(null)}
      onClick={() => {
        if (cursor !== null) onPick?.(cursor);
      }}
    >
      {frame && drawing ? (
        <svg width={width} height={height} aria-hidden className="ui-chart__svg">
          <SvgView node={drawing} />
          {at >= 0 && cursor !== null ? <SvgView node={drawCursor(spec, frame, cursor)} /> : null}
        </svg>
      ) : null}
      {width > 0 && !frame ? (
        <p className="ui-chart__nothing">Nothing is switched on, or there is no value to draw.</p>
      ) : null}
      {frame && at >= 0 && cursor !== null ? (
        <ChartReadout
          spec={spec}
          x={cursor}
          place={frame.placeX(cursor)}
          width={width}
          pickHint={onPick ? (pickHint ?? null) : null}
        />
      ) : null}
    </div>
  );
}
