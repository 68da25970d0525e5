/** Columns of a set of racks: the same for rack groups, rows and rooms. */
import type { FacilitySum, RackSupply } from '#core/analysis/facility-report.ts';
import type { ReactElement } from 'react';
import { Figure } from '../../ui/figure.tsx';
import { formatNumber, formatHeat, formatPower, formatWeight } from '../../ui/format.ts';
import type { TableColumn } from '../../ui/table.tsx';
import { formatFlow } from '../physical/facility-facts.tsx';

/** `total` = the sum below the rows; null = none. Columns in which the whole site has nothing are left out. */
export function createSumColumns<R extends FacilitySum>(
  site: FacilitySum,
  total: FacilitySum | null,
): TableColumn<R>[] {
  const hidden = listEmptyColumns(site);
  const columns: TableColumn<R>[] = [
    number(
      'racks',
      'Racks',
      '66px',
      (sum) => formatNumber(sum.rackCount),
      (sum) => sum.rackCount,
      total,
    ),
    number(
      'typical',
      'Typical',
      '104px',
      (sum) => <Figure sum={sum.typicalW} format={formatPower} />,
      (sum) => sum.typicalW.value,
      total,
    ),
    number(
      'max',
      'Maximum',
      '104px',
      (sum) => <Figure sum={sum.maxW} format={formatPower} />,
      (sum) => sum.maxW.value,
      total,
    ),
    number(
      'densest',
      'Densest rack',
      '104px',
      (sum) => formatPower(sum.densestRackW),
      (sum) => sum.densestRackW,
      total,
    ),
    number(
      'air',
      'Heat to air',
      '92px',
      (sum) => formatHeatCell(sum.heat.airW),
      (sum) => sum.heat.airW,
      total,
    ),
    number(
      'liquid',
      'To liquid',
      '88px',
      (sum) => formatHeatCell(sum.heat.liquidW),
      (sum) => sum.heat.liquidW,
      total,
    ),
    number(
      'open',
      'To either',
      '88px',
      (sum) => formatHeatCell(sum.heat.openW),
      (sum) => sum.heat.openW,
      total,
    ),
    number(
      'airflow',
      'Air, m³/h',
      site.heat.openW === 0 ? '96px' : '132px',
      (sum) => formatFlow(sum.airflowM3PerHour, ''),
      (sum) => sum.airflowM3PerHour.most,
      total,
    ),
    number(
      'coolant',
      'Coolant, L/min',
      '116px',
      (sum) => formatFlow(sum.coolantLpm, ''),
      (sum) => sum.coolantLpm.most,
      total,
    ),
    number(
      'weight',
      'Weight',
      '100px',
      (sum) => <Figure sum={sum.weightKg} format={formatWeight} />,
      (sum) => sum.weightKg.value,
      total,
    ),
    {
      key: 'supply',
      title: 'Supply',
      width: 'minmax(150px, 1fr)',
      sortValue: (sum) => sum.darkRackCount * 1e6 + sum.overloadedRackCount,
      render: (sum) => <SupplyCounts sum={sum} />,
    },
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

function number<R extends FacilitySum>(
  key: string,
  title: string,
  width: string,
  render: (sum: FacilitySum) => ReactElement | string,
  sortValue: (sum: FacilitySum) => number,
  total: FacilitySum | null,
): TableColumn<R> {
  return { key, title, width, isNumber: true, render, sortValue, ...(total ? { total: render(total) } : {}) };
}

/** No heat is no figure to look at. */
export function formatHeatCell(watts: number): string {
  return watts === 0 ? '\u2013' : formatHeat(watts);
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
