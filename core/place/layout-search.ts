/** One step after the other of a search for shorter cables: picks moves, weighs them, makes them. See improve-layout. */
import type { Random } from '../base/random.ts';
import type { NetRow } from '../netlist/netlist.ts';
import { computeSlotDistanceM, type FloorSlots } from './floor-slots.ts';
import { type Layout, NOTHING } from './layout.ts';
import type { RackCables } from './rack-cables.ts';
import { StandLedger, type StandRules } from './stand-limits.ts';

export interface SearchInput {
  readonly slots: FloorSlots;
  readonly cables: RackCables;
  readonly rules: StandRules;
  /** By rack: racks with one number may change places at no cost. */
  readonly alike: Uint32Array;
  /** By rack: racks with one number should stand side by side. */
  readonly families: Uint32Array;
  readonly random: Random;
  /** Metres that a break between two racks side by side of different families counts for. */
  readonly breakM: number;
}

/** What a move costs beside the pairs it visits. */
const MOVE_WORK = 8;
/** A visit where ways go by crossings takes so many of one where they do not. */
const CROSSING_WORK = 4;
const CHANCES = 2 ** 30;

export class LayoutSearch {
  readonly layout: Layout;
  readonly #given: SearchInput;
  readonly #ledger: StandLedger;
  readonly #standing: Int32Array;

  constructor(layout: Layout, given: SearchInput) {
    this.layout = layout;
    this.#given = given;
    this.#ledger = new StandLedger(given.rules);
    const standing: number[] = [];
    layout.slotOf.forEach((slot, rack) => {
      if (slot === NOTHING) return;
      standing.push(rack);
      this.#ledger.add(rack, given.slots.row[slot] as number);
    });
    this.#standing = Int32Array.from(standing);
  }

  /** Mean size of the changes that moves would bring, for a scale of temperature. */
  sampleChangeM(count: number): number {
    let sumM = 0;
    for (let i = 0; i < count && this.#standing.length > 0; i += 1) {
      const rack = this.#pickRack();
      const slot = this.#pickSlot(rack);
      if (slot !== this.layout.slotOf[rack]) sumM += Math.abs(this.#weigh(rack, slot));
    }
    return sumM / count;
  }

  /** Works on and says by how much cables and breaks have changed, m. */
  run(work: number, temperatureM: number): number {
    const { random, alike, slots } = this.#given;
    const { slotOf, rackAt } = this.layout;
    const visitWork = slots.isOpen ? 1 : CROSSING_WORK;
    let changeM = 0;
    for (let done = 0; done < work && this.#standing.length > 0; done += MOVE_WORK) {
      const rack = this.#pickRack();
      const slot = this.#pickSlot(rack);
      const other = rackAt[slot] as number;
      if (other === rack || !this.#isAllowed(rack, slot)) continue;
      if (other !== NOTHING && alike[other] === alike[rack]) continue;
      done += visitWork * (this.#countPairs(rack) + (other === NOTHING ? 0 : this.#countPairs(other)));
      const moveM = this.#weigh(rack, slot);
      if (moveM >= 0) {
        if (temperatureM === 0 || random.nextInt(CHANCES) >= CHANCES * Math.exp(-moveM / temperatureM)) continue;
      }
      this.#move(rack, slotOf[rack] as number, slot, other);
      changeM += moveM;
    }
    return changeM;
  }

  #countPairs(rack: number): number {
    const { first } = this.#given.cables;
    return (first[rack + 1] as number) - (first[rack] as number);
  }

  #pickRack(): number {
    return this.#standing[this.#given.random.nextInt(this.#standing.length)] as number;
  }

  /** A position near a rack that it is cabled to, or near its own. */
  #pickSlot(rack: number): number {
    const { random, cables, slots } = this.#given;
    const { slotOf } = this.layout;
    const own = slotOf[rack] as number;
    const count = this.#countPairs(rack);
    if (count === 0) return own;
    const near = slotOf[cables.neighbour[(cables.first[rack] as number) + random.nextInt(count)] as number] as number;
    return scatter(slots, near === NOTHING || random.nextInt(4) === 0 ? own : near, random);
  }

  #isAllowed(rack: number, slot: number): boolean {
    const { row } = this.#given.slots;
    const fromRow = row[this.layout.slotOf[rack] as number] as number;
    const toRow = row[slot] as number;
    if (fromRow === toRow) return true;
    const other = this.layout.rackAt[slot] as number;
    if (!this.#ledger.mayCome(rack, toRow, fromRow, other)) return false;
    return other === NOTHING || this.#ledger.mayCome(other, fromRow, toRow, rack);
  }

