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

export function countCablesByStock({ links, cableLink, cableStock, cableStocks, cableCount }: Netlist): StockCount[] {
  const stockCount = cableStocks.length;
  const counts = new Uint32Array(links.length * stockCount);
  for (let cable = 0; cable < cableCount; cable += 1) {
    const key = (cableLink[cable] as number) * stockCount + (cableStock[cable] as number);
    counts[key] = (counts[key] as number) + 1;
  }
  const found: StockCount[] = [];
  counts.forEach((count, key) => {
    if (count > 0) found.push({ link: Math.floor(key / stockCount), stock: key % stockCount, count });
  });
  return found;
}
