/** How many cables of all links run between every two racks, and the room they take: what trays and bundles are counted from. */
import type { Memory } from '../base/memory.ts';
import type { CablePart } from '../catalog/part.ts';
import type { Netlist, NetLink } from '../netlist/netlist.ts';
import { getCableSectionMm2 } from './cable-sections.ts';
import { type LinkRackPairs, recallLinkCabling } from './link-cabling.ts';

/** Racks of a pair in order of their numbers; a rack is paired with itself by the cables inside it. */
export interface RackPairs extends LinkRackPairs {
  /** Of the cables whose kind is chosen. */
  readonly sectionMm2: Float64Array;
  /** Cables whose kind is not. */
  readonly unknownCount: Uint32Array;
}

export function recallRackPairs(netlist: Netlist, memory: Memory): RackPairs {
  const ofLinks = recallLinkCabling(netlist, memory).map(({ pairs }) => pairs);
  const cables = netlist.links.map(getCable);
  return memory.recall('rack pairs', [...ofLinks, ...cables, netlist.rackCount], () =>
    joinPairs(ofLinks, cables, netlist.rackCount),
  );
}

function getCable({ medium }: NetLink): CablePart | undefined {
  return medium.kind === 'unresolved' ? undefined : medium.cable;
}

function joinPairs(
  ofLinks: readonly LinkRackPairs[],
  cables: readonly (CablePart | undefined)[],
  rackCount: number,
): RackPairs {
  const places = new Map<number, number>();
  const keys: number[] = [];
  const counts: number[] = [];
  const sections: number[] = [];
  const unknown: number[] = [];
  ofLinks.forEach(({ rackA, rackB, cableCount }, link) => {
    const cable = cables[link];
    const sectionMm2 = cable ? getCableSectionMm2(cable) : 0;
    for (let i = 0; i < rackA.length; i += 1) {
      const [a, b] = [rackA[i] as number, rackB[i] as number];
      const key = a < b ? a * rackCount + b : b * rackCount + a;
      let place = places.get(key);
      if (place === undefined) {
        place = keys.length;
        places.set(key, place);
        keys.push(key);
        counts.push(0);
        sections.push(0);
        unknown.push(0);
      }
      const count = cableCount[i] as number;
      counts[place] = (counts[place] as number) + count;
      sections[place] = (sections[place] as number) + count * sectionMm2;
      if (!cable) unknown[place] = (unknown[place] as number) + count;
    }
  });
  return {
    rackA: Uint32Array.from(keys, (key) => Math.floor(key / rackCount)),
    rackB: Uint32Array.from(keys, (key) => key % rackCount),
    cableCount: Uint32Array.from(counts),
    sectionMm2: Float64Array.from(sections),
    unknownCount: Uint32Array.from(unknown),
  };
}
