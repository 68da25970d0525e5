/**
 * Racks that are cabled alike, are of one group and load what they stand on alike may change places at no cost: they are put in
 * the order of their numbers along the rows, so that they stand in long runs.
 */
import type { Layout } from './layout.ts';
import type { RackCables } from './rack-cables.ts';
import type { StandRules } from './stand-limits.ts';

/** By rack, a number that racks alike share. */
export function numberAlike(cables: RackCables, rules: StandRules): Uint32Array {
  const numbers = new Map<string, number>();
  return rules.kindOfRack.map((_, rack) => {
    const name = describeRack(rack, cables, rules);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** Equal for two racks only when each has the same cables to the same third racks, and none to the other. */
function describeRack(rack: number, { first, neighbour, cableCount }: RackCables, rules: StandRules): string {
  const parts: number[] = [rules.kindOfRack[rack] as number];
  for (const loadW of new Set(rules.limits.map((limit) => limit.loadW))) parts.push(loadW[rack] as number);
  for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
    parts.push(neighbour[at] as number, cableCount[at] as number);
  }
  return parts.join();
}

export function straighten(layout: Layout, alike: Uint32Array): void {
  const racksOf = new Map<number, number[]>();
  for (const [rack, slot] of layout.slotOf.entries()) {
    if (slot < 0) continue;
    const racks = racksOf.get(alike[rack] as number);
    if (racks) racks.push(rack);
    else racksOf.set(alike[rack] as number, [rack]);
  }
  for (const racks of racksOf.values()) {
    const taken = racks.map((rack) => layout.slotOf[rack] as number).sort((a, b) => a - b);
    racks.forEach((rack, index) => {
      const slot = taken[index] as number;
      layout.slotOf[rack] = slot;
      layout.rackAt[slot] = rack;
    });
  }
}
