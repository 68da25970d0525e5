/** The chart's numbers as a table: for those who do not see lines, and for those who want the figure. */
import type { ReactElement } from 'react';
import { Disclosure } from '../disclosure.tsx';
import { type ChartSpec, listXs } from './chart-spec.ts';
import { formatNumber } from '../format.ts';

export function ChartTable({ spec }: { readonly spec: ChartSpec }): ReactElement {
  const xs = listXs(spec);
  return (
    <Disclosure title="Data table" note={`${formatNumber(xs.length)} rows`}>
      <div className="ui-chart__table" tabIndex={0} role="region" aria-label={`${spec.title}: data`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{spec.x.title}</th>
              {spec.series.map((series) => (
                <th key={series.id} scope="col">
                  {series.name}
                </th>
              ))}
              {spec.bands.map((band) => (
                <th key={band.id} scope="col">
                  {band.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {xs.map((x) => (
              <tr key={x}>
                <th scope="row">{spec.x.format(x)}</th>
                {spec.series.map((series) => {
                  const y = series.points.find((point) => point.x === x)?.y;
                  const isMarked = spec.marks.some((mark) => mark.seriesId === series.id && mark.x === x);
                  return (
                    <td key={series.id} data-marked={isMarked || undefined}>
                      {y === undefined ? '' : spec.y.format(y)}
                      {isMarked ? ' \u2605' : ''}
                    </td>
                  );
                })}
                {spec.bands.map((band) => {
                  const point = band.points.find((candidate) => candidate.x === x);
                  return (
                    <td key={band.id}>
                      {point ? `${spec.y.format(point.low)} \u2013 ${spec.y.format(point.high)}` : ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}
