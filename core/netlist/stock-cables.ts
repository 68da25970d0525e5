/** What length every cable assembly must cover, and in what length it is bought. */
import type { Memory } from '../base/memory.ts';
import type { CablePart } from '../catalog/part.ts';
import { chooseBoughtLength } from '../catalog/stock-length.ts';
import type { CableJoints } from './cable-joints.ts';
import type { ChosenMedium } from './choose-medium.ts';
import type { LinkRuns, MeasuredRuns } from './measure-runs.ts';
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
  /** A number = all run as far, and are bought as the one stock. */
  readonly lengths: number | { readonly lengthM: Float32Array; readonly stock: Uint16Array };
}

/** Lengths in 32 bits are off by less than that many centimetres, up to kilometres. */
const ROUNDING_CM = 0.02;

/** `chosen` and `runs` by link. Of each link's answer only the object matters to others: the same while nothing changes. */
export function stockCables(
  linkIds: readonly string[],
  chosen: readonly ChosenMedium[],
  runs: readonly LinkRuns[],
  memory: Memory,
): CableLengths & { ofLinks: readonly object[] } {
  const ofLinks = linkIds.map((linkId, index) => {
    const { medium, joints } = chosen[index] as ChosenMedium;
    const { plannedM, measured } = runs[index] as LinkRuns;
    const cable = medium.kind === 'unresolved' ? undefined : medium.cable;
    // What is planned matters only where something runs as planned.
    const planned = measured?.isWhole ? null : plannedM;
    const lengths = memory.recall(`cable runs of ${linkId}`, [joints, measured, planned], () =>
      measured ? coverRuns(joints, measured, plannedM) : null,
    );
    return memory.recall(`stock of ${linkId}`, [cable, joints.assemblyCount, lengths, planned], () =>
      stockLink(cable, joints.assemblyCount, lengths, plannedM),
    );
  });
  return { ...memory.recall('stocks', ofLinks, () => joinStocks(ofLinks)), ofLinks };
}

/** By assembly; a splitter must cover its longest leg. */
function coverRuns(
  { assembly, assemblyCount, trunksPerConnection }: CableJoints,
  { lengthM, isRouted, isWhole }: MeasuredRuns,
  plannedM: number,
): Float32Array {
  // Assemblies are numbered as they first come up: as many as connections are theirs in order.
  if (isWhole && trunksPerConnection === 1 && assemblyCount === assembly.length) return lengthM;
  const covered = new Float32Array(assemblyCount);
  for (let i = 0; i < assembly.length; i += 1) {
    const first = assembly[i] as number;
    if (first === NONE) continue;
    const runM = isRouted[i] === 1 ? (lengthM[i] as number) : plannedM;
    for (let cable = first; cable < first + trunksPerConnection; cable += 1) {
      if (runM > (covered[cable] as number)) covered[cable] = runM;
    }
  }
  return covered;
}

function stockLink(
  cable: CablePart | undefined,
  cableCount: number,
  lengthM: Float32Array | null,
  plannedM: number,
): LinkStocks {
  if (!lengthM) return { cableCount, stocks: [createStock(cable, plannedM)], lengths: plannedM };
  const stocks: CableStock[] = [];
  const stock = new Uint16Array(cableCount);
  const stockOfCm: number[] = [];
  for (let i = 0; i < cableCount; i += 1) {
    const runCm = Math.ceil((lengthM[i] as number) * 100 - ROUNDING_CM);
    stock[i] = stockOfCm[runCm] ??= findStock(stocks, createStock(cable, runCm / 100));
  }
  return { cableCount, stocks, lengths: { lengthM, stock } };
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
    if (typeof link.lengths === 'number') cableLengthM.fill(link.lengths, base, end);
    else cableLengthM.set(link.lengths.lengthM, base);
    if (typeof link.lengths !== 'number' && places.length > 1) {
      translate(link.lengths.stock, Uint32Array.from(places), cableStock, base);
    } else cableStock.fill(places[0] ?? 0, base, end);
    base = end;
  }
  return { cableLengthM, cableStock, cableStocks };
}

function translate(numbers: Uint16Array, meanings: Uint32Array, target: Uint32Array, at: number): void {
  for (let i = 0; i < numbers.length; i += 1) target[at + i] = meanings[numbers[i] as number] as number;
}
