/** Rack groups with the sums over their racks, the fullest of them against its limit. */
import { type ReactElement, useMemo } from 'react';
import type { FacilityReport, RackGroupFigures } from '#core/analysis/facility-report.ts';
import type { RackPower } from '#core/analysis/report.ts';
import { requestFocus, select, useViewStore } from '../../store/view-store.ts';
import { formatPower } from '../../ui/format.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { Explained } from '../explained.tsx';
import { createSumColumns } from './sum-columns.tsx';

function createColumns(facility: FacilityReport, loads: readonly RackPower[]): TableColumn<RackGroupFigures>[] {
  const loadOf = new Map(loads.map((load) => [load.rackId, load]));
  const [racks, ...others] = createSumColumns<RackGroupFigures>({
    site: facility.site,
    total: facility.site,
    placeOf: ({ rackId }) => `group/${rackId}`,
  });
  return [
    {
      key: 'rack',
      title: 'Rack group',
      width: 'minmax(120px, 1.6fr)',
      sortValue: ({ name }) => name,
      render: ({ name }) => name,
      fullText: ({ name }) => name,
      total: 'Site',
    },
    ...(racks ? [racks] : []),
    {
      key: 'units',
      title: 'Units, fullest',
      width: '104px',
      isNumber: true,
      sortValue: ({ rackId }) => loadOf.get(rackId)?.usedUnitsMax ?? null,
      render: ({ rackId }) => {
        const load = loadOf.get(rackId);
        if (!load) return '';
        return (
          <Explained
            source={`sum/fullest/group/${rackId}`}
            figure="Units taken in the fullest rack"
            text={`${load.usedUnitsMax} / ${load.heightUnits} U`}
            isInRow
          />
        );
      },
    },
    {
      key: 'limit',
      title: 'Limit a rack',
      width: '96px',
      isNumber: true,
      sortValue: ({ rackId }) => loadOf.get(rackId)?.powerLimitW ?? null,
      render: ({ rackId, densestRackW }) => {
        const limit = loadOf.get(rackId)?.powerLimitW ?? null;
        if (limit === null) return 'not set';
        return <span className={densestRackW > limit ? 'view__over' : ''}>{formatPower(limit)}</span>;
      },
    },
    ...others,
  ];
}

interface GroupTableProps {
  readonly facility: FacilityReport;
  readonly loads: readonly RackPower[];
}

export function GroupTable({ facility, loads }: GroupTableProps): ReactElement {
  const selection = useViewStore((state) => state.selection);
  const columns = useMemo(() => createColumns(facility, loads), [facility, loads]);
  return (
    <Table
      label="Power by rack group"
      rows={facility.rackGroups}
      columns={columns}
      rowKey={({ rackId }) => rackId}
      isSelected={({ rackId }) => selection.some((ref) => ref.kind === 'rack' && ref.id === rackId)}
      onPick={({ rackId }) => select([{ kind: 'rack', id: rackId }])}
      onOpen={({ rackId }) => requestFocus({ kind: 'rack', id: rackId })}
      testId="power-groups"
    />
  );
}
