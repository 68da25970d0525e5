/**
 * Which racks may stand in which rows: positions wide and deep enough, liquid-cooled racks where coolant is, and what all racks
 * of a row or of a zone may draw or give off together. Keeps the sums while racks come, go and change places.
 */

/** A sum over the racks of some rows that must not pass its limit. */
export interface SumLimit {
  readonly name: string;
  readonly rows: readonly number[];
  readonly limitW: number;
  /** By rack. */
  readonly loadW: Float64Array;
}

export interface StandRules {
  readonly rowCount: number;
  /** By rack: racks of one kind may stand in the same rows. */
  readonly kindOfRack: Uint32Array;
  /** kind * rowCount + row. */
  readonly allowed: Uint8Array;
  readonly limits: readonly SumLimit[];
}

/** Sums are of watts: less than this much over a limit is noise of the arithmetic. */
const NOISE_W = 1e-6;

export class StandLedger {
  readonly rules: StandRules;
  readonly #limitsOfRow: readonly (readonly number[])[];
  readonly #sumW: Float64Array;

  constructor(rules: StandRules) {
    this.rules = rules;
    const limitsOfRow: number[][] = Array.from({ length: rules.rowCount }, () => []);
    rules.limits.forEach(({ rows }, limit) => {
      for (const row of rows) limitsOfRow[row]?.push(limit);
    });
    this.#limitsOfRow = limitsOfRow;
    this.#sumW = new Float64Array(rules.limits.length);
  }

  /** Whether the row suits the rack, whatever else stands there. */
  suits(rack: number, row: number): boolean {
    const { allowed, kindOfRack, rowCount } = this.rules;
    return allowed[(kindOfRack[rack] as number) * rowCount + row] === 1;
  }

  /** Whether a rack may come to a row in place of another (NONE = of none) that goes to the row it comes from (NONE = from nowhere). */
  mayCome(rack: number, toRow: number, fromRow: number, inPlaceOf: number): boolean {
    if (!this.suits(rack, toRow)) return false;
    for (const limit of this.#limitsOfRow[toRow] as readonly number[]) {
      if (fromRow >= 0 && this.#limitsOfRow[fromRow]?.includes(limit)) continue;
      const { loadW, limitW } = this.rules.limits[limit] as SumLimit;
      const leavingW = inPlaceOf >= 0 ? (loadW[inPlaceOf] as number) : 0;
      if ((this.#sumW[limit] as number) - leavingW + (loadW[rack] as number) > limitW + NOISE_W) return false;
    }
    return true;
  }

  add(rack: number, row: number): void {
    this.#change(rack, row, 1);
  }

  remove(rack: number, row: number): void {
    this.#change(rack, row, -1);
  }

  #change(rack: number, row: number, sign: number): void {
    for (const limit of this.#limitsOfRow[row] as readonly number[]) {
      const { loadW } = this.rules.limits[limit] as SumLimit;
      this.#sumW[limit] = (this.#sumW[limit] as number) + sign * (loadW[rack] as number);
    }
  }
}
