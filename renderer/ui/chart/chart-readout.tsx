/** The values of all series where the cursor stands. */
import type { CSSProperties, ReactElement } from 'react';
import type { ChartSpec } from './chart-spec.ts';
import { drawSample } from './draw-legend.ts';
import { readValues } from './read-values.ts';
import { SvgView } from './svg-view.tsx';

interface ChartReadoutProps {
  readonly spec: ChartSpec;
  readonly x: number;
  /** Place of the cursor and width of the chart, px: the box stands on the side with more room. */
  readonly place: number;
  readonly width: number;
  /** What a click would do; null = nothing. */
  readonly pickHint: string | null;
}

export function ChartReadout({ spec, x, place, width, pickHint }: ChartReadoutProps): ReactElement {
  const isLeft = place > width / 2;
  const style: CSSProperties = isLeft ? { right: width - place + 10 } : { left: place + 10 };
  return (
    <div className="ui-chart__readout" style={style} aria-hidden>
      <div className="ui-chart__readout-x">{spec.x.format(x)}</div>
      <table>
        <tbody>
          {readValues(spec, x).map(({ series, y, note }) => (
            <tr key={series.id} data-strong={series.isStrong || note !== null || undefined}>
              <td>
                <svg width={26} height={12} viewBox="0 -6 26 12">
                  <SvgView node={drawSample(series)} />
                </svg>
              </td>
              <td>
                {series.name}
                {note === null ? null : <span className="ui-chart__note">{note}</span>}
              </td>
              <td className="ui-chart__value">{spec.y.format(y)}</td>
            </tr>
          ))}
          {spec.bands.map((band) => {
            const point = band.points.find((candidate) => candidate.x === x);
            return point ? (
              <tr key={band.id}>
                <td />
                <td>{band.name}</td>
                <td className="ui-chart__value">
                  {spec.y.format(point.low)}
                  {'\u2009\u2013\u2009'}
                  {spec.y.format(point.high)}
                </td>
              </tr>
            ) : null;
          })}
        </tbody>
      </table>
      {pickHint === null ? null : <div className="ui-chart__hint">{pickHint}</div>}
    </div>
  );
}
