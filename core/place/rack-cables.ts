/**
 * How many cables run between any two racks: an undirected graph in compressed rows, every pair in the rows of both. Cables
 * inside a rack have no part in it. Linear in the connections, but for sorting the pairs of racks.
 */
import type { Netlist } from '../netlist/netlist.ts';

export interface RackCables {
  /** By rack, the first of its neighbours; one more at the end. */
  readonly first: Uint32Array;
  /** Neighbours of each rack in rising order. */
  readonly neighbour: Uint32Array;
  readonly cableCount: Float64Array;
}

export function countRackCables(netlist: Netlist): RackCables {
  const { rackCount } = netlist;
  const { keys, counts } = sumPairs(netlist);
  const first = new Uint32Array(rackCount + 1);
  for (const key of keys)
    first[Math.floor(key / rackCount) + 1] = (first[Math.floor(key / rackCount) + 1] as number) + 1;
  for (let rack = 0; rack < rackCount; rack += 1)
    first[rack + 1] = (first[rack + 1] as number) + (first[rack] as number);
  return { first, neighbour: Uint32Array.from(keys, (key) => key % rackCount), cableCount: counts };
}

/** Both directions of every pair of racks as `from * rackCount + to`, in rising order. */
function sumPairs(netlist: Netlist): { keys: Float64Array; counts: Float64Array } {
  const { rackCount, links, connectionCount, connectionMemberA, connectionMemberB, memberRack } = netlist;
  const keyOf = new Float64Array(connectionCount).fill(-1);
  const indexOf = new Map<number, number>();
  for (let connection = 0; connection < connectionCount; connection += 1) {
    const a = memberRack[connectionMemberA[connection] as number] as number;
    const b = memberRack[connectionMemberB[connection] as number] as number;
    if (a < 0 || b < 0 || a === b) continue;
    const key = Math.min(a, b) * rackCount + Math.max(a, b);
    keyOf[connection] = key;
    if (!indexOf.has(key)) indexOf.set(key, indexOf.size);
  }
  const sums = new Float64Array(indexOf.size);
  const cablesOf = countCablesPerConnection(netlist);
  links.forEach(({ firstConnection, connectionCount: count }, link) => {
    for (let connection = firstConnection; connection < firstConnection + count; connection += 1) {
      const index = indexOf.get(keyOf[connection] as number);
      if (index !== undefined) sums[index] = (sums[index] as number) + (cablesOf[link] as number);
    }
  });
  const pairs = [...indexOf].flatMap(([key, index]) => {
    const from = Math.floor(key / rackCount);
    const to = key % rackCount;
    const count = sums[index] as number;
    return [
      { key, count },
      { key: to * rackCount + from, count },
    ];
  });
  pairs.sort((a, b) => a.key - b.key);
  return { keys: Float64Array.from(pairs, ({ key }) => key), counts: Float64Array.from(pairs, ({ count }) => count) };
}

/** By link. Connections that share an assembly count for a part of it; one whose medium is not settled counts as one cable. */
function countCablesPerConnection({ links, cableLink }: Netlist): Float64Array {
  const cables = new Float64Array(links.length);
  for (const link of cableLink) cables[link] = (cables[link] as number) + 1;
  return cables.map((count, link) => (count > 0 ? count / (links[link]?.connectionCount ?? 1) : 1));
}

/** What a metre of cable between a rack of endpoints and a network rack counts for, of a metre between network racks. */
const ACCESS_WEIGHT = 1.5;

/**
 * The same graph with more weight on cables to endpoints. Along the way from a server over its leaf to a spine, a leaf may stand
 * anywhere at the same length of cable; it should stand by its servers, whose runs then stay within the reach of cheap cables.
 */
export function weighAccess({ first, neighbour, cableCount }: RackCables, hasEndpoint: Uint8Array): RackCables {
  const weighted = cableCount.slice();
  for (const [rack, own] of hasEndpoint.entries()) {
    for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
      if (hasEndpoint[neighbour[at] as number] !== own) weighted[at] = ACCESS_WEIGHT * (cableCount[at] as number);
    }
  }
  return { first, neighbour, cableCount: weighted };
}
