/** Rows or rooms with the sums over their racks. */
import { type ReactElement, useMemo } from 'react';
import type { FacilitySum } from '#core/analysis/facility-report.ts';
import { select, useViewStore } from '../../store/view-store.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { createSumColumns } from './sum-columns.tsx';

export interface Place extends FacilitySum {
  readonly id: string;
  readonly name: string;
  /** What stands on no floor is no object to select. */
  readonly kind: 'row' | 'room' | null;
}

interface PlaceTableProps {
  readonly label: string;
  readonly title: string;
  readonly places: readonly Place[];
  readonly site: FacilitySum;
}

export function PlaceTable({ label, title, places, site }: PlaceTableProps): ReactElement {
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo<TableColumn<Place>[]>(
    () => [
      {
        key: 'name',
        title,
        width: 'minmax(120px, 1.6fr)',
        sortValue: ({ name }) => name,
        render: ({ name }) => name,
        fullText: ({ name }) => name,
      },
      ...createSumColumns<Place>({
        site,
        total: null,
        placeOf: ({ kind, id }) => (kind === null ? 'off-floor' : `${kind}/${id}`),
      }),
    ],
    [title, site],
  );
  return (
    <Table
      label={label}
      rows={places}
      columns={columns}
      rowKey={({ id }) => id}
      isSelected={({ kind, id }) => selection.some((ref) => ref.kind === kind && ref.id === id)}
      onPick={({ kind, id }) => (kind === null ? undefined : select([{ kind, id }]))}
    />
  );
}
