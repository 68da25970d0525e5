/** How long a collective takes on the drawn fabric, what holds it back, and what that costs: the question left, the answers right. */
import { Cpu, TriangleAlert, Waypoints } from 'lucide-react';
import type { ReactElement } from 'react';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { openRequirements } from '../../store/requirements-store.ts';
import { setSimulateTab, type SimulateTab, useSimulateTab } from '../../store/simulate-tab.ts';
import { useSimulationStore } from '../../store/simulation-store.ts';
import { setView } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TabPanel, Tabs, type TabItem } from '../../ui/tabs.tsx';
import { AssumptionsPanel } from './assumptions-panel.tsx';
import { SweepCharts } from './charts/sweep-charts.tsx';
import { CompareView } from './compare/compare-view.tsx';
import { EstimateCard } from './estimate-card.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { listGpuDevices } from '../../store/gpu-devices.ts';
import { ScenarioEditor } from './scenario-editor.tsx';
import { TrainingPanel } from './training-panel.tsx';
import './simulate-view.css';

export function SimulateView(): ReactElement {
  const design = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const hasGpus = listGpuDevices(design, catalog).length > 0;
  return (
    <div className="simulate" data-testid="simulate">
      <div className="simulate__columns">
        <ScenarioEditor />
        <div className="simulate__results">{hasGpus ? <Results /> : <NoGpus />}</div>
      </div>
    </div>
  );
}

function NoGpus(): ReactElement {
  return (
    <EmptyState icon={<Cpu size={22} aria-hidden />} title="No GPUs to simulate">
      Drag a GPU server from the parts onto the canvas and link it to switches, or start from requirements.
      <span className="simulate__ways">
        <Button onClick={() => setView('topology')}>Go to the canvas</Button>
        <Button onClick={openRequirements}>New from requirements</Button>
      </span>
    </EmptyState>
  );
}

const TABS: readonly TabItem<SimulateTab>[] = [
  { value: 'sizes', label: 'Message size' },
  { value: 'flows', label: 'Flow model' },
  { value: 'training', label: 'Training' },
  { value: 'compare', label: 'Compare' },
  { value: 'assumptions', label: 'Assumptions' },
];

function Results(): ReactElement {
  const tab = useSimulateTab();
  return (
    <>
      <Headline />
      <Tabs label="Results" value={tab} items={TABS} onChange={setSimulateTab} className="simulate__tabs">
        <TabPanel value="sizes">
          <SweepCharts />
        </TabPanel>
        <TabPanel value="flows">
          <FlowPanel />
        </TabPanel>
        <TabPanel value="training">
          <TrainingPanel />
        </TabPanel>
        <TabPanel value="compare">
          <CompareView />
        </TabPanel>
        <TabPanel value="assumptions">
          <AssumptionsPanel />
        </TabPanel>
      </Tabs>
    </>
  );
}

function Headline(): ReactElement {
  const estimate = useSimulationStore((state) => state.estimate);
  const answered = useSimulationStore((state) => state.answered);
  const refusal = useSimulationStore((state) => state.refusals.estimate);
  const failure = useSimulationStore((state) => state.failure);
  if (failure !== null) return <Failure details={failure} />;
  if (refusal !== null) return <Refusal sentence={refusal} />;
  if (!estimate || !answered) return <div className="simulate__wait">{'Computing \u2026'}</div>;
  return <EstimateCard estimate={estimate} scenario={answered.scenario} />;
}

/** The question has no answer on this drawing: the sentence says why. */
function Refusal({ sentence }: { readonly sentence: string }): ReactElement {
  const hasFabrics = useDesignStore((state) => Object.keys(state.edit.design.links).length > 0);
  return (
    <div className="simulate__empty" role="alert" data-testid="simulate-refusal">
      <EmptyState
        icon={hasFabrics ? <TriangleAlert size={22} aria-hidden /> : <Waypoints size={22} aria-hidden />}
        title={hasFabrics ? 'This cannot be simulated' : 'No fabric to run on'}
      >
        {sentence}
        {hasFabrics ? null : (
          <span className="simulate__ways">
            <Button onClick={() => setView('topology')}>Draw links on the canvas</Button>
          </span>
        )}
      </EmptyState>
    </div>
  );
}

function Failure({ details }: { readonly details: string }): ReactElement {
  return (
    <div className="simulate__empty" role="alert">
      <EmptyState icon={<TriangleAlert size={22} aria-hidden />} title="Something broke while this was computed">
        The design is untouched. {details.split('\n')[0]}
        <span className="simulate__ways">
          <Button onClick={() => void navigator.clipboard.writeText(details)}>Copy details</Button>
        </span>
      </EmptyState>
    </div>
  );
}
