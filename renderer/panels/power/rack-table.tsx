/** Every rack with its figures and what feeds it. */
import { type ReactElement, useMemo } from 'react';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { SumField } from '#core/analysis/explain/metric-fields.ts';
import { RACK_SUPPLIES, type FacilityReport, type RackSupply } from '#core/analysis/facility-report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { formatRackName } from '#core/netlist/names.ts';
import { requestFocus, select, useViewStore } from '../../store/view-store.ts';
import { formatAtLeast, formatNumber, formatPower, formatWeight } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained, ExplainedSum } from '../explained.tsx';
import { formatHeatCell, listEmptyColumns, SupplyBadge } from './sum-columns.tsx';

interface RackRow {
  readonly rackId: string;
  readonly member: number;
  /** Number over all groups. */
  readonly rack: number;
  readonly name: string;
}

const SUPPLY_WORDS: Readonly<Record<RackSupply, string>> = {
  'no-pdus': 'no PDUs',
  'not-known': 'not known',
  fed: 'fed',
  overloaded: 'overloaded',
  dark: 'dark',
};

/** The worst first when sorted by supply. */
const SUPPLY_ORDER: readonly RackSupply[] = ['dark', 'overloaded', 'not-known', 'no-pdus', 'fed'];

function sourceOf(field: SumField, { rackId, member }: RackRow): MetricId {
  return `sum/${field}/rack/${member}/${rackId}`;
}

function createHeadColumns(supplyOf: (row: RackRow) => RackSupply): TableColumn<RackRow>[] {
  return [
    {
      key: 'rack',
      title: 'Rack',
      width: 'minmax(130px, 1.6fr)',
      sortValue: ({ name }) => name,
      render: ({ name }) => name,
      fullText: ({ name }) => name,
    },
    {
      key: 'supply',
      title: 'Supply',
      width: '112px',
      sortValue: (row) => SUPPLY_ORDER.indexOf(supplyOf(row)),
      render: (row) => <SupplyBadge supply={supplyOf(row)} text={SUPPLY_WORDS[supplyOf(row)]} />,
    },
  ];
}

/** Columns in which the whole site has nothing are left out. */
function createColumns({ racks, site }: FacilityReport): TableColumn<RackRow>[] {
  const at = (values: { readonly [index: number]: number }, { rack }: RackRow): number => values[rack] ?? 0;
  const supplyOf = (row: RackRow): RackSupply => RACK_SUPPLIES[at(racks.supply, row)] ?? 'not-known';
  const sum = (figure: 'typicalW' | 'maxW' | 'weightKg', row: RackRow) => ({
    value: at(racks[figure].value, row),
    unknownCount: at(racks[figure].unknown, row),
    unknownParts: [],
  });
  const unknownOf = (row: RackRow): number => at(racks.maxW.unknown, row);
  const figure = (
    field: SumField,
    title: string,
    width: string,
    read: (row: RackRow) => number,
    format: (value: number, unknownCount: number) => string,
    key: string = field,
  ): TableColumn<RackRow> => ({
    key,
    title,
    width,
    isNumber: true,
    sortValue: read,
    render: (row) => (
      <Explained
        source={sourceOf(field, row)}
        figure={`${title} of ${row.name}`}
        text={format(read(row), unknownOf(row))}
        isInRow
      />
    ),
  });
  const partial = (
    field: SumField,
    title: string,
    width: string,
    key: 'typicalW' | 'maxW' | 'weightKg',
    format: (value: number) => string,
  ): TableColumn<RackRow> => ({
    ...figure(field, title, width, (row) => at(racks[key].value, row), format),
    render: (row) => (
      <ExplainedSum
        source={sourceOf(field, row)}
        figure={`${title} of ${row.name}`}
        sum={sum(key, row)}
        format={format}
        isInRow
      />
    ),
  });
  const hidden = listEmptyColumns(site);
  const columns: TableColumn<RackRow>[] = [
    ...createHeadColumns(supplyOf),
    partial('typical', 'Typical', '92px', 'typicalW', formatPower),
    partial('max', 'Maximum', '92px', 'maxW', formatPower),
    figure('air', 'Heat to air', '92px', (row) => at(racks.heat.airW, row), formatHeatCell),
    figure('liquid', 'To liquid', '88px', (row) => at(racks.heat.liquidW, row), formatHeatCell),
    figure('open', 'To either', '88px', (row) => at(racks.heat.openW, row), formatHeatCell),
    figure('airflow', 'Air, m³/h', '88px', (row) => at(racks.airflowM3PerHour, row), formatFlowCell),
    figure('airflow', 'CFM', '76px', (row) => at(racks.airflowCfm, row), formatFlowCell, 'cfm'),
    figure(
      'coolant',
      'Coolant, L/min',
      '108px',
      (row) => at(racks.coolantLpm, row),
      (lpm, unknownCount) => (lpm === 0 ? '0' : formatAtLeast(formatNumber(lpm, 1), unknownCount)),
    ),
    figure(
      'units',
      'Units',
      '64px',
      (row) => at(racks.usedUnits, row),
      (units) => `${formatNumber(units)} U`,
    ),
    partial('weight', 'Weight', '96px', 'weightKg', formatWeight),
  ];
  return columns.filter(({ key }) => !hidden.has(key));
}

function formatFlowCell(flow: number, unknownCount: number): string {
  return formatAtLeast(formatNumber(flow), unknownCount);
}

/** Groups stand in the order of their racks' numbers. */
function listRacks({ rackGroups }: FacilityReport): RackRow[] {
  const rows: RackRow[] = [];
  for (const { rackId, name, rackCount } of rackGroups) {
    for (let member = 0; member < rackCount; member += 1) {
      rows.push({ rackId, member, rack: rows.length, name: formatRackName(name, member, rackCount) });
    }
  }
  return rows;
}

function toRef({ rackId, member }: RackRow): ObjectRef {
  return { kind: 'rack', id: rackId, member };
}

export function RackTable({ facility }: { readonly facility: FacilityReport }): ReactElement {
  const selection = useViewStore((state) => state.selection);
  const rows = useMemo(() => listRacks(facility), [facility]);
  const columns = useMemo(() => createColumns(facility), [facility]);
  const isSelected = ({ rackId, member }: RackRow): boolean =>
    selection.some((ref) => ref.kind === 'rack' && ref.id === rackId && (ref.member ?? member) === member);
  return (
    <Table
      label="Power of every rack"
      rows={rows}
      columns={columns}
      rowKey={({ rack }) => String(rack)}
      isSelected={isSelected}
      onPick={(row) => select([toRef(row)])}
      onOpen={(row) => requestFocus(toRef(row))}
      testId="power-racks"
    />
  );
}
