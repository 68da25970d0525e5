/** The rail grid: which leaf every rail of every GPU server reaches, wrong cells marked, and only those on demand. */
import { CircleCheck, Grid3x3, TriangleAlert } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { explainGrid, explainGridSize } from '#core/analysis/explain/explain-rail-grid.ts';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import { chooseWrong } from '../../store/rail-moves.ts';
import { selectGrid, setRails, useRailsStore, watchRails } from '../../store/rails-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatNumber, formatCount } from '../../ui/format.ts';
import { Select } from '../../ui/select.tsx';
import { Explained } from '../explained.tsx';
import { RailDetails } from './rail-details.tsx';
import { RailTable } from './rail-table.tsx';
import { describeGrid, describeWrongs } from './rail-words.ts';
import './rails.css';

export function RailsView(): ReactElement {
  const grids = useRailsStore((state) => state.grids);
  const failure = useRailsStore((state) => state.failure);
  const grid = useRailsStore(selectGrid);
  const isStale = useReportStore((state) => state.isStale);
  useEffect(() => watchRails(), []);
  if (grid === null) return <NoGrid isWaiting={grids === null} failure={failure} />;
  return (
    <div className="rails" data-testid="rails-view" data-stale={isStale || undefined} aria-busy={isStale}>
      <RailTools grid={grid} grids={grids ?? []} />
      {failure === null ? null : (
        <p className="rails__failure" role="alert">
          The rails could not be read again; the design is untouched. {failure}
        </p>
      )}
      <RailTable key={grid.fabricId} grid={grid} />
      <RailDetails grid={grid} />
    </div>
  );
}

function NoGrid({
  isWaiting,
  failure,
}: {
  readonly isWaiting: boolean;
  readonly failure: string | null;
}): ReactElement {
  const icon = <Grid3x3 size={22} aria-hidden />;
  if (failure !== null) {
    return (
      <EmptyState icon={icon} title="The rails could not be read">
        The design is untouched. {failure}
      </EmptyState>
    );
  }
  if (isWaiting) return <p className="rails__wait">{'Reading the rails \u2026'}</p>;
  return (
    <EmptyState icon={icon} title="No rails yet">
      Rails are the ports of GPU servers in a compute fabric, one by one. Connect servers of several GPUs to their
      leaves to see which leaf every port reaches.
    </EmptyState>
  );
}

interface RailToolsProps {
  readonly grid: RailGrid;
  readonly grids: readonly RailGrid[];
}

function RailTools({ grid, grids }: RailToolsProps): ReactElement {
  const onlyWrong = useRailsStore((state) => state.onlyWrong);
  const isRight = grid.wrongCells.length === 0;
  return (
    <div className="rails__tools">
      {grids.length < 2 ? null : (
        <Select
          value={grid.fabricId}
          label="Fabric"
          options={grids.map(({ fabricId, fabricName, wrongCells }) => ({
            value: fabricId,
            label: fabricName,
            note: wrongCells.length === 0 ? 'all correct' : `${formatNumber(wrongCells.length)} wrong`,
          }))}
          onChange={(fabricId) => setRails({ fabricId, cell: { row: 0, column: 0 } })}
        />
      )}
      <p className="rails__summary" role="status" data-wrong={!isRight || undefined} data-testid="rail-summary">
        {isRight ? <CircleCheck size={15} aria-hidden /> : <TriangleAlert size={15} aria-hidden />}
        <strong>
          <Explained source={() => explainGrid(grid)} figure="Rails" text={describeGrid(grid)} />
        </strong>
        <span>{describeWrongs(grid)}</span>
      </p>
      <span className="rails__size">
        <Explained
          source={() => explainGridSize(grid)}
          figure="Size of the grid"
          text={`${formatCount(grid.rowCount, 'server')} \u00d7 ${formatCount(grid.columnCount, 'rail')}`}
        />
      </span>
      <label className="rails__filter">
        <input
          type="checkbox"
          checked={onlyWrong && !isRight}
          disabled={isRight}
          onChange={(event) => setRails({ onlyWrong: event.target.checked })}
        />
        Only faults
      </label>
      <Button disabled={isRight} onClick={() => chooseWrong(1)} title="N in the grid; Shift+N for the one before">
        Next fault
      </Button>
    </div>
  );
}
