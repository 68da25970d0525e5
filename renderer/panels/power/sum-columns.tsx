/** Columns of a set of racks: the same for rack groups, rows and rooms. */
import type { FacilitySum, RackSupply } from '#core/analysis/facility-report.ts';
import type { ReactElement } from 'react';
import type { SumField } from '#core/analysis/explain/metric-fields.ts';
import {
  formatAtLeast,
  formatHeat,
  formatNumber,
  formatPartial,
  formatPower,
  formatWeight,
  type PartialFigure,
} from '../../ui/format.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { formatFlow } from '../physical/facility-facts.tsx';

/** Of what the columns of a table tell. */
interface SumTable<R> {
  readonly site: FacilitySum;
  /** The sum below the rows; null = none. */
  readonly total: FacilitySum | null;
  /** What a row is, as derivations name it. */
  readonly placeOf: (row: R) => SumPlace;
}

export type SumPlace = `${'group' | 'row' | 'room'}/${string}` | 'off-floor';

/** Columns in which the whole site has nothing are left out. */
export function createSumColumns<R extends FacilitySum>(table: SumTable<R>): TableColumn<R>[] {
  const hidden = listEmptyColumns(table.site);
  const airWidth = table.site.heat.openW === 0 ? '96px' : '132px';
  const plain = createColumnsOf(table, null);
  // What follows from the maximum: a lower bound where that is one.
  const bounded = createColumnsOf(table, ({ maxW }) => maxW);
  const partial = (
    field: SumField,
    title: string,
    width: string,
    sumOf: (sum: FacilitySum) => PartialFigure,
    format: (value: number) => string,
  ): TableColumn<R> =>
    createColumnsOf(table, sumOf)(
      field,
      title,
      width,
      (sum) => sumOf(sum).value,
      (sum) => formatPartial(sumOf(sum), format),
    );
  const columns: TableColumn<R>[] = [
    plain(
      'racks',
      'Racks',
      '66px',
      ({ rackCount }) => rackCount,
      ({ rackCount }) => formatNumber(rackCount),
    ),
    partial('typical', 'Typical', '104px', ({ typicalW }) => typicalW, formatPower),
    partial('max', 'Maximum', '104px', ({ maxW }) => maxW, formatPower),
    bounded(
      'densest',
      'Densest rack',
      '104px',
      (sum) => sum.densestRackW,
      (sum) => formatAtLeast(formatPower(sum.densestRackW), sum.maxW.unknownCount),
    ),
    bounded(
      'air',
      'Heat to air',
      '92px',
      ({ heat }) => heat.airW,
      ({ heat, maxW }) => formatHeatCell(heat.airW, maxW.unknownCount),
    ),
    bounded(
      'liquid',
      'To liquid',
      '88px',
      ({ heat }) => heat.liquidW,
      ({ heat, maxW }) => formatHeatCell(heat.liquidW, maxW.unknownCount),
    ),
    bounded(
      'open',
      'To either',
      '88px',
      ({ heat }) => heat.openW,
      ({ heat, maxW }) => formatHeatCell(heat.openW, maxW.unknownCount),
    ),
    bounded(
      'airflow',
      'Air, m³/h',
      airWidth,
      (sum) => sum.airflowM3PerHour.most,
      (sum) => formatFlow(sum.airflowM3PerHour, sum.maxW.unknownCount),
    ),
    bounded(
      'coolant',
      'Coolant, L/min',
      '116px',
      (sum) => sum.coolantLpm.most,
      (sum) => formatFlow(sum.coolantLpm, sum.maxW.unknownCount),
    ),
    partial('weight', 'Weight', '100px', ({ weightKg }) => weightKg, formatWeight),
    createSupplyColumn(),
  ];
  return columns.filter(({ key }) => !hidden.has(key));
}

/** Keys of the columns that would hold nothing on this site. */
export function listEmptyColumns({ heat, coolantLpm }: FacilitySum): Set<string> {
  return new Set([
    ...(heat.liquidW === 0 ? ['liquid'] : []),
    ...(heat.openW === 0 ? ['open'] : []),
    ...(coolantLpm.most === 0 ? ['coolant'] : []),
  ]);
}

function createSupplyColumn<R extends FacilitySum>(): TableColumn<R> {
  return {
    key: 'supply',
    title: 'Supply',
    width: 'minmax(150px, 1fr)',
    sortValue: (sum) => sum.darkRackCount * 1e6 + sum.overloadedRackCount,
    render: (sum) => <SupplyCounts sum={sum} />,
  };
}

interface SumColumn {
  readonly field: SumField;
  readonly title: string;
  readonly width: string;
  readonly sortValue: (sum: FacilitySum) => number;
  readonly format: (sum: FacilitySum) => string;
  /** null = whole, whatever is missing. */
  readonly sumOf: ((sum: FacilitySum) => PartialFigure) | null;
}

/** Makes columns whose figures lack what `sumOf` lacks. */
function createColumnsOf<R extends FacilitySum>(table: SumTable<R>, sumOf: SumColumn['sumOf']) {
  return (
    field: SumField,
    title: string,
    width: string,
    sortValue: SumColumn['sortValue'],
    format: SumColumn['format'],
  ): TableColumn<R> => createColumn(table, { field, title, width, sortValue, format, sumOf });
}

function createColumn<R extends FacilitySum>({ total, placeOf }: SumTable<R>, column: SumColumn): TableColumn<R> {
  const { field, title, width, sortValue, format, sumOf } = column;
  const explain = (sum: FacilitySum, place: SumPlace | 'site', isInRow: boolean): ReactElement => (
    <Explained
      source={`sum/${field}/${place}`}
      figure={title}
      text={format(sum)}
      isPartial={(sumOf?.(sum).unknownCount ?? 0) > 0}
      isInRow={isInRow}
    />
  );
  return {
    key: field,
    title,
    width,
    isNumber: true,
    sortValue,
    render: (row) => explain(row, placeOf(row), true),
    ...(total ? { total: explain(total, 'site', false) } : {}),
  };
}

/** No heat is no figure to look at. */
export function formatHeatCell(watts: number, unknownCount: number): string {
  return watts === 0 ? '\u2013' : formatAtLeast(formatHeat(watts), unknownCount);
}

function SupplyCounts({ sum }: { readonly sum: FacilitySum }): ReactElement | null {
  if (sum.darkRackCount + sum.overloadedRackCount === 0) return null;
  return (
    <>
      {sum.darkRackCount > 0 ? <SupplyBadge supply="dark" text={`${formatNumber(sum.darkRackCount)} dark`} /> : null}
      {sum.overloadedRackCount > 0 ? (
        <SupplyBadge supply="overloaded" text={`${formatNumber(sum.overloadedRackCount)} overloaded`} />
      ) : null}
    </>
  );
}

/** A word on a ground of its colour: never colour alone. */
export function SupplyBadge({ supply, text }: { readonly supply: RackSupply; readonly text: string }): ReactElement {
  return (
    <span className="power-badge" data-supply={supply}>
      {text}
    </span>
  );
}
