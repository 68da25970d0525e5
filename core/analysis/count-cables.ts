/** Cable assemblies of every link, parallel to the netlist's links: the one count that parts list, link table and rules share. */
import { countEach } from '../base/count-each.ts';
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
    const counts = countEach(own, cableStocks.length);
    counts.forEach((count, stock) => {
      if (count > 0) found.push({ link, stock, count });
    });
    first += cableCount;
  });
  return found;
}
