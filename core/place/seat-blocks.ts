/**
 * A first layout: blocks one after the other along strips across the rows, the network racks of each in its middle, what serves
 * all blocks in the middle of them. Skips positions that a rack may not stand on.
 */
import type { NetRow } from '../netlist/netlist.ts';
import { computeSlotDistanceM, type FloorSlots } from './floor-slots.ts';
import { createLayout, type Layout, NOTHING, stand } from './layout.ts';
import type { RackBlock, RackBlocks } from './rack-blocks.ts';
import { StandLedger, type StandRules } from './stand-limits.ts';

/** Rows from the first on, walked in strips of a width: the order in which positions are taken. */
export interface StripPlan {
  readonly rowCount: number;
  readonly stripWidthM: number;
}

/**
 * Positions of the first rows strip by strip from west to east, back and forth through the rows, so that neighbours in the order
 * are near; then those of the other rows.
 */
export function orderSlots({ floor, firstOfRow, count }: FloorSlots, { rowCount, stripWidthM }: StripPlan): Int32Array {
  const rows = floor.rows.slice(0, rowCount);
  const westM = Math.min(...rows.map(({ xM }) => xM));
  const keyed: { readonly slot: number; readonly key: readonly number[] }[] = [];
  rows.forEach((row, rowIndex) => {
    for (let place = 0; place < row.slotCount; place += 1) {
      const strip = Math.floor((middleM(row, place) - westM) / stripWidthM);
      const rowKey = strip % 2 === 0 ? rowIndex : -rowIndex;
      const placeKey = (rowIndex + strip) % 2 === 0 ? place : -place;
      keyed.push({ slot: (firstOfRow[rowIndex] as number) + place, key: [row.room, strip, rowKey, placeKey] });
    }
  });
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const order = Int32Array.from({ length: count }, (_, slot) => slot);
  keyed.forEach(({ slot }, index) => {
    order[index] = slot;
  });
  return order;
}

function middleM({ xM, pitchM }: NetRow, place: number): number {
  return xM + (place + 0.5) * pitchM;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Takes positions along an order; every kind of rack goes on from where the last of its kind found room. */
class Seats {
  readonly layout: Layout;
  readonly #slots: FloorSlots;
  readonly #order: Int32Array;
  readonly #ledger: StandLedger;
  readonly #next: Uint32Array;

  constructor(slots: FloorSlots, order: Int32Array, rules: StandRules) {
    this.#slots = slots;
    this.#order = order;
    this.#ledger = new StandLedger(rules);
    this.#next = new Uint32Array(rules.allowed.length / Math.max(1, rules.rowCount));
    this.layout = createLayout(rules.kindOfRack.length, slots.count);
  }

  /** Next position that may be taken; NOTHING = none is left. */
  findNext(rack: number): number {
    const kind = this.#ledger.rules.kindOfRack[rack] as number;
    for (let at = this.#next[kind] as number; at < this.#order.length; at += 1) {
      const slot = this.#order[at] as number;
      if (this.canTake(rack, slot)) {
        this.#next[kind] = at;
        return slot;
      }
    }
    this.#next[kind] = this.#order.length;
    return NOTHING;
  }

  canTake(rack: number, slot: number): boolean {
    if (this.layout.rackAt[slot] !== NOTHING) return false;
    return this.#ledger.mayCome(rack, this.#slots.row[slot] as number, NOTHING, NOTHING);
  }

  take(rack: number, slot: number): void {
    stand(this.layout, this.#slots, this.#ledger, rack, slot);
  }
}

/** Racks that find no position stand nowhere. */
export function seatBlocks(
  slots: FloorSlots,
  order: Int32Array,
  { blocks, central }: RackBlocks,
  rules: StandRules,
): Layout {
  const seats = new Seats(slots, order, rules);
  const rackCount = rules.kindOfRack.length;
  const used = order.subarray(0, Math.min(order.length, rackCount));
  takeNearest(seats, central, sortByDistance(slots, used, findMiddle(slots, used)));
  for (const block of blocks) seatBlock(seats, slots, block);
  seatRest(seats, order, rules);
  return seats.layout;
}

/** What was passed by, e.g. in a row that was too full for another rack. */
function seatRest(seats: Seats, order: Int32Array, { kindOfRack }: StandRules): void {
  const hopeless = new Set<number>();
  for (const [rack, kind] of kindOfRack.entries()) {
    if (seats.layout.slotOf[rack] !== NOTHING || hopeless.has(kind)) continue;
    const slot = order.find((other) => seats.canTake(rack, other));
    if (slot === undefined) hopeless.add(kind);
    else seats.take(rack, slot);
  }
}

/** Racks in the order of their numbers along the rows. */
export function seatInRowOrder(slots: FloorSlots, rules: StandRules): Layout {
  const racks = Array.from(rules.kindOfRack.keys());
  const order = Int32Array.from({ length: slots.count }, (_, slot) => slot);
  return seatBlocks(slots, order, { blocks: [{ networkRacks: [], otherRacks: racks }], central: [] }, rules);
}

/** Network racks take their positions when half of the others have theirs. */
function seatBlock(seats: Seats, slots: FloorSlots, { networkRacks, otherRacks }: RackBlock): void {
  const taken: number[] = [];
  const half = Math.ceil(otherRacks.length / 2);
  for (const rack of [...otherRacks.slice(0, half), ...networkRacks, ...otherRacks.slice(half)]) {
    const slot = seats.findNext(rack);
    if (slot === NOTHING) continue;
    seats.take(rack, slot);
    taken.push(slot);
  }
}

function takeNearest(seats: Seats, racks: readonly number[], nearest: readonly number[]): void {
  for (const rack of racks) {
    const slot = nearest.find((one) => seats.canTake(rack, one));
    if (slot !== undefined) seats.take(rack, slot);
  }
}

/** The position nearest to the mean place of some positions. */
function findMiddle({ places: { xM, yM } }: FloorSlots, some: Int32Array): number {
  let meanX = 0;
  let meanY = 0;
  for (const slot of some) {
    meanX += (xM[slot] as number) / some.length;
    meanY += (yM[slot] as number) / some.length;
  }
  let middle = some[0] ?? NOTHING;
  let least = Number.POSITIVE_INFINITY;
  for (const slot of some) {
    const offM = Math.abs((xM[slot] as number) - meanX) + Math.abs((yM[slot] as number) - meanY);
    if (offM >= least) continue;
    least = offM;
    middle = slot;
  }
  return middle;
}

function sortByDistance(slots: FloorSlots, some: Int32Array, middle: number): number[] {
  const distanceM = new Map(Array.from(some, (slot) => [slot, computeSlotDistanceM(slots, middle, slot)]));
  return Array.from(some).sort((a, b) => (distanceM.get(a) as number) - (distanceM.get(b) as number) || a - b);
}
