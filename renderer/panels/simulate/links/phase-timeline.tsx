/** When the phases of each job ran, in the run nearest the median. */
import { type ReactElement, useMemo } from 'react';
import type { FlowReport } from '#core/sim/flow-report.ts';
import { Gantt, type GanttRow } from '../../../ui/chart/gantt.tsx';
import { formatCount } from '../../../ui/format.ts';
import { formatDuration } from '../durations.ts';

const COLOURS = 8;

function listRows(flow: FlowReport): GanttRow[] {
  return flow.jobs.map((job, at) => ({
    id: job.jobId,
    name: job.name,
    colour: `var(--fabric-${(at % COLOURS) + 1})`,
    bars: flow.timeline
      .filter((phase) => phase.jobId === job.jobId)
      .map((phase, index) => ({
        id: `${index}`,
        label: phase.label,
        start: phase.startUs,
        end: phase.endUs,
        note: formatCount(phase.flowCount, 'flow'),
      }))
      .toSorted((a, b) => a.start - b.start),
  }));
}

export function PhaseTimeline({ flow }: { readonly flow: FlowReport }): ReactElement | null {
  const rows = useMemo(() => listRows(flow), [flow]);
  if (flow.timeline.length === 0) return null;
  return <Gantt label="Phases over time" rows={rows} format={formatDuration} testId="phase-timeline" />;
}
