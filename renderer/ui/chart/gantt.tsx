/** Spans of time in rows over one axis, with a table that says the same. */
import { scaleLinear } from 'd3-scale';
import { type CSSProperties, type ReactElement, useMemo, useRef } from 'react';
import { Disclosure } from '../disclosure.tsx';
import { useWidth } from './use-width.ts';
import './gantt.css';

export interface GanttBar {
  readonly id: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** A further fact, e.g. '1 024 flows'. */
  readonly note: string;
}

export interface GanttRow {
  readonly id: string;
  readonly name: string;
  /** A CSS colour. */
  readonly colour: string;
  /** By rising start. */
  readonly bars: readonly GanttBar[];
}

interface GanttProps {
  readonly label: string;
  readonly rows: readonly GanttRow[];
  readonly format: (value: number) => string;
  readonly testId?: string;
}

const NAME_ROOM = 150;
const TICK_ROOM = 90;
/** Narrower bars are joined with their neighbours: hundreds of equal steps would be hundreds of hairlines. */
const LEAST_WIDTH = 3;
/** More lines help nobody; the rest is in the drawing. */
const TABLE_LIMIT = 200;

interface DrawnBar {
  readonly id: string;
  readonly title: string;
  readonly label: string;
  readonly left: number;
  readonly width: number;
}

export function Gantt({ label, rows, format, testId }: GanttProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const room = Math.max(0, useWidth(box) - NAME_ROOM - 12);
  const end = Math.max(...rows.flatMap((row) => row.bars.map((bar) => bar.end)), Number.MIN_VALUE);
  const scale = useMemo(() => scaleLinear().domain([0, end]).range([0, room]), [end, room]);
  const ticks = scale.ticks(Math.max(2, Math.floor(room / TICK_ROOM)));
  const bars = rows.flatMap((row) => row.bars.map((bar) => ({ row, bar })));
  return (
    <div className="ui-gantt" role="group" aria-label={label} ref={box} data-testid={testId}>
      <div aria-hidden>
        {rows.map((row) => (
          <div key={row.id} className="ui-gantt__row">
            <span className="ui-gantt__name" title={row.name}>
              {row.name}
            </span>
            <div className="ui-gantt__track">
              {ticks.map((tick) => (
                <span key={tick} className="ui-gantt__line" style={{ left: scale(tick) }} />
              ))}
              {room > 0
                ? joinBars(row.bars, scale, format).map((bar) => (
                    <span
                      key={bar.id}
                      className="ui-gantt__bar"
                      title={bar.title}
                      style={{ left: bar.left, width: bar.width, '--bar': row.colour } as CSSProperties}
                    >
                      {bar.width > bar.label.length * 6.4 + 10 ? <span>{bar.label}</span> : null}
                    </span>
                  ))
                : null}
            </div>
          </div>
        ))}
        <div className="ui-gantt__axis">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: NAME_ROOM + scale(tick) }}>
              {format(tick)}
            </span>
          ))}
        </div>
      </div>
      <Disclosure title="As a table" note={bars.length === 1 ? '1 phase' : `${bars.length} phases`}>
        <table className="ui-gantt__table">
          <thead>
            <tr>
              {['Job', 'Phase', 'From', 'To', ''].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bars.slice(0, TABLE_LIMIT).map(({ row, bar }) => (
              <tr key={`${row.id} ${bar.id}`}>
                <td>{row.name}</td>
                <td>{bar.label}</td>
                <td>{format(bar.start)}</td>
                <td>{format(bar.end)}</td>
                <td>{bar.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {bars.length > TABLE_LIMIT ? <p className="ui-gantt__more">and {bars.length - TABLE_LIMIT} more</p> : null}
      </Disclosure>
    </div>
  );
}

function joinBars(
  bars: readonly GanttBar[],
  scale: (value: number) => number,
  format: (value: number) => string,
): DrawnBar[] {
  const drawn: DrawnBar[] = [];
  let group: GanttBar[] = [];
  const flush = (): void => {
    const [first] = group;
    const last = group.at(-1);
    if (!first || !last) return;
    const left = scale(first.start);
    const times = `${format(first.start)} to ${format(last.end)}`;
    const name = group.length === 1 ? first.label : `${first.label} \u2026 ${last.label}`;
    drawn.push({
      id: first.id,
      title: group.length === 1 ? `${name}: ${times}, ${first.note}` : `${group.length} phases, ${name}: ${times}`,
      label: name,
      left,
      width: Math.max(1, scale(last.end) - left - 1),
    });
    group = [];
  };
  for (const bar of bars) {
    const first = group[0];
    const isThin = scale(bar.end) - scale(bar.start) < LEAST_WIDTH;
    if (first && !(isThin && scale(bar.end) - scale(first.start) < 10 * LEAST_WIDTH)) flush();
    group.push(bar);
    if (!isThin) flush();
  }
  flush();
  return drawn;
}
