/** A training step on the drawn fabric: what the network makes of it. What is trained stands in the scenario editor. */
import { GraduationCap, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Training } from '#core/design/scenario.ts';
import { isSameValue } from '#core/edit/same-value.ts';
import { createTraining, MODEL_PRESETS } from '#core/sim/training/model-presets.ts';
import { describeLayout } from '#core/sim/training/propose-layout.ts';
import { editCurrentScenario, useCurrentScenario } from '../../store/current-scenario.ts';
import { useSimulationStore } from '../../store/simulation-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TrainingResults } from './training-results.tsx';
import './training-panel.css';

export function TrainingPanel(): ReactElement {
  const scenario = useCurrentScenario();
  if (scenario.training === null) return <NoTraining />;
  return <Answer />;
}

function Answer(): ReactElement {
  const report = useSimulationStore((state) => state.training);
  const refusal = useSimulationStore((state) => state.refusals.training);
  const isStale = useSimulationStore((state) => state.isStale);
  return (
    <div className="training__answer" data-stale={isStale} aria-busy={isStale}>
      {refusal === null ? null : (
        <p className="simulate__refusal" role="alert" data-testid="training-refusal">
          <TriangleAlert size={15} aria-hidden />
          {refusal}
        </p>
      )}
      <FittingLayout isNeeded={refusal !== null} />
      {report ? <TrainingResults report={report} /> : null}
      {!report && refusal === null ? <EmptyState title={'Computing \u2026'} /> : null}
    </div>
  );
}

/** Offered where the layout cannot run, or nobody has chosen one yet. */
function FittingLayout({ isNeeded }: { readonly isNeeded: boolean }): ReactElement | null {
  const { layout } = useCurrentScenario();
  const fitting = useSimulationStore((state) => state.fittingLayout);
  const isChosen = Object.values(layout).some((size) => size > 1);
  if (fitting === null || isSameValue(fitting, layout) || (isChosen && !isNeeded)) return null;
  return (
    <p className="training__fitting">
      A layout that fits these GPUs: {describeLayout(fitting)}.
      <Button onClick={() => editCurrentScenario({ layout: fitting })} data-testid="training-use-layout">
        Use it
      </Button>
    </p>
  );
}

function NoTraining(): ReactElement {
  const start = (model: Training['model']): void => editCurrentScenario({ training: createTraining(model) });
  return (
    <EmptyState icon={<GraduationCap size={22} aria-hidden />} title="What does this cost in idle GPUs?">
      Estimates one training step on all GPUs of the scenario: compute, pipeline bubbles, communication that nothing
      hides, checkpoints, and the GPU-hours lost in a year. Start from a model:
      <span className="training__presets">
        {MODEL_PRESETS.map((model) => (
          <Button key={model.name} onClick={() => start(model)}>
            {model.name}
          </Button>
        ))}
      </span>
    </EmptyState>
  );
}
