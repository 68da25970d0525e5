/** Time and bus bandwidth of the current scenario over all message sizes. A click on a size makes it the scenario's. */
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { explainCollective } from '#core/sim/explain/explain-collective.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { editCurrentScenario, useCurrentScenario } from '../../../store/current-scenario.ts';
import { useSimulationStore } from '../../../store/simulation-store.ts';
import { LineChart } from '../../../ui/chart/line-chart.tsx';
import { ExplainButton } from '../../explain-button.tsx';
import { formatBytes } from '../byte-size.ts';
import { COLLECTIVES, describeGroup } from '../labels.ts';
import { ChartExports } from './chart-exports.tsx';
import { createSweepSpec, type SweepMeasure } from './sweep-spec.ts';
import './sweep-charts.css';

export function SweepCharts(): ReactElement | null {
  const sweep = useSimulationStore((state) => state.sweep);
  const refusal = useSimulationStore((state) => state.refusals.sweep);
  const isStale = useSimulationStore((state) => state.isStale);
  if (refusal !== null) return <p className="sweep__refusal">{refusal}</p>;
  if (sweep.length === 0) return null;
  // A barrier carries nothing: it has one time and no bandwidth.
  const hasBandwidth = sweep.some((estimate) => estimate.busbwGBps > 0);
  return (
    <div className="sweep" data-stale={isStale || undefined} aria-busy={isStale}>
      <SweepChart sweep={sweep} measure="time" />
      {hasBandwidth ? <SweepChart sweep={sweep} measure="busbw" /> : null}
    </div>
  );
}

/** The point of the curve nearest to a size. */
function findNear(sweep: readonly CollectiveEstimate[], sizeBytes: number): CollectiveEstimate | undefined {
  const gap = (estimate: CollectiveEstimate): number => Math.abs(estimate.sizeBytes - sizeBytes);
  return sweep.toSorted((a, b) => gap(a) - gap(b))[0];
}

interface SweepChartProps {
  readonly sweep: readonly CollectiveEstimate[];
  readonly measure: SweepMeasure;
}

function SweepChart({ sweep, measure }: SweepChartProps): ReactElement {
  const scenario = useCurrentScenario();
  const { collective, group, sizeBytes } = scenario;
  const subject = `${COLLECTIVES[collective].label} on ${describeGroup(group)}`;
  const spec = useMemo(
    () => createSweepSpec(sweep, measure, subject, collective === 'barrier' ? null : sizeBytes),
    [sweep, measure, subject, collective, sizeBytes],
  );
  // Picking a size on the chart makes it the one that is explained.
  const near = findNear(sweep, sizeBytes);
  const name = measure === 'time' ? 'time' : 'bus bandwidth';
  return (
    <LineChart
      spec={spec}
      height={300}
      {...(collective === 'barrier'
        ? {}
        : {
            onPick: (bytes: number) => editCurrentScenario({ sizeBytes: bytes }),
            pickHint: 'Click or Enter: ask about this size',
          })}
      aside={
        <>
          {near ? (
            <ExplainButton
              source={() => explainCollective(near)}
              figure={`${measure === 'time' ? 'Time' : 'Bus bandwidth'} at ${formatBytes(near.sizeBytes)}`}
            />
          ) : null}
          <ChartExports spec={spec} suffix={` ${collective} ${name}`} />
        </>
      }
      testId={`chart-${measure}`}
    />
  );
}
