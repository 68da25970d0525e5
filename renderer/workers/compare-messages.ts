/** What the comparison of two designs and its worker say to each other. Only the answer to the newest question counts. */
import type { DesignComparison } from '#core/analysis/compare/compare-reports.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { Result } from '#core/base/result.ts';
import type { Design } from '#core/design/design.ts';
import type { Scenario } from '#core/design/scenario.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';

/** `null` = the design of the question before. The other one is reckoned with the prices and asked the question of the own one. */
export type CompareRequest =
  | {
      readonly kind: 'compare';
      readonly requestId: number;
      readonly own: Design | null;
      readonly other: Design | null;
      readonly scenario: Scenario;
    }
  /** How a figure of one of the two, as they were compared last, comes about. Has numbers of its own. */
  | {
      readonly kind: 'explain';
      readonly requestId: number;
      readonly side: 'own' | 'other';
      readonly metricId: MetricId;
    };

/** The same question put to both; the errors are sentences for the user. */
export interface ComparedTimes {
  readonly own: Result<CollectiveEstimate, string>;
  readonly other: Result<CollectiveEstimate, string>;
  /** What of the scenario means nothing in the other design, in words that complete 'without its ...'. */
  readonly leftOut: readonly string[];
}

export type CompareReply =
  | {
      readonly kind: 'compared';
      readonly requestId: number;
      readonly comparison: DesignComparison;
      readonly times: ComparedTimes;
    }
  /** null = that design has no such figure. */
  | { readonly kind: 'explanation'; readonly requestId: number; readonly explanation: Explanation | null }
  /** A fault of ours. */
  | { readonly kind: 'failure'; readonly requestId: number; readonly details: string };
