/** The views of the one design as tabs. The canvas stays alive behind the tables, so that it keeps its place. */
import type { ReactElement } from 'react';
import { TopologyCanvas } from '../canvas/topology-canvas.tsx';
import { BomView } from '../panels/bom/bom-view.tsx';
import { CablesView } from '../panels/cables-view.tsx';
import { FloorView } from '../panels/floor/floor-view.tsx';
import { PortsView } from '../panels/ports-view.tsx';
import { PowerView } from '../panels/power-view.tsx';
import { RacksView } from '../panels/racks/racks-view.tsx';
import { SimulateView } from '../panels/simulate/simulate-view.tsx';
import { type CentreView, setView, useViewStore } from '../store/view-store.ts';
import { TabPanel, Tabs, type TabItem } from '../ui/tabs.tsx';
import './centre-views.css';

const ITEMS: readonly TabItem<CentreView>[] = [
  { value: 'topology', label: 'Topology' },
  { value: 'racks', label: 'Racks' },
  { value: 'floor', label: 'Floor' },
  { value: 'cables', label: 'Cables' },
  { value: 'bom', label: 'BOM' },
  { value: 'ports', label: 'Ports' },
  { value: 'power', label: 'Power' },
  { value: 'simulate', label: 'Simulate' },
];

export function CentreViews(): ReactElement {
  const view = useViewStore((state) => state.view);
  return (
    <Tabs label="Views" value={view} items={ITEMS} onChange={setView} className="centre">
      <TabPanel value="topology" className="centre__panel" keepMounted>
        <TopologyCanvas />
      </TabPanel>
      <TabPanel value="racks" className="centre__panel">
        <RacksView />
      </TabPanel>
      <TabPanel value="floor" className="centre__panel">
        <FloorView />
      </TabPanel>
      <TabPanel value="cables" className="centre__panel">
        <CablesView />
      </TabPanel>
      <TabPanel value="bom" className="centre__panel">
        <BomView />
      </TabPanel>
      <TabPanel value="ports" className="centre__panel">
        <PortsView />
      </TabPanel>
      <TabPanel value="power" className="centre__panel">
        <PowerView />
      </TabPanel>
      <TabPanel value="simulate" className="centre__panel">
        <SimulateView />
      </TabPanel>
    </Tabs>
  );
}
