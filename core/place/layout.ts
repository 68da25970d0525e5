/** Which rack stands on which position, both ways, and what its cables come to. */
import { computeSlotDistanceM, type FloorSlots } from './floor-slots.ts';
import type { RackCables } from './rack-cables.ts';
import type { StandLedger } from './stand-limits.ts';

/** No rack, or no position. */
export const NOTHING = -1;

export interface Layout {
  /** By rack. */
  readonly slotOf: Int32Array;
  /** By position. */
  readonly rackAt: Int32Array;
}

export function createLayout(rackCount: number, slotCount: number): Layout {
  return { slotOf: new Int32Array(rackCount).fill(NOTHING), rackAt: new Int32Array(slotCount).fill(NOTHING) };
}

export function copyLayout({ slotOf, rackAt }: Layout): Layout {
  return { slotOf: slotOf.slice(), rackAt: rackAt.slice() };
}

export function countStanding({ slotOf }: Layout): number {
  return slotOf.reduce((count, slot) => (slot === NOTHING ? count : count + 1), 0);
}

/** Stands a rack on a free position. */
export function stand(layout: Layout, slots: FloorSlots, ledger: StandLedger, rack: number, slot: number): void {
  layout.slotOf[rack] = slot;
  layout.rackAt[slot] = rack;
  ledger.add(rack, slots.row[slot] as number);
}

/** Metres of tray way that the cables between standing racks take. */
export function measureLayout(layout: Layout, slots: FloorSlots, cables: RackCables): number {
  let sumM = 0;
  for (let rack = 0; rack < layout.slotOf.length; rack += 1) sumM += measureRack(layout, slots, cables, rack);
  return sumM / 2;
}

/** Those at some racks; a cable between two of them counts twice. */
export function measureRacks(layout: Layout, slots: FloorSlots, cables: RackCables, racks: readonly number[]): number {
  return racks.reduce((sumM, rack) => sumM + measureRack(layout, slots, cables, rack), 0);
}

function measureRack({ slotOf }: Layout, slots: FloorSlots, cables: RackCables, rack: number): number {
  const { first, neighbour, cableCount } = cables;
  const slot = slotOf[rack] as number;
  if (slot < 0) return 0;
  let sumM = 0;
  for (let at = first[rack] as number; at < (first[rack + 1] as number); at += 1) {
    const otherSlot = slotOf[neighbour[at] as number] as number;
    if (otherSlot >= 0) sumM += (cableCount[at] as number) * computeSlotDistanceM(slots, slot, otherSlot);
  }
  return sumM;
}
