/** Runs side by side: the figures, and how each stands against the current scenario. */
import type { ReactElement, ReactNode } from 'react';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import { explainNetworkShare, explainStep } from '#core/sim/explain/explain-training.ts';
import { formatBytes } from '../byte-size.ts';
import { formatDuration, formatDurationRange, formatGBps } from '../durations.ts';
import { COLLECTIVES, describeGroup } from '../labels.ts';
import { formatCount, formatPercent } from '../../../ui/format.ts';
import { Explained } from '../../explained.tsx';
import { type ComparedRun, compareTimes, isSameQuestion } from './compared-run.ts';
import { DeltaText } from './delta-text.tsx';
import { ScrollRegion } from '../scroll-region.tsx';

interface CompareTableProps {
  readonly label: string;
  readonly runs: readonly ComparedRun[];
  readonly baseline: ComparedRun | null;
  /** The name's cell, and what stands at the end of the row. */
  readonly renderName: (run: ComparedRun) => ReactNode;
  readonly renderTools?: (run: ComparedRun) => ReactNode;
  readonly testId?: string;
}

const HEADS = ['Run', 'Time', 'Bus bandwidth', 'Fastest', 'Broken', 'Training step'];

export function CompareTable(props: CompareTableProps): ReactElement {
  const { label, runs, baseline, renderName, renderTools, testId } = props;
  return (
    <ScrollRegion label={`${label}: figures`}>
      <table className="simulate__table compare__table" aria-label={label} data-testid={testId}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {renderTools ? (
              <th scope="col">
                <span className="ui-visually-hidden">What to do with the run</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id} data-testid={`compare-${run.id}`} data-current={run.id === baseline?.id || undefined}>
              <th scope="row">
                {renderName(run)}
                <span className="compare__note">{describeQuestion(run)}</span>
              </th>
              <Answers run={run} baseline={baseline} />
              {renderTools ? <td className="compare__tools">{renderTools(run)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function describeQuestion({ scenario, saved }: ComparedRun): string {
  const size = scenario.collective === 'barrier' ? '' : ` ${formatBytes(scenario.sizeBytes)}`;
  const words = [`${COLLECTIVES[scenario.collective].label}${size}`, describeGroup(scenario.group)];
  if (saved) words.push(saved.designName);
  return words.join(' \u00b7 ');
}

function Answers({
  run,
  baseline,
}: {
  readonly run: ComparedRun;
  readonly baseline: ComparedRun | null;
}): ReactElement {
  const { estimate, training } = run;
  if (!estimate) return <td colSpan={HEADS.length - 1}>{run.refusal}</td>;
  const isBaseline = baseline?.id === run.id;
  const base = baseline && !isBaseline && isSameQuestion(run, baseline) ? baseline : null;
  const baseStep = !isBaseline && baseline?.training ? baseline.training.drawn.stepMs : 0;
  const { failures } = run.scenario;
  return (
    <>
      <td>
        <strong>
          <Explained
            source={() => explainCollective(estimate)}
            figure={`Time of ${run.scenario.name}`}
            text={formatDuration(estimate.timeUs)}
          />
        </strong>
        <span className="compare__note">{formatDurationRange(estimate.lowUs, estimate.highUs)}</span>
        <DeltaText
          delta={base?.estimate ? compareTimes(estimate.timeUs, base.estimate.timeUs) : null}
          better="less"
          worse="more"
        />
        {!isBaseline && baseline && !base ? <span className="compare__note">another question</span> : null}
      </td>
      <td>
        <Explained
          source={() => explainCollective(estimate)}
          figure={`Bus bandwidth of ${run.scenario.name}`}
          text={estimate.busbwGBps > 0 ? formatGBps(estimate.busbwGBps) : '\u2013'}
        />
      </td>
      <td>
        {estimate.candidates[0]?.name ?? '\u2013'}
        <span className="compare__note">held back by {describeBottleneck(run)}</span>
      </td>
      <td>{failures.length === 0 ? 'nothing' : formatCount(failures.length, 'item')}</td>
      <td>
        {training ? (
          <>
            <Explained
              source={() => explainStep(training.drawn, run.scenario.name)}
              figure={`Training step of ${run.scenario.name}`}
              text={formatDuration(training.drawn.stepMs * 1000)}
            />
            <span className="compare__note">
              <Explained
                source={() => explainNetworkShare(training)}
                figure={`Waiting for the network, ${run.scenario.name}`}
                text={formatPercent(training.networkShare)}
              />{' '}
              waiting for the network
            </span>
            <DeltaText delta={compareTimes(training.drawn.stepMs, baseStep)} better="less" worse="more" />
          </>
        ) : (
          '\u2013'
        )}
      </td>
    </>
  );
}

function describeBottleneck({ estimate }: ComparedRun): string {
  switch (estimate?.bottleneck.kind) {
    case 'latency':
      return 'latency';
    case 'scale-up':
      return 'the scale-up network';
    case 'nic':
      return 'the NICs';
    case 'cut':
      return estimate.bottleneck.label;
    case undefined:
      return 'nothing known';
  }
}
