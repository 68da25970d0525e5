/** All scenarios of the design and the runs kept earlier, side by side, against the current one. */
import { Trash2 } from 'lucide-react';
import { type ReactElement, useMemo, useState } from 'react';
import { chooseScenario, useCurrentScenario } from '../../../store/current-scenario.ts';
import { removeRun, renameRun, useSavedRuns } from '../../../store/saved-runs.ts';
import { Age } from '../../../ui/age.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { LineChart } from '../../../ui/chart/line-chart.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ChartExports } from '../charts/chart-exports.tsx';
import type { SweepMeasure } from '../charts/sweep-spec.ts';
import { createCompareSpec } from './compare-spec.ts';
import { CompareTable } from './compare-table.tsx';
import { type ComparedRun, compareSaved } from './compared-run.ts';
import { KeepRun } from './keep-run.tsx';
import { useComparedScenarios } from './use-compared-scenarios.ts';
import './compare-view.css';

export function CompareView(): ReactElement {
  const current = useCurrentScenario();
  const compared = useComparedScenarios();
  const savedRuns = useSavedRuns();
  const saved = useMemo(() => savedRuns.map(compareSaved), [savedRuns]);
  const baseline = compared.runs.find((run) => run.id === current.id) ?? null;
  return (
    <div className="compare" data-stale={compared.isStale || undefined} aria-busy={compared.isStale}>
      {compared.failure === null ? null : <p role="alert">The comparison broke: {compared.failure}</p>}
      <Section title="Scenarios of this design">
        <CompareTable
          label="Scenarios of this design"
          runs={compared.runs}
          baseline={baseline}
          renderName={(run) => <ScenarioName run={run} isCurrent={run.id === current.id} />}
          testId="compare-scenarios"
        />
      </Section>
      <Section title="Runs kept" aside={<KeepRun />}>
        {saved.length === 0 ? (
          <p className="compare__empty">
            Keep a run before you change the design: it stays here, over a reload too, to be compared with what comes.
          </p>
        ) : (
          <CompareTable
            label="Runs kept"
            runs={saved}
            baseline={baseline}
            renderName={(run) => <SavedName run={run} />}
            renderTools={(run) => (
              <IconButton label={`Delete ${run.name}`} onClick={() => removeRun(run.id)}>
                <Trash2 size={13} />
              </IconButton>
            )}
            testId="compare-saved"
          />
        )}
      </Section>
      <CompareChart runs={compared.runs} saved={saved} baseline={baseline} />
    </div>
  );
}

function ScenarioName({ run, isCurrent }: { readonly run: ComparedRun; readonly isCurrent: boolean }): ReactElement {
  if (isCurrent) {
    return (
      <>
        {run.name}
        <span className="compare__current">current</span>
      </>
    );
  }
  return (
    <button
      type="button"
      className="compare__choose"
      title="Make it the current scenario"
      onClick={() => chooseScenario(run.id)}
    >
      {run.name}
    </button>
  );
}

function SavedName({ run }: { readonly run: ComparedRun }): ReactElement {
  return (
    <>
      <TextField
        value={run.name}
        required
        label={`Name of ${run.name}`}
        className="compare__rename"
        onCommit={(name) => renameRun(run.id, name)}
      />
      <span className="compare__note">kept {run.saved ? <Age iso={run.saved.savedAt} /> : null}</span>
    </>
  );
}

interface CompareChartProps {
  readonly runs: readonly ComparedRun[];
  readonly saved: readonly ComparedRun[];
  readonly baseline: ComparedRun | null;
}

function CompareChart({ runs, saved, baseline }: CompareChartProps): ReactElement | null {
  const [measure, setMeasure] = useState<SweepMeasure>('time');
  const spec = useMemo(
    () => createCompareSpec([...runs, ...saved], measure, baseline),
    [runs, saved, measure, baseline],
  );
  if (spec.series.length < 2) return null;
  return (
    <LineChart
      spec={spec}
      height={320}
      aside={
        <>
          <span role="group" aria-label="What to draw" className="compare__measures">
            {(['time', 'busbw'] as const).map((choice) => (
              <Button key={choice} tone="quiet" aria-pressed={measure === choice} onClick={() => setMeasure(choice)}>
                {choice === 'time' ? 'Time' : 'Bus bandwidth'}
              </Button>
            ))}
          </span>
          <ChartExports spec={spec} suffix={` comparison of ${measure === 'time' ? 'time' : 'bus bandwidth'}`} />
        </>
      }
      testId="chart-compare"
    />
  );
}
