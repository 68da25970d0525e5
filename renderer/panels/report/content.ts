/** What all sections of the report are made from: figures that were there before it. */
import type { BomSection } from '#core/analysis/bom-report.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Part } from '#core/catalog/part.ts';
import type { Design } from '#core/design/design.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';

export interface ReportContent {
  readonly design: Design;
  readonly report: Report;
  /** Of the current scenario; null = it cannot be asked of this design. */
  readonly estimate: CollectiveEstimate | null;
  /** Of the figures that the report shows; null = still being asked for. */
  readonly derivations: readonly Explanation[] | null;
  /** The bill of materials by day; null = still being asked for. */
  readonly phases: readonly BomSection[] | null;
  readonly findPart: (partId: string) => Part | undefined;
}
