/**
 * The cables of every link by the racks and members that they join. What rests on it (trays, bundles, deployability) then looks
 * at pairs of racks instead of at every cable, and a link is counted anew only when its cables or racks change.
 */
import { countEach } from '../base/count-each.ts';
import type { Memory } from '../base/memory.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { countCables } from './count-cables.ts';

/** Cables of one link from rack to rack, in the link's direction; those with an end in no rack are left out. */
export interface LinkRackPairs {
  readonly rackA: Uint32Array;
  readonly rackB: Uint32Array;
  readonly cableCount: Uint32Array;
}

/** Racks that have any, in order, and how many. Thousands of links between a few racks each must not list all racks. */
export interface RackEnds {
  readonly rack: Uint32Array;
  readonly count: Uint32Array;
}

export interface LinkCabling {
  readonly cableCount: number;
  /** By member, as the groups number them: cable ends. */
  readonly endsA: Uint32Array;
  readonly endsB: Uint32Array;
  readonly pairs: LinkRackPairs;
  /** Ends at A and at B of cables that leave a rack, and cables inside. */
  readonly rackEnds: readonly [a: RackEnds, b: RackEnds, inside: RackEnds];
  readonly insideCount: number;
}

const NO_CABLING: readonly LinkCabling[] = [];

/** Parallel to the links; empty without racks. A splitter counts where its first tail goes. Linear in the cables of links that changed. */
export function recallLinkCabling(netlist: Netlist, memory: Memory): readonly LinkCabling[] {
  if (netlist.rackCount === 0) return NO_CABLING;
  const racks = netlist.groups.map(({ deviceId, firstMember, count }) =>
    memory.settle(`racks of ${deviceId}`, [netlist.memberRack, firstMember, count], () =>
      netlist.memberRack.slice(firstMember, firstMember + count),
    ),
  );
  let first = 0;
  return [...countCables(netlist)].map((cableCount, index) => {
    const link = netlist.links[index] as NetLink;
    const begin = first;
    first += cableCount;
    const rackA = racks[link.groupA] as Int32Array;
    const rackB = racks[link.groupB] as Int32Array;
    // As many cables as connections are theirs in order.
    const isStraight = cableCount === link.connectionCount;
    const inputs = [link.assemblies, link.wiring, isStraight, rackA.length, rackB.length];
    const ends = memory.recall(`cable members of ${link.linkId}`, inputs, () =>
      isStraight ? link.wiring : listMembers(netlist, link, begin, cableCount),
    );
    const pairs = memory.recall(`rack pairs of ${link.linkId}`, [ends, rackA, rackB, netlist.rackCount], () =>
      countPairs(ends, rackA, rackB, netlist.rackCount),
    );
    return memory.recall(`cabling of ${link.linkId}`, [ends, pairs], () => {
      return {
        cableCount,
        endsA: countEach(ends.a, rackA.length),
        endsB: countEach(ends.b, rackB.length),
        pairs,
        ...countRackEnds(pairs),
      };
    });
  });
}

function countRackEnds({ rackA, rackB, cableCount }: LinkRackPairs): Pick<LinkCabling, 'rackEnds' | 'insideCount'> {
  const [atA, atB, inside] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  let insideCount = 0;
  for (let pair = 0; pair < rackA.length; pair += 1) {
    const a = rackA[pair] as number;
    const b = rackB[pair] as number;
    const count = cableCount[pair] as number;
    if (a === b) {
      inside.set(a, (inside.get(a) ?? 0) + count);
      insideCount += count;
    } else {
      atA.set(a, (atA.get(a) ?? 0) + count);
      atB.set(b, (atB.get(b) ?? 0) + count);
    }
  }
  return { rackEnds: [listEnds(atA), listEnds(atB), listEnds(inside)], insideCount };
}

function listEnds(countOf: ReadonlyMap<number, number>): RackEnds {
  const rack = Uint32Array.from(countOf.keys()).sort();
  return { rack, count: rack.map((own) => countOf.get(own) as number) };
}

/** Members that the cables of a link join, as their groups number them. */
interface CableMembers {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
}

function listMembers(netlist: Netlist, link: NetLink, first: number, count: number): CableMembers {
  const { cageMember, cableCageA, cableCageB, groups } = netlist;
  const shiftA = (groups[link.groupA] as NetGroup).firstMember;
  const shiftB = (groups[link.groupB] as NetGroup).firstMember;
  const a = new Uint32Array(count);
  const b = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    a[i] = (cageMember[cableCageA[first + i] as number] as number) - shiftA;
    b[i] = (cageMember[cableCageB[first + i] as number] as number) - shiftB;
  }
  return { a, b };
}

function countPairs({ a, b }: CableMembers, racksA: Int32Array, racksB: Int32Array, rackCount: number): LinkRackPairs {
  const countOf = new Map<number, number>();
  // Cables that follow each other mostly join the same racks.
  let lastKey = -1;
  let run = 0;
  for (let i = 0; i < a.length; i += 1) {
    const rackA = racksA[a[i] as number] as number;
    const rackB = racksB[b[i] as number] as number;
    if (rackA < 0 || rackB < 0) continue;
    const key = rackA * rackCount + rackB;
    if (key !== lastKey) {
      if (run > 0) countOf.set(lastKey, (countOf.get(lastKey) ?? 0) + run);
      lastKey = key;
      run = 0;
    }
    run += 1;
  }
  if (run > 0) countOf.set(lastKey, (countOf.get(lastKey) ?? 0) + run);
  return listPairs(countOf, rackCount);
}

/** In the order in which they first came. */
function listPairs(countOf: ReadonlyMap<number, number>, rackCount: number): LinkRackPairs {
  const rackA = new Uint32Array(countOf.size);
  const rackB = new Uint32Array(countOf.size);
  const cableCount = new Uint32Array(countOf.size);
  let at = 0;
  for (const [key, count] of countOf) {
    rackA[at] = Math.floor(key / rackCount);
    rackB[at] = key % rackCount;
    cableCount[at] = count;
    at += 1;
  }
  return { rackA, rackB, cableCount };
}
