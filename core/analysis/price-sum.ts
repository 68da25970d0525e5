/** Sums of money in which prices may be missing: what is known, and beside it how many pieces have no price. */
import type { PriceRange, PriceSum } from './bom-report.ts';

export class PriceSumBuilder {
  private low = 0;
  private high = 0;
  private unknownCount = 0;
  private readonly unknownParts = new Set<string>();

  /** Adds the price of some pieces; `null` counts them as unknown, named by their model. */
  add(price: PriceRange | null, pieceCount: number, model: string): void {
    if (pieceCount === 0) return;
    if (price === null) {
      this.unknownCount += pieceCount;
      this.unknownParts.add(model);
    } else {
      this.low += price.low;
      this.high += price.high;
    }
  }

  addSum(sum: PriceSum): void {
    this.low += sum.low;
    this.high += sum.high;
    this.unknownCount += sum.unknownCount;
    for (const part of sum.unknownParts) this.unknownParts.add(part);
  }

  finish(): PriceSum {
    return {
      low: this.low,
      high: this.high,
      unknownCount: this.unknownCount,
      unknownParts: [...this.unknownParts].sort(),
    };
  }
}

/** Nothing in it has a price. */
export function isUnpriced(sum: PriceSum): boolean {
  return sum.unknownCount > 0 && sum.high === 0;
}
