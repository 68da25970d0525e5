/** Choosing cells of the rail grid, and going from one to what it stands for. */
import { RAIL, type RailGrid, type RailServers } from '#core/analysis/rail-grid-report.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { formatMemberName } from '#core/netlist/names.ts';
import { setCablesTab } from './cables-tab.ts';
import { type RailCell, railsStore, selectCell, selectGrid, setRails } from './rails-store.ts';
import { EVERY_CABLE, setQuery } from './schedule-store.ts';
import { requestFocus, setHighlighted, setView, viewStore } from './view-store.ts';

/** The device group a row belongs to. */
export function findServers(grid: RailGrid, row: number): RailServers | undefined {
  return grid.servers.find(({ firstRow, rowCount }) => row >= firstRow && row < firstRow + rowCount);
}

export function nameServer(grid: RailGrid, row: number): string {
  const servers = findServers(grid, row);
  if (!servers) return '';
  const member = row - servers.firstRow;
  return formatMemberName(servers.nameTemplate, member, Math.floor(member / servers.membersPerPod));
}

/** What a cell joins: the server, and the leaf and the link where there is a cable. */
function listRefs(grid: RailGrid, { row, column }: RailCell): { server: ObjectRef | null; others: ObjectRef[] } {
  const servers = findServers(grid, row);
  const cell = row * grid.columnCount + column;
  const leaf = grid.leaves[grid.leafOf[cell] as number];
  const link = grid.links[grid.linkOf[cell] as number];
  return {
    server: servers ? { kind: 'device', id: servers.deviceId, member: row - servers.firstRow } : null,
    others: [
      ...(link ? [{ kind: 'link', id: link.linkId } as const] : []),
      ...(leaf ? [{ kind: 'device', id: leaf.deviceId, member: leaf.member } as const] : []),
    ],
  };
}

/** Its server is selected in every view; the leaf and the link light up with it. */
export function chooseCell(cell: RailCell): void {
  setRails({ cell });
  const grid = selectGrid(railsStore.getState());
  if (!grid) return;
  const { server, others } = listRefs(grid, cell);
  viewStore.setState({ selection: server ? [server] : [] });
  setHighlighted(server ? [server, ...others] : others);
}

/** Goes to the link on the canvas, with both ends lit up; to the server where there is no cable. */
export function openCell(cell: RailCell): void {
  const grid = selectGrid(railsStore.getState());
  if (!grid) return;
  const { server, others } = listRefs(grid, cell);
  const target = others.find(({ kind }) => kind === 'link') ?? server;
  if (!target) return;
  requestFocus(target);
  setHighlighted(server ? [server, ...others] : others);
}

/** The one cable of a cell in the schedule. */
export function openCableOf(cell: RailCell): void {
  const grid = selectGrid(railsStore.getState());
  const leaf = grid?.leaves[grid.leafOf[cell.row * grid.columnCount + cell.column] as number];
  if (!grid || !leaf) return;
  setQuery(({ sort }) => ({ ...EVERY_CABLE, sort, text: `${nameServer(grid, cell.row)} ${leaf.name}` }));
  setCablesTab('schedule');
  setView('cables');
}

/** The next wrong cell after the chosen one, or before it; from the last one on to the first. */
export function chooseWrong(step: 1 | -1): void {
  const grid = selectGrid(railsStore.getState());
  if (!grid || grid.wrongCells.length === 0) return;
  const { row, column } = selectCell(railsStore.getState());
  const here = row * grid.columnCount + column;
  const wrong = [...grid.wrongCells];
  const found =
    step === 1
      ? (wrong.find((cell) => cell > here) ?? wrong[0])
      : (wrong.findLast((cell) => cell < here) ?? wrong.at(-1));
  const cell = found as number;
  chooseCell({ row: Math.floor(cell / grid.columnCount), column: cell % grid.columnCount });
}

/** Whether a cell is checked and not right. */
export function isWrong(state: number): boolean {
  return state !== RAIL.right && state !== RAIL.unchecked;
}
