/** Sums in which terms may be unknown: a lower bound, and beside it what is missing. */
import { Lasting } from '../base/lasting.ts';

/** A sum in which some terms may be unknown: `value` is then a lower bound. */
export interface PartialSum {
  readonly value: number;
  /** Items whose term is not known; 0 = the sum is complete. */
  readonly unknownCount: number;
  /** Names of the parts that lack the figure, e.g. ['DGX H100']. */
  readonly unknownParts: readonly string[];
}

export class PartialSumBuilder extends Lasting {
  private value = 0;
  private unknownCount = 0;
  private readonly unknownParts = new Set<string>();

  /**
   * Adds `times` equal terms; `null` counts them as unknown, named by the part that lacks the figure, and adds what is
   * known to be there at least.
   */
  add(term: number | null, times: number, partName: string, atLeast = 0): void {
    if (times === 0) return;
    if (term === null) {
      this.value += atLeast * times;
      this.unknownCount += times;
      this.unknownParts.add(partName);
    } else {
      this.value += term * times;
    }
  }

  addSum(sum: PartialSum): void {
    this.value += sum.value;
    this.unknownCount += sum.unknownCount;
    for (const part of sum.unknownParts) this.unknownParts.add(part);
  }

  finish(): PartialSum {
    return { value: this.value, unknownCount: this.unknownCount, unknownParts: [...this.unknownParts].sort() };
  }
}
