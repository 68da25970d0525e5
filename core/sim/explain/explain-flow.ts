/** A job of the flow model: what chance and neighbours cost it. Times in us. */
import type { Explanation } from '../../analysis/explain/explanation.ts';
import type { FlowJobResult } from '../flow-report.ts';

/** null = the job never ends. */
export function explainFlowJob(job: FlowJobResult, seedCount: number): Explanation | null {
  const { name, medianUs, idealUs, p5Us, p95Us, busbwGBps } = job;
  if (!Number.isFinite(medianUs) || medianUs <= 0) return null;
  return {
    title: `Time of ${name}`,
    formula: 'L = max(0, 1 - I / T)',
    values: [
      { symbol: 'L', value: Math.max(0, 1 - idealUs / medianUs), unit: '', meaning: 'lost to chance and neighbours' },
      { symbol: 'I', value: idealUs, unit: 'µs', meaning: 'alone on the fabric with perfect spreading' },
      {
        symbol: 'T',
        value: medianUs,
        unit: 'µs',
        meaning: `median of ${seedCount} ${seedCount === 1 ? 'run' : 'runs'}`,
      },
      { symbol: 'lo', value: p5Us, unit: 'µs', meaning: '5 % of the runs are quicker' },
      { symbol: 'hi', value: p95Us, unit: 'µs', meaning: '5 % of the runs are slower' },
      { symbol: 'B', value: busbwGBps, unit: 'GB/s', meaning: 'bus bandwidth at the median' },
    ],
    counted: [],
    sources: [],
    caveats: [
      'Every flow on its own route, cables shared fairly, each run with its own hash seed; the constants stand under Assumptions.',
    ],
  };
}
