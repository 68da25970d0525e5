/** The rail grid: eight-rail servers on leaves, wired by rule, by list and in runs; every figure counted by hand. */
import { describe, expect, it } from 'vitest';
import { computeRailGrids } from '#core/analysis/rail-grid.ts';
import { RAIL, type RailGrid } from '#core/analysis/rail-grid-report.ts';
import type { Design, Link } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../support/draw.ts';
import { generateRailFabric } from '../../support/rail-fabric.ts';

const RAILS = 8;

function drawServers(serverCount: number, leafCount: number): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', serverCount, { nameTemplate: 'server-{i}' });
  drawDevice(design, 'leaf', 'qm9700', 'leaf', leafCount, { nameTemplate: 'leaf-{i}' });
  return design;
}

/** Wired cable by cable: port r of a server goes to its r-th leaf of the list. */
function drawList(leavesOf: readonly (readonly number[])[], leafCount = RAILS): Design {
  const design = drawServers(leavesOf.length, leafCount);
  const pairs = leavesOf.flatMap((leaves, server) => leaves.map((leaf): [number, number] => [server, leaf]));
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'explicit', pairs, speedGbps: 400 });
  return design;
}

const inOrder = (first = 0): number[] => Array.from({ length: RAILS }, (_, rail) => first + rail);

function swap(leaves: readonly number[], a: number, b: number): number[] {
  return leaves.map((leaf, rail) => (rail === a ? (leaves[b] as number) : rail === b ? (leaves[a] as number) : leaf));
}

function computeOnly(design: Design): RailGrid {
  const grids = computeRailGrids(evaluate(design).netlist);
  expect(grids).toHaveLength(1);
  return grids[0] as RailGrid;
}

/** Wrong cells as `server/rail state -> wanted leaf`, all from 1. */
function listWrong(grid: RailGrid): string[] {
  const names = new Map<number, string>(Object.entries(RAIL).map(([name, state]) => [state, name]));
  return [...grid.wrongCells].map((cell, at) => {
    const wanted = grid.leaves[grid.wrongWanted[at] as number]?.name ?? '?';
    const place = `${Math.floor(cell / grid.columnCount) + 1}/${(cell % grid.columnCount) + 1}`;
    return `${place} ${names.get(grid.states[cell] as number)} -> ${wanted}`;
  });
}

function nameLeaf(grid: RailGrid, server: number, rail: number): string | undefined {
  return grid.leaves[grid.leafOf[server * grid.columnCount + rail] as number]?.name;
}

describe('rails wired by rule', () => {
  it('puts port r of every server on leaf r, and finds nothing wrong', () => {
    const design = drawServers(4, RAILS);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
    const grid = computeOnly(design);
    expect(grid).toMatchObject({ rowCount: 4, columnCount: 8, cellCount: 32, emptyRowCount: 0 });
    expect(grid.wrongCells).toHaveLength(0);
    expect(inOrder().map((rail) => nameLeaf(grid, 3, rail))).toEqual(inOrder().map((rail) => `leaf-${rail + 1}`));
  });

  it('takes fewer leaves than rails, and all rails on one leaf, as they are meant', () => {
    for (const leafCount of [4, 1]) {
      const design = drawServers(4, leafCount);
      drawLink(design, 'server.compute', 'leaf.data', {
        pattern: leafCount === 1 ? 'mesh' : 'rail',
        cablesPerPair: leafCount === 1 ? RAILS : 1,
        speedGbps: 400,
      });
      expect(computeOnly(design)).toMatchObject({ cellCount: 32, wrongCells: new Uint32Array(0) });
    }
  });

  it('keeps units apart: 64 servers on eight leaves, the rest on the next eight', () => {
    const grid = computeRailGrids(evaluate(generateRailFabric(96)).netlist)[0] as RailGrid;
    expect(grid).toMatchObject({ rowCount: 96, columnCount: 8, cellCount: 768 });
    expect(grid.wrongCells).toHaveLength(0);
    expect(nameLeaf(grid, 0, 0)).not.toBe(nameLeaf(grid, 95, 0));
  });

  it('calls ports dealt over leaves by turns wrong', () => {
    // Starts two leaves on with every server: the first and the fourth are alike and are half of every leaf; the others are wrong.
    const design = drawServers(4, 6);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'spread', cablesPerPair: RAILS, speedGbps: 400 });
    expect([...computeOnly(design).wrongRows]).toEqual([1, 2]);
    expect(computeOnly(design).counts.crossed + computeOnly(design).counts.doubled).toBe(16);
  });
});

