/** The key figures: those of the metrics bar, in the same words. */
import { METRICS } from '../metrics.ts';
import type { Block } from './blocks.ts';
import type { ReportContent } from './content.ts';

export function listFigures({ report }: ReportContent): Block[] {
  const facts = METRICS.map((metric) => ({
    label: metric.label,
    value: metric.value(report),
    note: metric.note(report),
    hint: metric.explain(report),
    source: metric.derivation?.(report) ?? null,
  }));
  return [{ kind: 'facts', look: 'tiles', facts }];
}
