/** One server of the rail grid: its name, and the leaf that each of its rails reaches. */
import { memo, type ReactElement } from 'react';
import { RAIL, type RailGrid } from '#core/analysis/rail-grid-report.ts';
import { chooseCell, isWrong, nameServer, openCell } from '../../store/rail-moves.ts';
import { RAIL_ROW_PX } from './rail-row-height.ts';
import { GLYPHS, STATE_WORDS } from './rail-words.ts';

interface RailLineProps {
  readonly grid: RailGrid;
  readonly gridId: string;
  /** Row of the grid, and its place in the shown order. */
  readonly row: number;
  readonly place: number;
  /** The row shown above hangs on other leaves. */
  readonly startsUnit: boolean;
  /** -1 = the chosen cell is in another row. */
  readonly chosenColumn: number;
  /** Selected in another view. */
  readonly isLit: boolean;
}

function Line(props: RailLineProps): ReactElement {
  const { grid, gridId, row, place, startsUnit, chosenColumn, isLit } = props;
  const first = row * grid.columnCount;
  const name = nameServer(grid, row);
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      className="rails__row"
      data-unit={startsUnit || undefined}
      data-lit={isLit || undefined}
      data-testid={`rail-row-${row}`}
      style={{ transform: `translateY(${place * RAIL_ROW_PX}px)` }}
    >
      <div role="rowheader" className="rails__server" title={name}>
        {name}
      </div>
      {Array.from({ length: grid.columnCount }, (_, column) => {
        const state = grid.states[first + column] as number;
        const leaf = grid.leaves[grid.leafOf[first + column] as number]?.name ?? null;
        return (
          <div
            // Columns are places: the n-th is the n-th rail.
            // oxlint-disable-next-line react/no-array-index-key
            key={column}
            id={`${gridId}-${row}-${column}`}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={column === chosenColumn}
            aria-label={nameCell(name, column, leaf, state)}
            className="rails__cell"
            data-state={nameState(state)}
            title={leaf ?? undefined}
            data-testid={`rail-${row}-${column}`}
            onMouseDown={() => chooseCell({ row, column })}
            onDoubleClick={() => openCell({ row, column })}
          >
            {GLYPHS[state] ? <span className="rails__glyph">{GLYPHS[state]}</span> : null}
            {leaf === null ? (
              noLeaf(state)
            ) : (
              <span className="rails__leaf">
                <bdi>{leaf}</bdi>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

function nameState(state: number): 'wrong' | 'right' | 'none' {
  if (isWrong(state)) return 'wrong';
  return state === RAIL.right ? 'right' : 'none';
}

function nameCell(server: string, column: number, leaf: string | null, state: number): string {
  return `${server}, rail ${column + 1}: ${leaf ?? 'no cable'}, ${STATE_WORDS[state] ?? ''}`;
}

export const RailLine = memo(Line);

function noLeaf(state: number): string {
  return state === RAIL.missing ? 'no cable' : '\u2013';
}
