/** What the parts of a training job send in a step, and how long it takes. */
import type { ReactElement } from 'react';
import { explainTraffic } from '#core/sim/explain/explain-training.ts';
import type { AxisTraffic } from '#core/sim/training-report.ts';
import { formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Explained } from '../explained.tsx';
import { formatBytes } from './byte-size.ts';
import { formatDuration } from './durations.ts';
import { ScrollRegion } from './scroll-region.tsx';

const MS = 1000;

const AXIS_NAMES: Readonly<Record<AxisTraffic['axis'], string>> = {
  tensor: 'Tensor',
  context: 'Context',
  pipeline: 'Pipeline',
  data: 'Data',
  expert: 'Expert',
};

export function TrafficTable({ traffic }: { readonly traffic: readonly AxisTraffic[] }): ReactElement | null {
  if (traffic.length === 0) return null;
  return (
    <Section title="Communication of a step">
      <ScrollRegion label="Communication: figures">
        <table className="simulate__table" aria-label="Communication of a step">
          <thead>
            <tr>
              <th scope="col">Axis</th>
              <th scope="col">Collective</th>
              {['Size', 'Times', 'Each', 'Total', 'Exposed'].map((title) => (
                <th key={title} scope="col" className="simulate__number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {traffic.map((line) => (
              <tr key={`${line.axis} ${line.collective}`}>
                <th scope="row">{AXIS_NAMES[line.axis]}</th>
                <td>{line.collective}</td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainTraffic(line)}
                    figure={`Size of ${line.collective}`}
                    text={formatBytes(line.sizeBytes)}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainTraffic(line)}
                    figure={`Times of ${line.collective}`}
                    text={formatNumber(line.countPerStep)}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainTraffic(line)}
                    figure={`Each of ${line.collective}`}
                    text={formatDuration(line.timeEachUs)}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainTraffic(line)}
                    figure={`Total of ${line.collective}`}
                    text={formatDuration(MS * line.totalMs)}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainTraffic(line)}
                    figure={`Exposed of ${line.collective}`}
                    text={formatDuration(MS * line.exposedMs)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
