/** Two designs side by side: what two reports say about the same things. Plain values, safe to post between threads. */
import type { PriceSum } from '../bom-report.ts';
import type { Report } from '../report.ts';
import { NETWORK } from '../cost.ts';
import { type ComparedPart, compareParts, sumCostDifference } from './compare-parts.ts';
import { type ComparedFabric, type DesignFigures, pairFabrics, readDesignFigures } from './design-figures.ts';

export interface DesignComparison {
  readonly own: DesignFigures;
  readonly other: DesignFigures;
  readonly fabrics: readonly ComparedFabric[];
  readonly parts: readonly ComparedPart[];
  /** Of the totals: other less own. Pieces without a price that only one of them buys are missing from it. */
  readonly costDifference: PriceSum;
  readonly networkCostDifference: PriceSum;
}

export function compareReports(own: Report, other: Report): DesignComparison {
  const parts = compareParts(own.bom, other.bom);
  return {
    own: readDesignFigures(own),
    other: readDesignFigures(other),
    fabrics: pairFabrics(own.fabrics, other.fabrics),
    parts,
    costDifference: sumCostDifference(parts),
    networkCostDifference: sumCostDifference(parts.filter(({ category }) => NETWORK.has(category))),
  };
}
