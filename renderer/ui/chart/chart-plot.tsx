/** The plot itself: a drawing with a cursor that the pointer and the arrow keys move, and whose values a screen reader speaks. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useMemo, useRef } from 'react';
import { type ChartFrame, createFrame } from './chart-scales.ts';
import { type ChartSpec, listXs } from './chart-spec.ts';
import { drawChart } from './draw-chart.ts';
import { drawCursor } from './draw-cursor.ts';
import { describeValues } from './read-values.ts';
import { SvgView } from './svg-view.tsx';
import { useWidth } from './use-width.ts';

interface ChartPlotProps {
  readonly spec: ChartSpec;
  readonly height: number;
  /** Where the cursor stands; null = it is put away. A value, not an index: what is read stays while other data arrive. */
  readonly cursor: number | null;
  readonly onCursor: (x: number | null) => void;
  /** Where the cursor starts. */
  readonly startX: number | null;
  readonly onPick: ((x: number) => void) | undefined;
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

function findNearest(xs: readonly number[], frame: ChartFrame, place: number): number | null {
  let best: number | null = null;
  for (const x of xs) {
    if (best === null || Math.abs(frame.placeX(x) - place) < Math.abs(frame.placeX(best) - place)) best = x;
  }
  return best;
}

export function ChartPlot(props: ChartPlotProps): ReactElement {
  const { spec, height, cursor, onCursor, startX, onPick } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const frame = useMemo(() => (width > 0 ? createFrame(spec, { width, height }, 0) : null), [spec, width, height]);
  const drawing = useMemo(() => (frame ? drawChart(spec, frame) : null), [spec, frame]);
  const xs = useMemo(() => listXs(spec), [spec]);
  const found = xs.indexOf(cursor ?? startX ?? Number.NaN);
  const at = Math.max(0, found);
  const isShown = cursor !== null && found >= 0;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && cursor !== null) onCursor(null);
    else if ((event.key === 'Enter' || event.key === ' ') && cursor !== null) onPick?.(cursor);
    else {
      const next = stepCursor(event.key, at, xs.length);
      if (next === null) return;
      onCursor(xs[next] ?? null);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!frame) return;
    onCursor(findNearest(xs, frame, event.clientX - event.currentTarget.getBoundingClientRect().left));
  };

  return (
    <div
      ref={box}
      className="ui-chart__plot"
      style={{ height }}
      role="slider"
      tabIndex={0}
      aria-label={`${spec.x.title}: read the values of ${spec.title}`}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, xs.length - 1)}
      aria-valuenow={at}
      aria-valuetext={xs.length === 0 ? 'no data' : describeValues(spec, xs[at] ?? 0)}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (cursor === null && event.currentTarget.matches(':focus-visible')) onCursor(xs[at] ?? null);
      }}
      onBlur={() => onCursor(null)}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onCursor(null)}
      onClick={() => {
        if (cursor !== null) onPick?.(cursor);
      }}
    >
      {frame && drawing ? (
        <svg width={width} height={height} aria-hidden className="ui-chart__svg">
          <SvgView node={drawing} />
          {isShown ? <SvgView node={drawCursor(spec, frame, cursor)} /> : null}
        </svg>
      ) : null}
      {width > 0 && !frame ? (
        <p className="ui-chart__nothing">Nothing is switched on, or there is no value to draw.</p>
      ) : null}
    </div>
  );
}
