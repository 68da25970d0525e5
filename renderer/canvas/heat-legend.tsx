/** What the colours of the heat overlay mean, what run they are of, and the way to make one. */
import { Flame, X } from 'lucide-react';
import { cancelFlows, runFlows, useSimulationStore } from '../store/simulation-store.ts';
import { setOverlay, setView, useViewStore } from '../store/view-store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { HEAT_STEPS } from '../ui/heat-scale.ts';

export function HeatLegend() {
  const isOn = useViewStore((state) => state.overlay === 'load');
  if (!isOn) return null;
  return (
    <div className="cv-heat nodrag nopan" role="region" aria-label="Link load" data-testid="heat-legend">
      <div className="cv-heat-head">
        <Flame size={14} aria-hidden />
        <strong>Link load</strong>
        <IconButton label="Hide the link load" onClick={() => setOverlay('none')}>
          <X size={14} />
        </IconButton>
      </div>
      <HeatState />
    </div>
  );
}

function HeatState() {
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
      <ul className="cv-heat-steps">
        {HEAT_STEPS.map((step, at) => (
          <li key={step.label}>
            <svg width={28} height={10} aria-hidden>
              <line x1={2} x2={26} y1={5} y2={5} strokeWidth={1.4 * step.thickness} stroke={`var(--heat-${at})`} />
            </svg>
            {step.label}
          </li>
        ))}
      </ul>
      <p>
        The fullest cable of each link, mean over the run of {scenarioName}.{' '}
        <button type="button" className="cv-heat-link" onClick={() => setView('simulate')}>
          Busiest links
        </button>
      </p>
      {isStale ? (
        <>
          <p className="cv-heat-stale">The design or the scenario has changed since this run.</p>
          <RunButton label="Run again" />
        </>
      ) : null}
    </>
  );
}

function RunButton({ label }: { readonly label: string }) {
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
    <div className="cv-heat-run">
      <span>
        {progress?.label ?? 'Starting'}
        {share === null ? '' : ` ${Math.floor(share * 100)}\u2009%`}
      </span>
      <Button onClick={cancelFlows}>Stop</Button>
    </div>
  );
}
