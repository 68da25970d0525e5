/** The flow model: what chance and neighbours cost a job, and how full a link gets. Times in us. */
import type { Explanation } from '../../analysis/explain/explanation.ts';
import type { BusyLink, FlowJobResult, FlowReport } from '../flow-report.ts';

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

/** Load of the fullest cable of a link; null = no flow takes it. */
export function explainLinkLoad(
  flow: Pick<FlowReport, 'utilisationOfLink' | 'meanUtilisationOfLink' | 'seedCount'>,
  link: { readonly linkId: string; readonly name: string; readonly speedGbps: number },
): Explanation | null {
  const { linkId, name, speedGbps } = link;
  const peak = flow.utilisationOfLink[linkId] ?? 0;
  if (peak === 0) return null;
  return {
    title: `Load of ${name}`,
    formula: 'U = G / v',
    values: [
      { symbol: 'U', value: peak, unit: '', meaning: 'of its line rate, on its fullest cable at the busiest moment' },
      { symbol: 'G', value: peak * speedGbps, unit: 'Gb/s', meaning: 'the rates of all flows on that cable, summed' },
      { symbol: 'v', value: speedGbps, unit: 'Gb/s', meaning: 'line rate of one cable' },
      {
        symbol: 'M',
        value: flow.meanUtilisationOfLink[linkId] ?? 0,
        unit: '',
        meaning: 'of the line rate, all cables together over the whole run',
      },
    ],
    counted: [{ label: name, refs: [{ kind: 'link', id: linkId }], count: 1 }],
    sources: [],
    caveats: [
      `From the run nearest the median of ${flow.seedCount}; every flow on its own route, cables shared fairly.`,
    ],
  };
}

/** Load of one cable in the direction it is busy. */
export function explainBusyCable(cable: BusyLink, seedCount: number): Explanation {
  const { nameA, nameB, direction, gbps, meanUtilisation, peakUtilisation, flowCount, linkId } = cable;
  const name = direction === 'a-to-b' ? `${nameA} to ${nameB}` : `${nameB} to ${nameA}`;
  return {
    title: `Load of the cable ${name}`,
    formula: 'G = M × v',
    values: [
      { symbol: 'G', value: gbps, unit: 'Gb/s', meaning: 'mean over the run, the rates of its flows summed' },
      { symbol: 'M', value: meanUtilisation, unit: '', meaning: 'mean share of the line rate' },
      { symbol: 'v', value: meanUtilisation > 0 ? gbps / meanUtilisation : 0, unit: 'Gb/s', meaning: 'line rate' },
      { symbol: 'k', value: peakUtilisation, unit: '', meaning: 'of the line rate at the busiest moment' },
      { symbol: 'f', value: flowCount, unit: 'flows', meaning: 'take this cable' },
    ],
    counted: [{ label: name, refs: [{ kind: 'link', id: linkId }], count: 1 }],
    sources: [],
    caveats: [`From the run nearest the median of ${seedCount}; cables are shared fairly.`],
  };
}
