/** The answer of the closed form: how long, how sure, by which algorithm, and what holds it back. */
import { LoaderCircle, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Scenario } from '#core/design/scenario.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import type { Candidate, CollectiveEstimate } from '#core/sim/estimate.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { useSimulationStore } from '../../store/simulation-store.ts';
import { BreakdownBar, type BreakdownPart } from '../../ui/chart/breakdown-bar.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Explained } from '../explained.tsx';
import { BottleneckLine } from './bottleneck-line.tsx';
import { formatBytes } from './byte-size.ts';
import { describeMiss } from './describe-miss.ts';
import { formatDuration, formatDurationRange, formatGBps } from './durations.ts';
import { COLLECTIVES, describeGroup } from './labels.ts';
import './estimate-card.css';

interface EstimateCardProps {
  readonly estimate: CollectiveEstimate;
  readonly scenario: Scenario;
}

export function EstimateCard({ estimate, scenario }: EstimateCardProps): ReactElement {
  const isStale = useSimulationStore((state) => state.isStale);
  const [winner] = estimate.candidates;
  const what = `${COLLECTIVES[estimate.collective].label}${
    estimate.collective === 'barrier' ? '' : ` of ${formatBytes(estimate.sizeBytes)}`
  } on ${describeGroup(scenario.group)}: ${formatNumber(estimate.rankCount)} GPUs in ${formatCount(estimate.domainCount, 'scale-up domain')}`;
  return (
    <section className="estimate" data-stale={isStale} aria-label="Time of the collective">
      <header className="estimate__head">
        <h3>{what}</h3>
        {isStale ? (
          <span className="simulate__busy">
            <LoaderCircle size={13} aria-hidden /> Computing
          </span>
        ) : null}
      </header>
      <div className="estimate__figures" role="status" aria-live="polite" aria-busy={isStale}>
        <div className="estimate__time">
          <span className="estimate__value">
            <Explained
              source={() => explainCollective(estimate)}
              figure="Time of the collective"
              text={formatDuration(estimate.timeUs)}
              testId="estimate-time"
            />
          </span>
          <span className="estimate__band" data-testid="estimate-band">
            {formatDurationRange(estimate.lowUs, estimate.highUs)}
          </span>
        </div>
        {estimate.collective === 'barrier' ? null : <Bandwidths estimate={estimate} />}
        {winner ? <Winner winner={winner} isForced={scenario.algorithm !== 'auto'} /> : null}
      </div>
      <BottleneckLine bottleneck={estimate.bottleneck} />
      {winner ? (
        <BreakdownBar
          label="Where the time goes"
          parts={listParts(winner)}
          format={formatDuration}
          wrap={(text, part) => (
            <Explained source={() => explainCollective(estimate)} figure={part.label} text={text} />
          )}
          testId="estimate-breakdown"
        />
      ) : null}
      <Validation estimate={estimate} />
    </section>
  );
}

function Bandwidths({ estimate }: { readonly estimate: CollectiveEstimate }): ReactElement {
  const source = (): Explanation | null => explainCollective(estimate);
  return (
    <>
      <BandwidthFigure label="Bus bandwidth" source={source} gBps={estimate.busbwGBps} testId="estimate-busbw" />
      <BandwidthFigure label="Algorithm bandwidth" source={source} gBps={estimate.algbwGBps} testId="estimate-algbw" />
    </>
  );
}

interface BandwidthFigureProps {
  readonly label: string;
  readonly source: ExplainSource;
  /** GB/s. */
  readonly gBps: number;
  readonly testId: string;
}

function BandwidthFigure({ label, source, gBps, testId }: BandwidthFigureProps): ReactElement {
  return (
    <div className="estimate__figure">
      <span className="estimate__label">{label}</span>
      <span className="estimate__figure-value">
        <Explained source={source} figure={label} text={formatGBps(gBps)} testId={testId} />
      </span>
    </div>
  );
}

function Winner({ winner, isForced }: { readonly winner: Candidate; readonly isForced: boolean }): ReactElement {
  const note = isForced
    ? 'The fastest of the algorithm and protocol asked for.'
    : 'The candidate with the least time; the curves of all stand below.';
  return (
    <Figure label={isForced ? 'Asked for' : 'Fastest'} note={note} testId="estimate-winner">
      {winner.name}
    </Figure>
  );
}

interface FigureProps {
  readonly label: string;
  /** What the figure means. */
  readonly note: string;
  readonly testId: string;
  readonly children: ReactNode;
}

function Figure({ label, note, testId, children }: FigureProps): ReactElement {
  return (
    <Tooltip content={note}>
      {/* Focusable so that the keyboard reaches what the figure means. */}
      <button type="button" className="estimate__figure">
        <span className="estimate__label">{label}</span>
        <span className="estimate__figure-value" data-testid={testId}>
          {children}
        </span>
      </button>
    </Tooltip>
  );
}

function listParts(winner: Candidate): BreakdownPart[] {
  return [
    {
      id: 'latency',
      label: 'Latency',
      value: winner.latencyUs,
      colour: 'var(--fabric-7)',
      pattern: 'stripes',
      explanation: 'Starting, hops and synchronisation: does not depend on the message size.',
    },
    {
      id: 'scale-up',
      label: 'Scale-up',
      value: winner.scaleUpUs,
      colour: 'var(--fabric-3)',
      pattern: 'dots',
      explanation: 'Bytes on the network inside the domains.',
      ...describeStage(winner, 'scale-up'),
    },
    {
      id: 'scale-out',
      label: 'Scale-out',
      value: winner.scaleOutUs,
      colour: 'var(--fabric-1)',
      pattern: 'plain',
      explanation: 'Bytes through the NICs, at their line rate.',
      ...describeStage(winner, 'scale-out'),
    },
    {
      id: 'congestion',
      label: 'Congestion',
      value: winner.congestionUs,
      colour: 'var(--fabric-4)',
      pattern: 'cross',
      explanation: 'What routing and the narrow places of the drawn fabric add.',
    },
  ];
}

/** Both networks carry bytes at once and the slower one is charged: the other is hidden behind it, or nothing crosses it. */
function describeStage(
  winner: Candidate,
  stage: 'scale-up' | 'scale-out',
): Pick<BreakdownPart, 'instead' | 'explanation'> {
  if ((stage === 'scale-up' ? winner.scaleUpUs : winner.scaleOutUs) > 0) return {};
  if (winner.hiddenStage !== stage) return { instead: 'nothing to carry' };
  const slower = stage === 'scale-up' ? 'scale-out' : 'scale-up';
  return {
    instead: `hidden behind ${slower}`,
    explanation: `Carries its bytes while ${slower} carries its own, and is done no later: it adds no time.`,
  };
}

/** How far the model missed published runs of the same kind, or why nobody knows. */
function Validation({ estimate }: { readonly estimate: CollectiveEstimate }): ReactElement {
  const { outsideValidated } = estimate;
  const missed = describeMiss(estimate);
  if (outsideValidated.length === 0 && missed !== null) {
    return (
      <p className="estimate__validation" data-tone="inside" data-testid="estimate-validation">
        <ShieldCheck size={14} aria-hidden />
        <span>Validated: {missed}.</span>
      </p>
    );
  }
  return (
    <p className="estimate__validation" data-tone="outside" data-testid="estimate-validation">
      <TriangleAlert size={14} aria-hidden />
      <span>
        Outside the validated range. {outsideValidated.join(' ')}{' '}
        {missed === null ? null : `For comparison: ${missed}.`}
      </span>
    </p>
  );
}
