/** What run the load on the links is of, and the way to make one. */
import type { ReactElement } from 'react';
import { cancelFlows, runFlows, useSimulationStore } from '../../store/simulation-store.ts';
import { setView } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';

export function LoadState(): ReactElement {
  const flow = useSimulationStore((state) => state.flow);
  const scenarioName = useSimulationStore((state) => state.flowAnswered?.scenario.name ?? '');
  const isStale = useSimulationStore((state) => state.isFlowStale);
  const refusal = useSimulationStore((state) => state.refusals.flow);
  if (!flow) {
    return (
      <>
        <p>{refusal ?? 'Run the flow model first: it lays the traffic of the scenario on every cable.'}</p>
        <RunButton label="Run the flow model" />
      </>
    );
  }
  return (
    <>
      <p>
        The fullest cable of each link, mean over the run of {scenarioName}.{' '}
        <button type="button" className="cv-legend-link" onClick={() => setView('simulate')}>
          Busiest links
        </button>
      </p>
      {isStale ? (
        <>
          <p className="cv-legend-stale">The design or the scenario has changed since this run.</p>
          <RunButton label="Run again" />
        </>
      ) : null}
    </>
  );
}

function RunButton({ label }: { readonly label: string }): ReactElement {
  const running = useSimulationStore((state) => state.running);
  const progress = useSimulationStore((state) => state.progress);
  if (!running) {
    return (
      <Button tone="primary" onClick={runFlows} data-testid="heat-run">
        {label}
      </Button>
    );
  }
  const share = progress && progress.total > 0 ? progress.done / progress.total : null;
  return (
    <div className="cv-legend-run">
      <span>
        {progress?.label ?? 'Starting'}
        {share === null ? '' : ` ${Math.floor(share * 100)}\u202f%`}
      </span>
      <Button onClick={cancelFlows}>Stop</Button>
    </div>
  );
}