describe('rails wired by hand', () => {
  it('finds two cables swapped at one server, and says where they belong', () => {
    const wiring = Array.from({ length: 6 }, () => inOrder());
    wiring[4] = swap(inOrder(), 1, 2);
    const grid = computeOnly(drawList(wiring));
    expect(listWrong(grid)).toEqual(['5/2 crossed -> leaf-2', '5/3 crossed -> leaf-3']);
    expect([...grid.wrongRows]).toEqual([4]);
    expect(grid.counts).toEqual({ crossed: 2, doubled: 0, strayed: 0, missing: 0 });
  });

  it('tells of two swapped servers the second, for want of a majority', () => {
    expect(listWrong(computeOnly(drawList([inOrder(), swap(inOrder(), 0, 7)])))).toEqual([
      '2/1 crossed -> ?',
      '2/8 crossed -> ?',
    ]);
  });

  it('finds a leaf reached twice', () => {
    const wiring = Array.from({ length: 4 }, () => inOrder());
    wiring[1] = inOrder().map((leaf) => (leaf === 5 ? 4 : leaf));
    expect(listWrong(computeOnly(drawList(wiring)))).toEqual(['2/6 doubled -> leaf-6']);
  });

  it('finds the last cable missing', () => {
    const wiring = Array.from({ length: 4 }, () => inOrder());
    wiring[2] = inOrder().slice(0, -1);
    expect(listWrong(computeOnly(drawList(wiring)))).toEqual(['3/8 missing -> leaf-8']);
  });

  it('finds a cable on the right rail of another unit', () => {
    const wiring = Array.from({ length: 8 }, (_, server) => inOrder(server < 4 ? 0 : RAILS));
    wiring[1] = inOrder().map((leaf) => (leaf === 3 ? 3 + RAILS : leaf));
    expect(listWrong(computeOnly(drawList(wiring, 2 * RAILS)))).toEqual(['2/4 strayed -> leaf-4']);
  });

  it('does not judge servers without any cable', () => {
    const design = drawList([inOrder(), inOrder(), [], inOrder()]);
    expect(computeOnly(design)).toMatchObject({ rowCount: 4, cellCount: 24, emptyRowCount: 1 });
    expect(computeOnly(design).wrongCells).toHaveLength(0);
  });
});

describe('narrowed links', () => {
  it('reads runs of servers and every second port as they are cabled', () => {
    const design = drawServers(4, 16);
    const end = (first: number, count: number): Pick<Link, 'a'> => ({
      a: { deviceId: 'server', blockId: 'compute', members: { first, count } },
    });
    const leaves = (first: number): Pick<Link, 'b'> => ({
      b: { deviceId: 'leaf', blockId: 'data', members: { first, count: RAILS } },
    });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400, ...end(0, 2), ...leaves(0) });
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400, ...end(2, 2), ...leaves(8) });
    const grid = computeOnly(design);
    expect(grid).toMatchObject({ cellCount: 32, wrongCells: new Uint32Array(0) });
    expect([nameLeaf(grid, 1, 7), nameLeaf(grid, 2, 0)]).toEqual(['leaf-8', 'leaf-9']);
    expect(grid.links.map(({ linkId }) => linkId)).toEqual(['link-1', 'link-2']);
  });
});

describe('what has no rails', () => {
  it('leaves out storage networks and servers with one port', () => {
    const storage = drawList([inOrder()]);
    const fabric = storage.fabrics['compute'];
    if (fabric) fabric.purpose = 'storage';
    expect(computeRailGrids(evaluate(storage).netlist)).toEqual([]);
    expect(computeRailGrids(evaluate(drawList([[0], [0]])).netlist)).toEqual([]);
  });
});
