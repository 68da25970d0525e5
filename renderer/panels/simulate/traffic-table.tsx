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

/** What each figure of a line is called, and how it is written. */
const COLUMNS: readonly (readonly [title: string, read: (line: AxisTraffic) => string])[] = [
  ['Size', (line) => formatBytes(line.sizeBytes)],
  ['Times', (line) => formatNumber(line.countPerStep)],
  ['Each', (line) => formatDuration(line.timeEachUs)],
  ['Total', (line) => formatDuration(MS * line.totalMs)],
  ['Exposed', (line) => formatDuration(MS * line.exposedMs)],
];

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
              {COLUMNS.map(([title]) => (
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
                {COLUMNS.map(([title, read]) => (
                  <td key={title} className="simulate__number">
                    <Explained
                      source={() => explainTraffic(line)}
                      figure={`${title} of ${line.collective}`}
                      text={read(line)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Section>
  );
}
