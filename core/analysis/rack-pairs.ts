/** How many cables run between every two racks, and the room they take: what trays, bundles and deployability are counted from. */
import type { Memory } from '../base/memory.ts';
import type { Netlist } from '../netlist/netlist.ts';
import { getCableSectionMm2 } from './cable-sections.ts';

/** Racks of a pair in order of their numbers; a rack is paired with itself by the cables inside it. */
export interface RackPairs {
  readonly rackA: Uint32Array;
  readonly rackB: Uint32Array;
  readonly cableCount: Uint32Array;
  /** Of the cables whose kind is chosen. */
  readonly sectionMm2: Float64Array;
  /** Cables whose kind is not. */
  readonly unknownCount: Uint32Array;
}

/** Cables with an end in no rack are in no pair. A splitter counts where its first tail goes. Linear in the cables. */
export function recallRackPairs(netlist: Netlist, memory: Memory): RackPairs {
  const { cableCageA, cableCageB, cableStock, cableStocks, cageMember, memberRack, rackCount } = netlist;
  return memory.recall(
    'rack pairs',
    [cableCageA, cableCageB, cableStock, cableStocks, cageMember, memberRack, rackCount],
    () => countPairs(netlist),
  );
}

function countPairs(netlist: Netlist): RackPairs {
  const { cableCount, cableCageA, cableCageB, cableStock, cableStocks, cageMember, memberRack, rackCount } = netlist;
  const sections = cableStocks.map(({ cable }) => (cable ? getCableSectionMm2(cable) : Number.NaN));
  const places = new Map<number, number>();
  const rackA: number[] = [];
  const rackB: number[] = [];
  const counts: number[] = [];
  const areas: number[] = [];
  const unknown: number[] = [];
  let lastKey = -1;
  let place = 0;
  for (let cable = 0; cable < cableCount; cable += 1) {
    const a = memberRack[cageMember[cableCageA[cable] as number] as number] as number;
    const b = memberRack[cageMember[cableCageB[cable] as number] as number] as number;
    if (a < 0 || b < 0) continue;
    const key = a < b ? a * rackCount + b : b * rackCount + a;
    if (key !== lastKey) {
      lastKey = key;
      const known = places.get(key);
      place = known ?? rackA.length;
      if (known === undefined) {
        places.set(key, place);
        rackA.push(Math.min(a, b));
        rackB.push(Math.max(a, b));
        counts.push(0);
        areas.push(0);
        unknown.push(0);
      }
    }
    const section = sections[cableStock[cable] as number] as number;
    counts[place] = (counts[place] as number) + 1;
    if (section === section) areas[place] = (areas[place] as number) + section;
    else unknown[place] = (unknown[place] as number) + 1;
  }
  return {
    rackA: Uint32Array.from(rackA),
    rackB: Uint32Array.from(rackB),
    cableCount: Uint32Array.from(counts),
    sectionMm2: Float64Array.from(areas),
    unknownCount: Uint32Array.from(unknown),
  };
}
