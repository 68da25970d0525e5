/** What length every cable assembly must cover, and in what length it is bought. */
import { chooseBoughtLength } from '../catalog/stock-length.ts';
import type { CablePart } from '../catalog/part.ts';
import type { Memory } from '../base/memory.ts';
import type { ChosenMedium } from './choose-medium.ts';
import type { LinkRuns } from './measure-runs.ts';
import { type CableStock, NONE } from './netlist.ts';

export interface CableLengths {
  readonly cableLengthM: Float32Array;
  readonly cableStock: Uint32Array;
  readonly cableStocks: readonly CableStock[];
}

/** Assemblies of one link. */
interface LinkStocks {
  readonly cableCount: number;
  readonly stocks: readonly CableStock[];
  /** null = all run as planned and are bought as the one stock. */
  readonly cables: { readonly lengthM: Float32Array; readonly stock: Uint16Array } | null;
  readonly plannedM: number;
}

/** `chosen` and `runs` by link. */
export function stockCables(
  linkIds: readonly string[],
  chosen: readonly ChosenMedium[],
  runs: readonly LinkRuns[],
  memory: Memory,
): CableLengths {
  const ofLinks = linkIds.map((linkId, index) => {
    const choice = chosen[index] as ChosenMedium;
    const own = runs[index] as LinkRuns;
    return memory.recall(`stock of ${linkId}`, [choice, own], () => stockLink(choice, own));
  });
  return memory.recall('stocks', ofLinks, () => joinStocks(ofLinks));
}

function stockLink({ medium, joints }: ChosenMedium, { plannedM, measured }: LinkRuns): LinkStocks {
  const cable = medium.kind === 'unresolved' ? undefined : medium.cable;
  const { assembly, assemblyCount, trunksPerConnection } = joints;
  if (!measured) {
    return { cableCount: assemblyCount, stocks: [createStock(cable, plannedM)], cables: null, plannedM };
  }
  // A splitter must cover its longest leg.
  const lengthM = new Float32Array(assemblyCount);
  for (let i = 0; i < assembly.length; i += 1) {
    const first = assembly[i] as number;
    if (first === NONE) continue;
    const runM = measured.lengthM[i] as number;
    for (let cableIndex = first; cableIndex < first + trunksPerConnection; cableIndex += 1) {
      if (runM > (lengthM[cableIndex] as number)) lengthM[cableIndex] = runM;
    }
  }
  const stocks: CableStock[] = [];
  const stockOfRun = new Map<number, number>();
  const stock = new Uint16Array(assemblyCount);
  for (let i = 0; i < assemblyCount; i += 1) {
    const runM = lengthM[i] as number;
    let index = stockOfRun.get(runM);
    if (index === undefined) {
      index = findStock(stocks, createStock(cable, restoreCentimetres(runM, plannedM)));
      stockOfRun.set(runM, index);
    }
    stock[i] = index;
  }
  return { cableCount: assemblyCount, stocks, cables: { lengthM, stock }, plannedM };
}

/** Undoes the rounding to 32 bits, which makes of 1.1 m a hair more than a cable of 1.1 m. */
function restoreCentimetres(runM: number, plannedM: number): number {
  return Math.fround(plannedM) === runM ? plannedM : Math.round(runM * 100) / 100;
}

function createStock(cable: CablePart | undefined, runM: number): CableStock {
  return { cable, ...chooseBoughtLength(cable, runM) };
}

/** Place of the like of it in the list, which it joins if there is none. */
function findStock(stocks: CableStock[], wanted: CableStock): number {
  const found = stocks.findIndex(
    ({ cable, lengthM, isKnown }) => cable === wanted.cable && lengthM === wanted.lengthM && isKnown === wanted.isKnown,
  );
  return found < 0 ? stocks.push(wanted) - 1 : found;
}

function joinStocks(links: readonly LinkStocks[]): CableLengths {
  const cableCount = links.reduce((sum, link) => sum + link.cableCount, 0);
  const cableLengthM = new Float32Array(cableCount);
  const cableStock = new Uint32Array(cableCount);
  const cableStocks: CableStock[] = [];
  let base = 0;
  for (const link of links) {
    const end = base + link.cableCount;
    const places = link.cableCount === 0 ? [] : link.stocks.map((stock) => findStock(cableStocks, stock));
    if (link.cables) {
      const { lengthM, stock } = link.cables;
      cableLengthM.set(lengthM, base);
      for (let i = 0; i < stock.length; i += 1) cableStock[base + i] = places[stock[i] as number] as number;
    } else {
      cableLengthM.fill(link.plannedM, base, end);
      cableStock.fill(places[0] ?? 0, base, end);
    }
    base = end;
  }
  return { cableLengthM, cableStock, cableStocks };
}
