/** The length to buy a cable in. */
import type { CablePart } from './part.ts';

/** The shortest length on sale that covers the run; null when no such length is known. */
export function chooseStockLength(
  cable: CablePart,
  lengthM: number,
): { lengthM: number; partNumber: string | null } | null {
  let best: { lengthM: number; partNumber: string | null } | null = null;
  for (const stock of cable.lengths) {
    if (stock.lengthM >= lengthM && (best === null || stock.lengthM < best.lengthM)) best = stock;
  }
  return best;
}
