/** When the cables and modules of a link are bought: nothing can be plugged in before both ends are there. */
import type { Netlist, NetLink } from './netlist.ts';

export function getLinkPhase({ groups }: Pick<Netlist, 'groups'>, link: NetLink): number {
  return Math.max(groups[link.groupA]?.phase ?? 1, groups[link.groupB]?.phase ?? 1);
}
