/** The flow model: run, progress and cancel, what each job takes, and what was simplified. */
import { LoaderCircle, Play, TriangleAlert, X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { explainFlowJob } from '#core/sim/explain/explain-flow.ts';
import type { FlowJobResult, FlowReport } from '#core/sim/flow-report.ts';
import { useCurrentScenario } from '../../store/current-scenario.ts';
import { cancelFlows, runFlows, useSimulationStore } from '../../store/simulation-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { Explained } from '../explained.tsx';
import { formatDuration, formatDurationRange, formatGBps } from './durations.ts';
import { BusiestLinks } from './links/busiest-links.tsx';
import { PhaseTimeline } from './links/phase-timeline.tsx';
import './flow-panel.css';
import { ScrollRegion } from './scroll-region.tsx';

export function FlowPanel(): ReactElement {
  const flow = useSimulationStore((state) => state.flow);
  const refusal = useSimulationStore((state) => state.refusals.flow);
  const isRunning = useSimulationStore((state) => state.running);
  return (
    <div className="flow">
      <RunBar />
      {refusal === null ? null : (
        <p className="simulate__refusal" role="alert">
          <TriangleAlert size={15} aria-hidden />
          {refusal}
        </p>
      )}
      {flow ? (
        <FlowResults flow={flow} />
      ) : refusal === null && !isRunning ? (
        <EmptyState title="Every flow on its own route">
          Lays the collective on the cables phase by phase, with the other jobs, under the routing and what is broken.
          Shows which links fill up and how far chance spreads the time.
        </EmptyState>
      ) : null}
    </div>
  );
}

function RunBar(): ReactElement {
  const isRunning = useSimulationStore((state) => state.running);
  const isStale = useSimulationStore((state) => state.isFlowStale);
  const flow = useSimulationStore((state) => state.flow);
  const { seedCount } = useCurrentScenario();
  const seeds = seedCount === 1 ? '1 run' : `${seedCount} runs`;
  return (
    <div className="flow__bar">
      {isRunning ? (
        <Button onClick={cancelFlows} data-testid="flow-cancel">
          <X size={13} aria-hidden /> Cancel
        </Button>
      ) : (
        <Button tone={flow && !isStale ? 'normal' : 'primary'} onClick={runFlows} data-testid="flow-run">
          <Play size={13} aria-hidden /> {flow ? 'Run again' : 'Run flow model'}
        </Button>
      )}
      {isRunning ? (
        <Progress />
      ) : (
        <span className="flow__note" role="status" data-testid="flow-state">
          {flow && isStale
            ? 'These results are of an older design or scenario.'
            : `${seeds}, each with its own hash seed.`}
        </span>
      )}
    </div>
  );
}

function Progress(): ReactElement {
  const progress = useSimulationStore((state) => state.progress);
  const id = useId();
  return (
    <div className="flow__progress" data-testid="flow-progress">
      <LoaderCircle size={13} aria-hidden />
      <progress
        aria-labelledby={id}
        {...(progress && progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
      />
      <span id={id}>{progress?.label ?? 'Starting'}</span>
    </div>
  );
}

function FlowResults({ flow }: { readonly flow: FlowReport }): ReactElement {
  const isStale = useSimulationStore((state) => state.isFlowStale);
  return (
    <div className="flow__results" data-stale={isStale} data-testid="flow-results">
      {flow.strandedCount > 0 ? (
        <p className="simulate__refusal" role="alert" data-testid="flow-stranded">
          <TriangleAlert size={15} aria-hidden />
          {formatCount(flow.strandedCount, 'flow')} of {formatNumber(flow.flowCount)} found no way: what is broken
          splits the fabric for them, and the collective would hang.
        </p>
      ) : null}
      <JobTable jobs={flow.jobs} seedCount={flow.seedCount} />
      <p className="flow__note">
        {formatCount(flow.flowCount, 'flow')} in {formatCount(flow.seedCount, 'run')}. Ideal: alone on the fabric, every
        flow spread perfectly; lost is what chance and neighbours take.
      </p>
      <PhaseTimeline flow={flow} />
      <BusiestLinks flow={flow} />
      {flow.notes.length > 0 ? (
        <ul className="simulate__notes" aria-label="Simplified for this run">
          {flow.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

interface JobTableProps {
  readonly jobs: readonly FlowJobResult[];
  readonly seedCount: number;
}

function JobTable({ jobs, seedCount }: JobTableProps): ReactElement {
  const explain = (job: FlowJobResult, figure: string, text: string, testId?: string): ReactElement => (
    <Explained
      source={() => explainFlowJob(job, seedCount)}
      figure={`${figure} of ${job.name}`}
      text={text}
      {...(testId ? { testId } : {})}
    />
  );
  return (
    <ScrollRegion label="Jobs: figures">
      <table className="simulate__table" aria-label="Time of each job">
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col" className="simulate__number">
              Median
            </th>
            <th scope="col" className="simulate__number">
              p5 to p95
            </th>
            <th scope="col" className="simulate__number">
              Ideal
            </th>
            <th scope="col" className="simulate__number">
              Lost
            </th>
            <th scope="col" className="simulate__number">
              Bus bandwidth
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr key={job.jobId} data-testid={`flow-job-${job.jobId}`}>
              <th scope="row">{job.name}</th>
              <td className="simulate__number simulate__strong">
                {explain(job, 'Median time', formatDuration(job.medianUs), `flow-median-${job.jobId}`)}
              </td>
              <td className="simulate__number">{explain(job, 'Spread', formatSpread(job))}</td>
              <td className="simulate__number">{explain(job, 'Ideal time', formatDuration(job.idealUs))}</td>
              <td className="simulate__number">{explain(job, 'Time lost', formatLoss(job))}</td>
              <td className="simulate__number">
                {job.busbwGBps > 0 ? explain(job, 'Bus bandwidth', formatGBps(job.busbwGBps)) : '\u2013'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function formatSpread({ p5Us, p95Us }: FlowJobResult): string {
  return p95Us - p5Us <= p95Us / 1000 ? 'no spread' : formatDurationRange(p5Us, p95Us);
}

/** Share of the time that chance and neighbours cost. */
function formatLoss({ medianUs, idealUs }: FlowJobResult): string {
  if (!Number.isFinite(medianUs) || medianUs <= 0) return '\u2013';
  return `${formatNumber(Math.max(0, 1 - idealUs / medianUs) * 100, 1)}\u202f%`;
}
