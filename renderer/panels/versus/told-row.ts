/** How the figures of a row of the comparison come about: of either design from its own report, their difference from the two. */
import { explainDifference } from '#core/analysis/explain/explain-weighed.ts';
import type { MetricId } from '#core/analysis/explain/explanation.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { explainCompared } from '../../store/compare-store.ts';

export interface RowSources {
  readonly own: ExplainSource;
  readonly other: ExplainSource;
  readonly difference: ExplainSource;
}

export const OWN = 'this design';
export const OTHER = 'the other';

export function askSide(side: 'own' | 'other', metricId: MetricId | null): ExplainSource {
  return metricId === null ? () => null : { ask: () => explainCompared(side, metricId) };
}

interface Weighed {
  readonly label: string;
  readonly unit: string;
  readonly own: number | null;
  readonly other: number | null;
  /** What is missing from them. */
  readonly caveats: readonly string[];
}

export function tellDifference({ label, unit, own, other, caveats }: Weighed): ExplainSource {
  return () =>
    explainDifference(
      { title: `Difference: ${label}`, unit, caveats },
      { name: OWN, value: own },
      { name: OTHER, value: other },
    );
}

/** Both sides ask for the same figure, each of its own report; null = that design has none. */
export function tellRow(weighed: Weighed, own: MetricId | null, other: MetricId | null): RowSources {
  return { own: askSide('own', own), other: askSide('other', other), difference: tellDifference(weighed) };
}
