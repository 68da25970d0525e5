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

/** A length that a cable is ordered in. */
export interface BoughtLength {
  readonly lengthM: number;
  readonly partNumber: string | null;
  /** false = no source says that it is sold; it is a step of the ladder. */
  readonly isKnown: boolean;
}

/**
 * Steps in which cables of unknown lengths are taken to be sold, each up to a length, in m. They follow the lists that are
 * published: half metres of copper up to 3 m, then fibres of 3, 5, 7, 10, 15, 20, 30, 50 m (NVIDIA MCP7Y00, MFP7E10).
 */
const LADDER: readonly { readonly stepM: number; readonly upToM: number }[] = [
  { stepM: 0.5, upToM: 3 },
  { stepM: 1, upToM: 10 },
  { stepM: 5, upToM: 50 },
  { stepM: 10, upToM: Number.POSITIVE_INFINITY },
];

/** Far below what anybody cuts to: keeps 3 m, which floating point makes a hair more, from becoming 4 m. */
const CUTTING_SLACK_M = 1e-6;

/** What to order for a run: the shortest length on sale that covers it, else the next step of the ladder. */
export function chooseBoughtLength(cable: CablePart | undefined, lengthM: number): BoughtLength {
  const stock = cable && chooseStockLength(cable, lengthM);
  if (stock) return { ...stock, isKnown: true };
  const step = climbLadder(lengthM);
  const reachM = cable?.reachM ?? step;
  // Nobody makes a cable that is longer than it reaches.
  return { lengthM: reachM >= lengthM ? Math.min(step, reachM) : step, partNumber: null, isKnown: false };
}

function climbLadder(lengthM: number): number {
  const { stepM } = LADDER.find(({ upToM }) => lengthM <= upToM + CUTTING_SLACK_M) ?? { stepM: 1 };
  return Math.ceil((lengthM - CUTTING_SLACK_M) / stepM) * stepM;
}
