/** Cable assemblies of every link, parallel to the netlist's links: the one count that parts list, link table and rules share. */
import type { Netlist } from '../netlist/netlist.ts';

export function countCables(netlist: Netlist): Uint32Array {
  const counts = new Uint32Array(netlist.links.length);
  for (const link of netlist.cableLink) counts[link] = (counts[link] as number) + 1;
  return counts;
}
