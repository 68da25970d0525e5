/** How the members at the two ends of one link meet: cables of each, and the first member that each meets. */
import type { Memory } from '../base/memory.ts';
import { type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';

/** Of every member of one end's group. */
export interface EndDegrees {
  readonly cables: Uint32Array;
  /** Member of the other end's group that it meets first, as that group numbers it; NONE = none. */
  readonly first: Int32Array;
  /** 1 = it meets others beside that one. */
  readonly hasSecond: Uint8Array;
}

export interface LinkDegrees {
  readonly a: EndDegrees;
  readonly b: EndDegrees;
}

/** As drawn: broken cables count. Linear in the connections of a link that is wired anew. */
export function recallDegrees(netlist: Netlist, link: NetLink, memory: Memory): LinkDegrees {
  const groupA = netlist.groups[link.groupA] as NetGroup;
  const groupB = netlist.groups[link.groupB] as NetGroup;
  return memory.recall(`degrees of ${link.linkId}`, [link.wiring, groupA.count, groupB.count], () => {
    const { a, b } = link.wiring;
    return { a: countEnd(a, b, groupA.count), b: countEnd(b, a, groupB.count) };
  });
}

/** `members[i]` meets `others[i]`. */
function countEnd(members: Uint32Array, others: Uint32Array, memberCount: number): EndDegrees {
  const cables = new Uint32Array(memberCount);
  const first = new Int32Array(memberCount).fill(NONE);
  const hasSecond = new Uint8Array(memberCount);
  for (let i = 0; i < members.length; i += 1) {
    const member = members[i] as number;
    const other = others[i] as number;
    cables[member] = (cables[member] as number) + 1;
    const known = first[member] as number;
    if (known === NONE) first[member] = other;
    else if (known !== other) hasSecond[member] = 1;
  }
  return { cables, first, hasSecond };
}
