/** From one wrong cell of the rail grid to the next and round again, with the server selected and what it joins lit up. */
import { beforeEach, describe, expect, it } from 'vitest';
import { computeRailGrids } from '#core/analysis/rail-grid.ts';
import { chooseWrong, nameServer, openCell } from '../../../renderer/store/rail-moves.ts';
import { railsStore, selectCell, selectGrid, selectRows, setRails } from '../../../renderer/store/rails-store.ts';
import { viewStore } from '../../../renderer/store/view-store.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';

/** Four servers on eight leaves; of the second, rails 1 and 2 are swapped, and the last cable of the fourth is missing. */
function computeGrids(): ReturnType<typeof computeRailGrids> {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 4, { nameTemplate: 'server-{i}' });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
  const leavesOf = [0, 1, 2, 3].map((server) => {
    const leaves = server === 1 ? [1, 0, 2, 3, 4, 5, 6, 7] : [0, 1, 2, 3, 4, 5, 6, 7];
    return server === 3 ? leaves.slice(0, -1) : leaves;
  });
  const pairs = leavesOf.flatMap((leaves, server) => leaves.map((leaf): [number, number] => [server, leaf]));
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'explicit', pairs, speedGbps: 400 });
  return computeRailGrids(evaluate(design).netlist);
}

const here = (): string => {
  const { row, column } = selectCell(railsStore.getState());
  return `${row + 1}/${column + 1}`;
};

beforeEach(() => {
  railsStore.setState({ grids: computeGrids() });
  setRails({ onlyWrong: false, cell: { row: 0, column: 0 } });
});

describe('the rail grid', () => {
  it('leads from wrong cell to wrong cell, and round', () => {
    const seen: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      chooseWrong(1);
      seen.push(here());
    }
    expect(seen).toEqual(['2/1', '2/2', '4/8', '2/1']);
    chooseWrong(-1);
    expect(here()).toBe('4/8');
  });

  it('selects the server of a cell and lights up its leaf and link', () => {
    chooseWrong(1);
    const { selection, highlighted } = viewStore.getState();
    expect(selection).toEqual([{ kind: 'device', id: 'server', member: 1 }]);
    expect(highlighted).toEqual([
      { kind: 'device', id: 'server', member: 1 },
      { kind: 'link', id: 'link-1' },
      { kind: 'device', id: 'leaf', member: 1 },
    ]);
  });

  it('goes to the link on the canvas, and to the server where there is no cable', () => {
    openCell({ row: 1, column: 0 });
    expect(viewStore.getState().focusRequest?.ref).toEqual({ kind: 'link', id: 'link-1' });
    openCell({ row: 3, column: 7 });
    expect(viewStore.getState().focusRequest?.ref).toEqual({ kind: 'device', id: 'server', member: 3 });
  });

  it('shows only the servers with wrong cells when asked, and starts at the first of them', () => {
    setRails({ onlyWrong: true });
    expect([...(selectRows(railsStore.getState()) ?? [])]).toEqual([1, 3]);
    expect(here()).toBe('2/1');
    const grid = selectGrid(railsStore.getState());
    expect(grid && nameServer(grid, 3)).toBe('server-4');
  });
});
