/** Cable assemblies of every link, parallel to the netlist's links: the one count that parts list, link table and rules share. */
import type { Netlist } from '../netlist/netlist.ts';
import { findFirst } from './block-census.ts';

/** The assemblies of a link follow each other, and those of the next link follow them. */
export function countCables({ links, cableLink }: Netlist): Uint32Array {
  return Uint32Array.from(links, (_, link) => findFirst(cableLink, link + 1) - findFirst(cableLink, link));
}

/** Assemblies of one link that are bought in the same length. */
export interface StockCount {
  readonly link: number;
  /** Index into the netlist's cableStocks. */
  readonly stock: number;
  readonly count: number;
}

const known = new WeakMap<Netlist, readonly StockCount[]>();

/** By link, then in the order of the stocks. Linear in the cables, once for each netlist. */
export function countCablesByStock(netlist: Netlist): readonly StockCount[] {
  const counts = known.get(netlist) ?? countStocks(netlist);
  known.set(netlist, counts);
  return counts;
}

function countStocks(netlist: Netlist): StockCount[] {
  const { cableStock, cableStocks } = netlist;
  const found: StockCount[] = [];
  let first = 0;
  countCables(netlist).forEach((cableCount, link) => {
    const own = cableStock.subarray(first, first + cableCount);
    const counts = countRuns(own, cableStocks.length);
    counts.forEach((count, stock) => {
      if (count > 0) found.push({ link, stock, count });
    });
    first += cableCount;
  });
  return found;
}

/** How often each number below `limit` occurs; like ones mostly follow each other. */
function countRuns(numbers: Uint32Array, limit: number): Uint32Array {
  const counts = new Uint32Array(limit);
  for (let i = 0; i < numbers.length; ) {
    const number = numbers[i] as number;
    const begin = i;
    while (i < numbers.length && numbers[i] === number) i += 1;
    counts[number] = (counts[number] as number) + i - begin;
  }
  return counts;
}
