/**
 * What lies along a tray whose places are known beforehand: each load from one of them to another, and between any two the sum
 * of all that pass. As `SpanLoads`, for hundreds of thousands of loads.
 */
import { Lasting } from '../base/lasting.ts';
import type { Load, Span } from './span-loads.ts';

/** Places closer than that are one. */
const SAME_PLACE_MM = 1;

/** Places along trays of one direction, in order; what is noted lies between two of them. */
export class Places {
  readonly inM: readonly number[];
  private readonly indexOf: ReadonlyMap<number, number>;

  constructor(placesM: Iterable<number>) {
    const grid = [...new Set([...placesM].map(toGrid))].sort((x, y) => x - y);
    this.inM = grid.map((place) => (place * SAME_PLACE_MM) / 1000);
    this.indexOf = new Map(grid.map((place, index) => [place, index]));
  }

  /** One of the places that were given. */
  find(placeM: number): number {
    return this.indexOf.get(toGrid(placeM)) as number;
  }
}

function toGrid(placeM: number): number {
  return Math.round((placeM * 1000) / SAME_PLACE_MM);
}

/** One tray. */
export class TraySpans extends Lasting {
  private readonly places: Places;
  /** By place, what begins there less what ends there. */
  private readonly cableCount: Float64Array;
  private readonly sectionMm2: Float64Array;
  private readonly unknownCount: Float64Array;

  constructor(places: Places) {
    super();
    this.places = places;
    this.cableCount = new Float64Array(places.inM.length);
    this.sectionMm2 = new Float64Array(places.inM.length);
    this.unknownCount = new Float64Array(places.inM.length);
  }

  /** From one place of the list to another, either way. */
  add(from: number, to: number, { cableCount, sectionMm2, unknownCount }: Load): void {
    const [first, last] = from < to ? [from, to] : [to, from];
    change(this.cableCount, first, last, cableCount);
    change(this.sectionMm2, first, last, sectionMm2);
    change(this.unknownCount, first, last, unknownCount);
  }

  /** Its stretches in order; empty ones are left out, and alike ones that follow each other are one. */
  list(): Span[] {
    const { inM } = this.places;
    const spans: Span[] = [];
    const sum = { cableCount: 0, sectionMm2: 0, unknownCount: 0 };
    for (let place = 0; place + 1 < inM.length; place += 1) {
      const changed = this.cableCount[place] !== 0 || this.sectionMm2[place] !== 0;
      sum.cableCount += this.cableCount[place] as number;
      sum.sectionMm2 += this.sectionMm2[place] as number;
      sum.unknownCount += this.unknownCount[place] as number;
      if (sum.cableCount === 0) continue;
      const toM = inM[place + 1] as number;
      const last = spans.at(-1);
      if (last && !changed) spans[spans.length - 1] = { ...last, toM };
      else spans.push({ ...sum, fromM: inM[place] as number, toM });
    }
    return spans;
  }
}

function change(changes: Float64Array, first: number, last: number, amount: number): void {
  changes[first] = (changes[first] as number) + amount;
  changes[last] = (changes[last] as number) - amount;
}
