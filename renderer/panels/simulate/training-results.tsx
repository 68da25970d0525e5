/** The step on the drawn fabric against one without limits, and what the difference costs in a year. */
import type { ReactElement, ReactNode } from 'react';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import {
  explainCheckpoint,
  explainLostHours,
  explainMfu,
  explainNetworkShare,
  explainStep,
} from '#core/sim/explain/explain-training.ts';
import type { CheckpointReport, StepTime, TrainingReport } from '#core/sim/training-report.ts';
import { BreakdownBar, type BreakdownPart } from '../../ui/chart/breakdown-bar.tsx';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { FactList, Section } from '../../ui/section.tsx';
import { formatBytes } from './byte-size.ts';
import { formatDuration } from './durations.ts';
import { ServingFacts } from './serving-facts.tsx';
import { Explained } from '../explained.tsx';
import { explainFact } from '../explained-fact.tsx';
import { ScrollRegion } from './scroll-region.tsx';
import { TrafficTable } from './traffic-table.tsx';

const MS = 1000;

function formatMs(ms: number): string {
  return formatDuration(ms * MS);
}

export function TrainingResults({ report }: { readonly report: TrainingReport }): ReactElement {
  return (
    <div className="training__results" data-testid="training-results">
      <p className="training__what" role="status">
        {report.modelName} on {formatNumber(report.gpuCount)} GPUs: {describeLayout(report)}
        <span className="ui-visually-hidden">
          , step time {formatMs(report.drawn.stepMs)}, {formatPercent(report.networkShare)} of it waiting for the
          network
        </span>
      </p>
      <StepFigures report={report} />
      <BreakdownBar
        label="Where the step's time goes"
        parts={listParts(report.drawn)}
        format={formatMs}
        wrap={(text, part) => (
          <Explained source={() => explainStep(report.drawn, 'this fabric')} figure={part.label} text={text} />
        )}
      />
      <StepTable drawn={report.drawn} ideal={report.ideal} />
      <TrafficTable traffic={report.traffic} />
      {report.checkpoint ? <CheckpointFacts checkpoint={report.checkpoint} /> : null}
      {report.serving ? <ServingFacts serving={report.serving} /> : null}
      {report.notes.length > 0 ? (
        <ul className="simulate__notes" aria-label="About this estimate">
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The figures that everybody reads first, each beside what an ideal network would make of it. */
function StepFigures({ report }: { readonly report: TrainingReport }): ReactElement {
  return (
    <dl className="training__figures">
      <Figure label="Step time" testId="training-step" note={`${formatMs(report.ideal.stepMs)} on an ideal network`}>
        <Explained
          source={() => explainStep(report.drawn, 'this fabric')}
          figure="Step time"
          text={formatMs(report.drawn.stepMs)}
        />
      </Figure>
      <Figure
        label="Waiting for the network"
        testId="training-network-share"
        note={`${formatNumber(report.tokensPerSecond)} tokens/s`}
      >
        <Explained
          source={() => explainNetworkShare(report)}
          figure="Waiting for the network"
          text={formatPercent(report.networkShare)}
        />
      </Figure>
      <Figure label="MFU" testId="training-mfu" note={`${formatPercent(report.ideal.mfu)} on an ideal network`}>
        <Explained
          source={() => explainMfu(report, report.drawn)}
          figure="MFU"
          text={formatPercent(report.drawn.mfu)}
        />
      </Figure>
      <Figure
        label="GPU-hours lost a year"
        testId="training-lost"
        note={
          report.lostMoneyPerYear === null
            ? 'with a price, also in money'
            : `${report.currency} ${formatNumber(report.lostMoneyPerYear)}`
        }
      >
        <Explained
          source={() => explainLostHours(report)}
          figure="GPU-hours lost a year"
          text={formatNumber(report.lostGpuHoursPerYear)}
        />
      </Figure>
    </dl>
  );
}

function describeLayout({ layout }: TrainingReport): string {
  const { tensor, context, pipeline, data, expert } = layout;
  return [
    `DP ${formatNumber(data)}`,
    tensor > 1 ? `TP ${tensor}` : null,
    context > 1 ? `CP ${context}` : null,
    pipeline > 1 ? `PP ${pipeline}` : null,
    expert > 1 ? `EP ${expert}` : null,
  ]
    .filter(Boolean)
    .join(' \u00b7 ');
}

interface FigureProps {
  readonly label: string;
  readonly note: string;
  readonly testId: string;
  readonly children: ReactNode;
}

function Figure({ label, note, testId, children }: FigureProps): ReactElement {
  return (
    <div className="training__figure">
      <dt>{label}</dt>
      <dd>
        <span className="training__value" data-testid={testId}>
          {children}
        </span>
        <span className="training__note">{note}</span>
      </dd>
    </div>
  );
}

function listParts(step: StepTime): BreakdownPart[] {
  return [
    { id: 'compute', label: 'Compute', value: step.computeMs, colour: 'var(--fabric-1)', pattern: 'plain' },
    {
      id: 'bubble',
      label: 'Pipeline bubble',
      value: step.bubbleMs,
      colour: 'var(--fabric-7)',
      pattern: 'stripes',
      explanation: 'GPUs wait for the first micro batches to arrive and the last ones to leave.',
    },
    {
      id: 'exposed',
      label: 'Exposed communication',
      value: step.exposedMs,
      colour: 'var(--fabric-4)',
      pattern: 'dots',
      explanation: 'Communication that no compute hides: GPUs wait for the network.',
    },
  ];
}

const STEP_ROWS: readonly { readonly label: string; readonly read: (step: StepTime) => number }[] = [
  { label: 'Compute', read: (step) => step.computeMs },
  { label: 'Pipeline bubble', read: (step) => step.bubbleMs },
  { label: 'Exposed communication', read: (step) => step.exposedMs },
  { label: 'Step', read: (step) => step.stepMs },
];

function StepTable({ drawn, ideal }: { readonly drawn: StepTime; readonly ideal: StepTime }): ReactElement {
  return (
    <Section title="Step">
      <ScrollRegion label="Step: figures">
        <table className="simulate__table" aria-label="Step on this fabric and on an ideal network">
          <thead>
            <tr>
              <th scope="col">Part</th>
              <th scope="col" className="simulate__number">
                This fabric
              </th>
              <th scope="col" className="simulate__number">
                Ideal network
              </th>
              <th scope="col" className="simulate__number">
                Difference
              </th>
            </tr>
          </thead>
          <tbody>
            {STEP_ROWS.map(({ label, read }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="simulate__number">
                  <Explained
                    source={() => explainStep(drawn, 'this fabric')}
                    figure={`${label}, this fabric`}
                    text={formatMs(read(drawn))}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainStep(ideal, 'an ideal network')}
                    figure={`${label}, ideal network`}
                    text={formatMs(read(ideal))}
                  />
                </td>
                <td className="simulate__number">
                  <Explained
                    source={() => explainStep(drawn, 'this fabric')}
                    figure={`${label}, difference`}
                    text={formatDifference(read(drawn) - read(ideal))}
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

function formatDifference(ms: number): string {
  if (Math.abs(ms) < 1e-6) return '\u2013';
  return `${ms > 0 ? '+' : '\u2212'}${formatMs(Math.abs(ms))}`;
}

function CheckpointFacts({ checkpoint }: { readonly checkpoint: CheckpointReport }): ReactElement {
  const source = (): Explanation => explainCheckpoint(checkpoint);
  return (
    <Section title="Checkpoint">
      <FactList
        facts={[
          explainFact('Size', source, formatBytes(checkpoint.sizeBytes)),
          explainFact('Write', source, formatDuration(checkpoint.writeSeconds * 1e6)),
          explainFact('Restore', source, formatDuration(checkpoint.restoreSeconds * 1e6)),
          ['Pace set by', checkpoint.limit],
          explainFact('Running time spent waiting', source, formatPercent(checkpoint.overheadShare)),
        ]}
      />
    </Section>
  );
}
