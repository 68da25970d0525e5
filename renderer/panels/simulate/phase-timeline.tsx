/** When the phases of each job begin and end, in the run nearest the median. */
import type { CSSProperties, ReactElement } from 'react';
import type { FlowJobResult, FlowPhase } from '#core/sim/flow-report.ts';
import { formatDuration } from './durations.ts';

/** More bars than this in a row are drawn as one. */
const MAX_BARS = 120;

interface PhaseTimelineProps {
  readonly phases: readonly FlowPhase[];
  readonly jobs: readonly FlowJobResult[];
}

export function PhaseTimeline({ phases, jobs }: PhaseTimelineProps): ReactElement | null {
  const endUs = phases.reduce((latest, phase) => Math.max(latest, phase.endUs), 0);
  if (endUs <= 0 || !Number.isFinite(endUs)) return null;
  return (
    <figure className="timeline" aria-label="Phases over time">
      {jobs.map((job) => (
        <JobLine
          key={job.jobId}
          name={job.name}
          phases={phases.filter(({ jobId }) => jobId === job.jobId)}
          endUs={endUs}
        />
      ))}
      <figcaption className="timeline__axis">
        <span>0</span>
        <span>{formatDuration(endUs)}</span>
      </figcaption>
    </figure>
  );
}

interface JobLineProps {
  readonly name: string;
  readonly phases: readonly FlowPhase[];
  readonly endUs: number;
}

function JobLine({ name, phases, endUs }: JobLineProps): ReactElement {
  const bars = phases.length > MAX_BARS ? joinPhases(phases) : phases;
  return (
    <div className="timeline__line">
      <span className="timeline__name">{name}</span>
      <ol className="timeline__track" aria-label={`Phases of ${name}`}>
        {bars.map((phase) => {
          const place: CSSProperties = {
            left: `${(phase.startUs / endUs) * 100}%`,
            width: `${Math.max(0.2, ((phase.endUs - phase.startUs) / endUs) * 100)}%`,
          };
          const text = `${phase.label}: ${formatDuration(phase.startUs)} to ${formatDuration(phase.endUs)}, ${phase.flowCount} flows`;
          return (
            <li key={`${phase.startUs} ${phase.label}`} className="timeline__bar" style={place} title={text}>
              <span className="ui-visually-hidden">{text}</span>
              <span className="timeline__label" aria-hidden>
                {phase.label}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function joinPhases(phases: readonly FlowPhase[]): FlowPhase[] {
  const [first] = phases;
  const last = phases.at(-1);
  if (!first || !last) return [];
  return [
    {
      ...first,
      label: `${phases.length} phases`,
      endUs: last.endUs,
      flowCount: phases.reduce((sum, { flowCount }) => sum + flowCount, 0),
    },
  ];
}
