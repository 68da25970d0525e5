/** The cables: every single one, link by link, as seen from each switch, and what the whole of them asks of those who pull them. */
import { type ReactElement } from 'react';
import { type CablesTab, setCablesTab, useCablesTab } from '../store/cables-tab.ts';
import { TabPanel, Tabs, type TabItem } from '../ui/tabs.tsx';
import { PortMapsView } from './port-maps/port-maps-view.tsx';
import { DeployabilityView } from './schedule/deployability-view.tsx';
import { LinksTable } from './schedule/links-table.tsx';
import { ScheduleView } from './schedule/schedule-view.tsx';
import './cables-view.css';

const TABS: readonly TabItem<CablesTab>[] = [
  { value: 'schedule', label: 'Schedule' },
  { value: 'links', label: 'Links' },
  { value: 'port-maps', label: 'Port maps' },
  { value: 'deployability', label: 'Deployability' },
];

export function CablesView(): ReactElement {
  const tab = useCablesTab();
  return (
    <Tabs label="Cables" value={tab} items={TABS} onChange={setCablesTab} className="cables">
      <TabPanel value="schedule" className="cables__panel">
        <ScheduleView />
      </TabPanel>
      <TabPanel value="links" className="cables__panel">
        <LinksTable />
      </TabPanel>
      <TabPanel value="port-maps" className="cables__panel">
        <PortMapsView />
      </TabPanel>
      <TabPanel value="deployability" className="cables__panel">
        <DeployabilityView />
      </TabPanel>
    </Tabs>
  );
}
