/** Power and heat: feeds and what their loss takes along, figures of the site, and tables by device, rack, row, room and PDU. */
import { Zap } from 'lucide-react';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { FacilityReport } from '#core/analysis/facility-report.ts';
import type { PowerReport } from '#core/analysis/report.ts';
import { useDesignStore } from '../store/design-store.ts';
import { type PowerTab, setPowerTab, usePowerTab } from '../store/power-tab.ts';
import { useReportStore } from '../store/report-store.ts';
import { requestFocus, select, useViewStore } from '../store/view-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import { formatNumber } from '../ui/format.ts';
import { TabPanel, Tabs, type TabItem } from '../ui/tabs.tsx';
import { AirflowTable } from './power/airflow-table.tsx';
import { createDeviceColumns } from './power/device-columns.tsx';
import { FeedStrip } from './power/feed-strip.tsx';
import { GroupTable } from './power/group-table.tsx';
import { PduTable } from './power/pdu-table.tsx';
import { type Place, PlaceTable } from './power/place-table.tsx';
import { PlantTables } from './power/plant-tables.tsx';
import { PowerTiles } from './power/power-tiles.tsx';
import { RackTable } from './power/rack-table.tsx';
import { SiteRates } from './power/site-rates.tsx';
import { SupplyBanner } from './power/supply-banner.tsx';
import './power-view.css';
import './view-bar.css';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { explainTally } from '#core/analysis/explain/explain-tally.ts';
import { leadFromFigure } from '../store/use-explain-trigger.ts';

export function PowerView(): ReactElement {
  const power = useReportStore((state) => state.report?.power);
  const facility = useReportStore((state) => state.report?.facility);
  const isStale = useReportStore((state) => state.isFirstStale);
  const feeds = useDesignStore((state) => state.edit.design.feeds);
  const nameOf = useCallback((feedId: string): string => feeds?.[feedId]?.name ?? feedId, [feeds]);
  if (!power || !facility || power.devices.length === 0) {
    return (
      <EmptyState icon={<Zap size={22} aria-hidden />} title="No power drawn yet">
        Power and heat of every device, rack, row and feed appear here.
      </EmptyState>
    );
  }
  return (
    <div className="view power" data-stale={isStale || undefined} data-testid="power-view">
      <FeedStrip facility={facility} />
      <SupplyBanner facility={facility} nameOf={nameOf} />
      <PowerTiles facility={facility} />
      <SiteRates currency={facility.energy.currency} />
      <PowerTables power={power} facility={facility} nameOf={nameOf} />
    </div>
  );
}

interface PowerTablesProps {
  readonly power: PowerReport;
  readonly facility: FacilityReport;
  readonly nameOf: (feedId: string) => string;
}

function PowerTables({ power, facility, nameOf }: PowerTablesProps): ReactElement {
  const tab = usePowerTab();
  const items = useMemo(() => listTabs(power, facility), [power, facility]);
  const open = items.some(({ value }) => value === tab) ? tab : 'devices';
  return (
    <Tabs label="Power tables" value={open} items={items} onChange={setPowerTab} className="power-tables">
      <TabPanel value={open} className="power-tables__panel">
        <OpenTable tab={open} power={power} facility={facility} nameOf={nameOf} />
      </TabPanel>
    </Tabs>
  );
}

/** Tables without rows have no tab; devices always have, and cooling says how to draw some. */
function listTabs({ devices }: PowerReport, facility: FacilityReport): TabItem<PowerTab>[] {
  const { rackGroups, racks, rows, rooms, pdus, zones, cdus, publishedAirflow } = facility;
  const rackCount = racks.supply.length;
  const all: [PowerTab, string, number][] = [
    ['devices', 'Devices', devices.length],
    ['groups', 'Rack groups', rackGroups.length],
    ['racks', 'Racks', rackCount],
    ['rows', 'Rows', rows.length],
    ['rooms', 'Rooms', rooms.length],
    ['pdus', 'PDUs', pdus.length],
    ['cooling', 'Cooling', zones.length + cdus.length],
    ['airflow', 'Airflow', publishedAirflow.length],
  ];
  return all
    .filter(([value, , count]) => count > 0 || (value === 'cooling' && rackCount > 0))
    .map(([value, label, count]) => ({
      value,
      label,
      count: formatNumber(count),
      attributes: leadFromFigure(() => explainTab(label, count), label),
    }));
}

/** How many rows its table has. */
function explainTab(label: string, count: number): Explanation {
  return explainTally({
    title: `Power of ${label.toLowerCase()}`,
    unit: 'rows',
    terms: [{ name: TAB_ROWS[label] ?? label, count }],
    caveats: ['A table without rows has no tab.'],
  });
}

/** What a row stands for. */
const TAB_ROWS: Readonly<Record<string, string>> = {
  Devices: 'device groups that draw power',
  'Rack groups': 'groups of racks',
  Racks: 'racks, one by one',
  Rows: 'rows of the floor',
  Rooms: 'rooms of the floor',
  PDUs: 'kinds of PDU, each in its rack group and on its feed',
  Cooling: 'cooling zones and groups of coolant units',
  Airflow: 'systems whose maker states an airflow',
};

function OpenTable({ tab, power, facility, nameOf }: PowerTablesProps & { readonly tab: PowerTab }): ReactElement {
  switch (tab) {
    case 'groups':
      return <GroupTable facility={facility} loads={power.racks} />;
    case 'racks':
      return <RackTable facility={facility} />;
    case 'rows':
      return <PlaceTable label="Power by row" title="Row" places={listRows(facility)} site={facility.site} />;
    case 'rooms':
      return <PlaceTable label="Power by room" title="Room" places={listRooms(facility)} site={facility.site} />;
    case 'pdus':
      return <PduTable pdus={facility.pdus} nameOf={nameOf} />;
    case 'cooling':
      return <PlantTables facility={facility} />;
    case 'airflow':
      return <AirflowTable rows={facility.publishedAirflow} />;
    case 'devices':
      return <DeviceTable power={power} />;
  }
}

function listRows({ rows, rooms, offFloor }: FacilityReport): Place[] {
  const nameOfRoom = new Map(rooms.map(({ roomId, name }) => [roomId, name]));
  return [
    ...rows.map((row): Place => {
      const room = rooms.length > 1 ? `${nameOfRoom.get(row.roomId) ?? ''}, ` : '';
      return { ...row, id: row.rowId, name: `${room}${row.name}`, kind: 'row' };
    }),
    ...listOffFloor(offFloor),
  ];
}

function listRooms({ rooms, offFloor }: FacilityReport): Place[] {
  return [...rooms.map((room): Place => ({ ...room, id: room.roomId, kind: 'room' })), ...listOffFloor(offFloor)];
}

function listOffFloor(offFloor: FacilityReport['offFloor']): Place[] {
  return offFloor.rackCount === 0 ? [] : [{ ...offFloor, id: '', name: 'Not on the floor', kind: null }];
}

function DeviceTable({ power }: { readonly power: PowerReport }): ReactElement {
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => createDeviceColumns(power), [power]);
  return (
    <Table
      label="Power by device"
      rows={power.devices}
      columns={columns}
      rowKey={(line) => line.deviceId}
      isSelected={(line) => selection.some((ref) => ref.kind === 'device' && ref.id === line.deviceId)}
      onPick={(line) => select([{ kind: 'device', id: line.deviceId }])}
      onOpen={(line) => requestFocus({ kind: 'device', id: line.deviceId })}
      testId="power-table"
    />
  );
}
