/**
 * Racks that are cabled alike, are of one group and load what they stand on alike may change places at no cost: they are put in
 * the order of their numbers along the rows, so that they stand in long runs. So are the racks of one block, where it costs next
 * to nothing.
 */
import type { FloorSlots } from './floor-slots.ts';
import { type Layout, measureRacks } from './layout.ts';
import type { RackBlocks } from './rack-blocks.ts';
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
  const parts = [describeLoad(rack, rules)];
  for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
    parts.push(`${neighbour[at]} ${cableCount[at]}`);
  }
  return parts.join();
}

function describeLoad(rack: number, { kindOfRack, limits }: StandRules): string {
  const loads = [...new Set(limits.map((limit) => limit.loadW))];
  return [kindOfRack[rack], ...loads.map((loadW) => loadW[rack])].join();
}

/** By rack, a number that racks share which are of one group and of one block, and load alike. */
export function numberFamilies({ blocks, central }: RackBlocks, rules: StandRules): Uint32Array {
  const blockOf = new Int32Array(rules.kindOfRack.length);
  const sets = [central, ...blocks.map(({ networkRacks, otherRacks }) => [...networkRacks, ...otherRacks])];
  sets.forEach((racks, set) => {
    for (const rack of racks) blockOf[rack] = set;
  });
  const numbers = new Map<string, number>();
  return rules.kindOfRack.map((_, rack) => {
    const name = `${blockOf[rack]} ${describeLoad(rack, rules)}`;
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/** How much longer the cables of a family may get for standing in order. */
const ORDER_SHARE = 0.01;

export function straighten(
  layout: Layout,
  slots: FloorSlots,
  cables: RackCables,
  alike: Uint32Array,
  families: Uint32Array,
): void {
  for (const racks of listSets(layout, alike)) putInOrder(layout, racks);
  for (const racks of listSets(layout, families)) {
    const taken = racks.map((rack) => layout.slotOf[rack] as number);
    const beforeM = measureRacks(layout, slots, cables, racks);
    putInOrder(layout, racks);
    if (measureRacks(layout, slots, cables, racks) > beforeM * (1 + ORDER_SHARE)) seat(layout, racks, taken);
  }
}

/** Standing racks with one number, in the order of their own numbers. */
function listSets({ slotOf }: Layout, numbers: Uint32Array): number[][] {
  const sets = new Map<number, number[]>();
  for (const [rack, slot] of slotOf.entries()) {
    if (slot < 0) continue;
    const number = numbers[rack] as number;
    const racks = sets.get(number);
    if (racks) racks.push(rack);
    else sets.set(number, [rack]);
  }
  return [...sets.values()];
}

function putInOrder(layout: Layout, racks: readonly number[]): void {
  seat(
    layout,
    racks,
    racks.map((rack) => layout.slotOf[rack] as number).sort((a, b) => a - b),
  );
}

function seat(layout: Layout, racks: readonly number[], taken: readonly number[]): void {
  racks.forEach((rack, index) => {
    const slot = taken[index] as number;
    layout.slotOf[rack] = slot;
    layout.rackAt[slot] = rack;
  });
}
