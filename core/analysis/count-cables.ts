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

export function countCablesByStock({ cableLink, cableStock, cableStocks, cableCount }: Netlist): StockCount[] {
  const counts = new Map<number, number>();
  for (let cable = 0; cable < cableCount; cable += 1) {
    const key = (cableLink[cable] as number) * cableStocks.length + (cableStock[cable] as number);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({
    link: Math.floor(key / cableStocks.length),
    stock: key % cableStocks.length,
    count,
  }));
}
