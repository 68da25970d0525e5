/** What carries the heat away: cooling zones and coolant units against the racks they serve. */
import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { CduFigures, CoolingZoneFigures, FacilityReport } from '#core/analysis/facility-report.ts';
import { addCoolantUnits, addCoolingZone } from '../../store/add-facility.ts';
import { select } from '../../store/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatNumber, formatPower } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { formatFlow } from '../physical/facility-facts.tsx';
import { formatHeatCell } from './sum-columns.tsx';

interface Plant {
  readonly name: string;
  readonly rackCount: number;
  readonly isOverloaded: boolean | null;
}

function createPlantColumns<R extends Plant>(
  title: string,
  sourceOfRacks: (row: R) => MetricId,
): { head: TableColumn<R>[]; state: TableColumn<R> } {
  return {
    head: [
      {
        key: 'name',
        title,
        width: 'minmax(110px, 1.4fr)',
        sortValue: (row) => row.name,
        render: (row) => row.name,
        fullText: (row) => row.name,
      },
      {
        key: 'racks',
        title: 'Racks',
        width: '66px',
        isNumber: true,
        sortValue: (row) => row.rackCount,
        render: (row) => (
          <Explained source={sourceOfRacks(row)} figure="Racks" text={formatNumber(row.rackCount)} isInRow />
        ),
      },
    ],
    state: {
      key: 'state',
      title: 'State',
      width: '110px',
      sortValue: (row) => (row.isOverloaded === true ? 0 : row.isOverloaded === null ? 1 : 2),
      render: (row) => describeState(row.isOverloaded),
    },
  };
}

function describeState(isOverloaded: boolean | null): ReactElement | string {
  if (isOverloaded === null) return 'not checked';
  return isOverloaded ? <span className="view__over">overloaded</span> : 'enough';
}

function figure<R>(
  key: string,
  title: string,
  width: string,
  sortValue: (row: R) => number | null,
  render: (row: R) => string,
  sourceOf?: (row: R) => MetricId,
): TableColumn<R> {
  const explain = (row: R): ReactElement | string =>
    sourceOf ? <Explained source={sourceOf(row)} figure={title} text={render(row)} isInRow /> : render(row);
  return { key, title, width, isNumber: true, sortValue, render: explain };
}

const zone = createPlantColumns<CoolingZoneFigures>('Cooling zone', (row) => `zone/racks/${row.zoneId}`);

const ZONE_COLUMNS: readonly TableColumn<CoolingZoneFigures>[] = [
  ...zone.head,
  figure(
    'air',
    'Heat to air',
    '96px',
    (row) => row.heat.airW,
    (row) => formatHeatCell(row.heat.airW, row.unknownCount),
    (row) => `zone/air/${row.zoneId}`,
  ),
  figure(
    'open',
    'To either',
    '88px',
    (row) => row.heat.openW,
    (row) => formatHeatCell(row.heat.openW, row.unknownCount),
    (row) => `zone/open/${row.zoneId}`,
  ),
  figure(
    'capacity',
    'Capacity',
    '96px',
    (row) => row.capacityW,
    (row) => formatPower(row.capacityW),
    (row) => `zone/capacity/${row.zoneId}`,
  ),
  figure(
    'flow',
    'Air, m³/h',
    '132px',
    (row) => row.airflowM3PerHour.most,
    (row) => formatFlow(row.airflowM3PerHour, row.unknownCount),
    (row) => `zone/airflow/${row.zoneId}`,
  ),
  figure(
    'cfm',
    'CFM',
    '120px',
    (row) => row.airflowCfm.most,
    (row) => formatFlow(row.airflowCfm, row.unknownCount),
    (row) => `zone/airflow/${row.zoneId}`,
  ),
  zone.state,
];

const cdu = createPlantColumns<CduFigures>('Coolant units', (row) => `cdu/racks/${row.cduId}`);

const CDU_COLUMNS: readonly TableColumn<CduFigures>[] = [
  ...cdu.head,
  {
    key: 'model',
    title: 'Part',
    width: 'minmax(110px, 1fr)',
    sortValue: (row) => row.model,
    render: (row) => row.model,
    fullText: (row) => row.model,
  },
  figure(
    'count',
    'Units',
    '108px',
    (row) => row.count,
    (row) => `${row.count}, ${row.standbyCount} standby`,
  ),
  figure(
    'needed',
    'Needed',
    '70px',
    (row) => row.neededCount,
    (row) => (row.neededCount === null ? 'unknown' : formatNumber(row.neededCount)),
    (row) => `cdu/needed/${row.cduId}`,
  ),
  figure(
    'liquid',
    'Heat to liquid',
    '104px',
    (row) => row.heat.liquidW,
    (row) => formatHeatCell(row.heat.liquidW, row.unknownCount),
    (row) => `cdu/liquid/${row.cduId}`,
  ),
  figure(
    'open',
    'To either',
    '88px',
    (row) => row.heat.openW,
    (row) => formatHeatCell(row.heat.openW, row.unknownCount),
    (row) => `cdu/open/${row.cduId}`,
  ),
  figure(
    'capacity',
    'Capacity',
    '92px',
    (row) => row.capacityW,
    (row) => formatPower(row.capacityW),
    (row) => `cdu/capacity/${row.cduId}`,
  ),
  figure(
    'flow',
    'Flow, L/min',
    '116px',
    (row) => row.coolantLpm.most,
    (row) => formatFlow(row.coolantLpm, row.unknownCount),
    (row) => `cdu/coolant/${row.cduId}`,
  ),
  figure(
    'pumps',
    'Pumps, L/min',
    '104px',
    (row) => row.capacityLpm,
    (row) => (row.capacityLpm === null ? 'unknown' : formatNumber(row.capacityLpm)),
    (row) => `cdu/pumps/${row.cduId}`,
  ),
  figure(
    'own',
    'Own power',
    '88px',
    (row) => row.ownPowerW,
    (row) => formatPower(row.ownPowerW),
    (row) => `cdu/own/${row.cduId}`,
  ),
  cdu.state,
];

export function PlantTables({ facility }: { readonly facility: FacilityReport }): ReactElement {
  const { zones, cdus, withoutCdu } = facility;
  if (zones.length + cdus.length === 0) {
    return (
      <div className="power-empty">
        <p>No cooling zones and no coolant units are drawn: nobody can tell whether the heat is carried away.</p>
        <div className="power-empty__buttons">
          <Button onClick={addCoolingZone}>
            <Plus size={14} aria-hidden /> Add a cooling zone
          </Button>
          <Button onClick={() => addCoolantUnits()}>
            <Plus size={14} aria-hidden /> Add coolant units
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="power-plants">
      {zones.length > 0 ? (
        <Table
          label="Cooling zones"
          rows={zones}
          columns={ZONE_COLUMNS}
          rowKey={(row) => row.zoneId}
          onPick={(row) => select([{ kind: 'zone', id: row.zoneId }])}
        />
      ) : null}
      {cdus.length > 0 ? (
        <Table
          label="Coolant units"
          rows={cdus}
          columns={CDU_COLUMNS}
          rowKey={(row) => row.cduId}
          onPick={(row) => select([{ kind: 'cdu', id: row.cduId }])}
        />
      ) : null}
      {withoutCdu.rackCount > 0 ? (
        <p className="power-empty">
          {formatCount(withoutCdu.rackCount, 'rack')} with liquid-cooled devices stand in no row that coolant units
          serve.
        </p>
      ) : null}
    </div>
  );
}
