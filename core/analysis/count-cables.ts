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

/** By link, then in the order of the stocks. */
export function countCablesByStock(netlist: Netlist): StockCount[] {
  const { cableStock, cableStocks } = netlist;
  let first = 0;
  return [...countCables(netlist)].flatMap((cableCount, link) => {
    const counts = new Uint32Array(cableStocks.length);
    for (let cable = first; cable < first + cableCount; cable += 1) {
      const stock = cableStock[cable] as number;
      counts[stock] = (counts[stock] as number) + 1;
    }
    first += cableCount;
    return [...counts].flatMap((count, stock) => (count === 0 ? [] : [{ link, stock, count }]));
  });
}