  /** What moving the rack to the position changes, m. */
  #weigh(rack: number, slot: number): number {
    const other = this.layout.rackAt[slot] as number;
    const from = this.layout.slotOf[rack] as number;
    let changeM = this.#weighCables(rack, from, slot, other);
    if (other !== NOTHING) changeM += this.#weighCables(other, slot, from, rack);
    return changeM + this.#given.breakM * this.#weighBreaks(rack, from, slot, other);
  }

  /** Cables between the two that change places stay as long as they are. */
  #weighCables(rack: number, from: number, to: number, besides: number): number {
    const { slots, cables } = this.#given;
    const { first, neighbour, cableCount } = cables;
    const { slotOf } = this.layout;
    const { xM, yM } = slots.places;
    const fromX = xM[from] as number;
    const fromY = yM[from] as number;
    const toX = xM[to] as number;
    const toY = yM[to] as number;
    const end = first[rack + 1] as number;
    let sumM = 0;
    for (let at = first[rack] as number; at < end; at += 1) {
      const other = neighbour[at] as number;
      const slot = slotOf[other] as number;
      if (other === besides || slot < 0) continue;
      let changeM: number;
      if (slots.isOpen) {
        const x = xM[slot] as number;
        const y = yM[slot] as number;
        changeM = Math.abs(toX - x) + Math.abs(toY - y) - Math.abs(fromX - x) - Math.abs(fromY - y);
      } else changeM = computeSlotDistanceM(slots, to, slot) - computeSlotDistanceM(slots, from, slot);
      sumM += (cableCount[at] as number) * changeM;
    }
    return sumM;
  }

  /** How many more breaks there would be. */
  #weighBreaks(rack: number, from: number, to: number, other: number): number {
    const { rackAt } = this.layout;
    const before = this.#countBreaks(from) + this.#countBreaks(to);
    rackAt[to] = rack;
    rackAt[from] = other;
    const after = this.#countBreaks(from) + this.#countBreaks(to);
    rackAt[to] = other;
    rackAt[from] = rack;
    return after - before;
  }

  #countBreaks(slot: number): number {
    const { slots } = this.#given;
    const row = slots.row[slot];
    let breaks = 0;
    if (slot > 0 && slots.row[slot - 1] === row && !this.#isRun(slot - 1, slot)) breaks += 1;
    if (slot + 1 < slots.count && slots.row[slot + 1] === row && !this.#isRun(slot, slot + 1)) breaks += 1;
    return breaks;
  }

  #isRun(west: number, east: number): boolean {
    const { families } = this.#given;
    const a = this.layout.rackAt[west] as number;
    const b = this.layout.rackAt[east] as number;
    return a === NOTHING || b === NOTHING ? a === b : families[a] === families[b];
  }

  #move(rack: number, from: number, slot: number, other: number): void {
    const { slotOf, rackAt } = this.layout;
    const { row } = this.#given.slots;
    const fromRow = row[from] as number;
    const toRow = row[slot] as number;
    slotOf[rack] = slot;
    rackAt[slot] = rack;
    rackAt[from] = other;
    this.#ledger.remove(rack, fromRow);
    this.#ledger.add(rack, toRow);
    if (other === NOTHING) return;
    slotOf[other] = from;
    this.#ledger.remove(other, toRow);
    this.#ledger.add(other, fromRow);
  }
}

/** A position not far from one: some rows and places off, near ones more often than far ones. */
function scatter({ floor, firstOfRow, row, places }: FloorSlots, slot: number, random: Random): number {
  const fromRow = row[slot] as number;
  const reach = 1 + random.nextInt(3);
  const toRow = Math.min(floor.rows.length - 1, Math.max(0, fromRow - reach + random.nextInt(2 * reach + 1)));
  const { xM, pitchM, slotCount } = floor.rows[toRow] as NetRow;
  const middle = Math.floor(((places.xM[slot] as number) - xM) / pitchM);
  const span = 1 + random.nextInt(1 + random.nextInt(Math.max(4, Math.ceil(slotCount / 2))));
  const place = middle - span + random.nextInt(2 * span + 1);
  return (firstOfRow[toRow] as number) + Math.min(slotCount - 1, Math.max(0, place));
}
