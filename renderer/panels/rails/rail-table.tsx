/**
 * Server by rail. Only the rows in sight are drawn, whatever their number. The grid is one tab stop: arrow keys walk its cells,
 * N goes to the next wrong one, Enter to the cable it stands for.
 */
import { type CSSProperties, type ReactElement, useId, useMemo, useRef } from 'react';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import { chooseCell, findServers } from '../../store/rail-moves.ts';
import { type RailCell, selectCell, selectRows, useRailsStore } from '../../store/rails-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { useRowWindow } from '../../ui/use-row-window.ts';
import { RailLine } from './rail-line.tsx';
import { RAIL_ROW_PX } from './rail-row-height.ts';
import { RailRuler } from './rail-ruler.tsx';
import { findPlace, useRailKeys } from './use-rail-keys.ts';

const OVERSCAN_ROWS = 6;
/** As the style sheet has it. */
const HEAD_PX = 28;

export function RailTable({ grid }: { readonly grid: RailGrid }): ReactElement {
  const gridId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const rows = useRailsStore(selectRows);
  const row = useRailsStore((state) => selectCell(state).row);
  const column = useRailsStore((state) => selectCell(state).column);
  const cell: RailCell = { row, column };
  const rowCount = rows?.length ?? grid.rowCount;
  const shown = useRowWindow(scrollRef, { rowCount, rowHeightPx: RAIL_ROW_PX, overscan: OVERSCAN_ROWS });
  const onKeyDown = useRailKeys({
    scrollRef,
    headPx: HEAD_PX,
    rowCount,
    columnCount: grid.columnCount,
    rows,
    cell,
  });
  const isLit = useLitServers(grid);
  const wrongPlaces = useMemo(() => [...grid.wrongRows], [grid]);
  const place = findPlace(rows, row);
  const isShown = place >= shown.first && place < shown.end;
  return (
    <div className="rails__body">
      <div
        ref={scrollRef}
        className="rails__grid"
        style={{ '--rails': grid.columnCount } as CSSProperties}
        role="grid"
        tabIndex={0}
        aria-label={`Rails of ${grid.fabricName}`}
        aria-rowcount={rowCount + 1}
        aria-colcount={grid.columnCount + 1}
        aria-activedescendant={isShown ? `${gridId}-${row}-${column}` : undefined}
        onKeyDown={onKeyDown}
        data-testid="rail-grid"
      >
        <RailHead columnCount={grid.columnCount} />
        <div className="rails__rows" role="rowgroup" style={{ height: rowCount * RAIL_ROW_PX }}>
          {Array.from({ length: shown.end - shown.first }, (_, at) => {
            const own = shown.first + at;
            const ownRow = rows?.[own] ?? own;
            return (
              <RailLine
                key={own % shown.slotCount}
                grid={grid}
                gridId={gridId}
                row={ownRow}
                place={own}
                startsUnit={own > 0 && startsUnit(grid, rows?.[own - 1] ?? own - 1, ownRow)}
                chosenColumn={ownRow === row ? column : -1}
                isLit={isLit(ownRow)}
              />
            );
          })}
        </div>
      </div>
      {rows || wrongPlaces.length === 0 ? null : (
        <RailRuler
          rowCount={rowCount}
          wrongPlaces={wrongPlaces}
          place={place}
          onJump={(wanted) => chooseCell({ row: wanted, column })}
        />
      )}
    </div>
  );
}

function RailHead({ columnCount }: { readonly columnCount: number }): ReactElement {
  return (
    <div className="rails__head" role="row" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} className="rails__corner">
        Server
      </div>
      {Array.from({ length: columnCount }, (_, column) => (
        // Columns are places: the n-th is the n-th rail.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={column} role="columnheader" aria-colindex={column + 2}>
          Rail {column + 1}
        </div>
      ))}
    </div>
  );
}

/** Whether most rails of two neighbours end at different leaves. */
function startsUnit({ leafOf, columnCount }: RailGrid, above: number, row: number): boolean {
  let otherCount = 0;
  for (let column = 0; column < columnCount; column += 1) {
    if (leafOf[above * columnCount + column] !== leafOf[row * columnCount + column]) otherCount += 1;
  }
  return 2 * otherCount > columnCount;
}

/** Whether the server of a row, or its whole group, is selected in another view. */
function useLitServers(grid: RailGrid): (row: number) => boolean {
  const selection = useViewStore((state) => state.selection);
  return useMemo(() => {
    const devices = new Set(
      selection.flatMap(({ kind, id, member }) => (kind === 'device' ? [`${id}/${member ?? ''}`] : [])),
    );
    return (row: number): boolean => {
      const servers = findServers(grid, row);
      return servers !== undefined && devices.has(`${servers.deviceId}/${row - servers.firstRow}`);
    };
  }, [selection, grid]);
}
