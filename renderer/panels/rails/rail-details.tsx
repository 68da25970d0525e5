/** Below the grid: the chosen cell in words, and where to go from there. */
import { Cable, Waypoints } from 'lucide-react';
import type { ReactElement } from 'react';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import { isWrong, nameServer, openCableOf, openCell } from '../../store/rail-moves.ts';
import { selectCell, useRailsStore } from '../../store/rails-store.ts';
import { Button } from '../../ui/button.tsx';
import { describeCell, GLYPHS } from './rail-words.ts';

export function RailDetails({ grid }: { readonly grid: RailGrid }): ReactElement {
  const row = useRailsStore((state) => selectCell(state).row);
  const column = useRailsStore((state) => selectCell(state).column);
  const cell = row * grid.columnCount + column;
  const state = grid.states[cell] as number;
  const leaf = grid.leaves[grid.leafOf[cell] as number]?.name ?? null;
  const link = grid.links[grid.linkOf[cell] as number] ?? null;
  const wanted = grid.leaves[grid.wrongWanted[grid.wrongCells.indexOf(cell)] ?? -1]?.name ?? null;
  const server = nameServer(grid, row);
  return (
    <div className="rails__details" data-testid="rail-details">
      <p role="status" data-wrong={isWrong(state) || undefined}>
        {GLYPHS[state] ? <span aria-hidden>{GLYPHS[state]} </span> : null}
        {describeCell({ server, rail: column + 1, leaf, wanted, state })}
        {link === null ? null : <span className="rails__link"> {link.name}</span>}
      </p>
      <span className="rails__buttons">
        <Button disabled={leaf === null} onClick={() => openCableOf({ row, column })}>
          <Cable size={14} aria-hidden /> Show in the schedule
        </Button>
        <Button onClick={() => openCell({ row, column })}>
          <Waypoints size={14} aria-hidden /> Show on the canvas
        </Button>
      </span>
    </div>
  );
}
