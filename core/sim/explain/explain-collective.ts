/** Where the time of a collective goes, and the bandwidths that follow from it. */
import { formatCount } from '../../base/format-count.ts';
import type { Explanation } from '../../analysis/explain/explanation.ts';
import { computeBusFactor } from '../bus-bandwidth.ts';
import type { CollectiveEstimate } from '../estimate.ts';

/** null = it cannot be done, or there is nobody to talk to. */
export function explainCollective(estimate: CollectiveEstimate): Explanation | null {
  const [winner] = estimate.candidates;
  if (!winner || estimate.impossible !== null) return null;
  const { collective, rankCount, domainCount, sizeBytes, timeUs, algbwGBps, busbwGBps } = estimate;
  const hidden = (stage: string): string => (winner.hiddenStage === stage ? ', hidden behind the slower network' : '');
  const hasSize = collective !== 'barrier';
  return {
    title: `Time of ${collective} on ${formatCount(rankCount)} GPUs`,
    formula: hasSize ? 'T = l + u + o + c\nA = S / T / 1000\nB = A × f' : 'T = l + u + o + c',
    values: [
      { symbol: 'T', value: timeUs, unit: 'µs', meaning: `${winner.name}, the fastest of what may be chosen` },
      { symbol: 'l', value: winner.latencyUs, unit: 'µs', meaning: 'latency: starting, hops, synchronisation' },
      {
        symbol: 'u',
        value: winner.scaleUpUs,
        unit: 'µs',
        meaning: `bytes inside the scale-up domains${hidden('scale-up')}`,
      },
      {
        symbol: 'o',
        value: winner.scaleOutUs,
        unit: 'µs',
        meaning: `bytes through the NICs, at their line rate${hidden('scale-out')}`,
      },
      {
        symbol: 'c',
        value: winner.congestionUs,
        unit: 'µs',
        meaning: 'what routing and narrow places of the fabric add',
      },
      ...(hasSize
        ? [
            { symbol: 'A', value: algbwGBps, unit: 'GB/s', meaning: 'algorithm bandwidth, as nccl-tests counts it' },
            { symbol: 'S', value: sizeBytes, unit: 'bytes', meaning: 'message' },
            {
              symbol: 'B',
              value: busbwGBps,
              unit: 'GB/s',
              meaning: 'bus bandwidth (busbw), comparable with the line rate',
            },
            {
              symbol: 'f',
              value: computeBusFactor(collective, rankCount),
              unit: '',
              meaning: `share of the data that crosses every GPU’s link, ${formatCount(rankCount)} GPUs in ${formatCount(domainCount)} domains`,
            },
          ]
        : []),
      { symbol: 'lo', value: estimate.lowUs, unit: 'µs', meaning: 'low end of the band of uncertainty' },
      { symbol: 'hi', value: estimate.highUs, unit: 'µs', meaning: 'high end' },
    ],
    counted: [],
    sources: [],
    caveats: [
      'A closed form over every algorithm and protocol; the constants and where each is from stand under Assumptions in the Simulate view.',
      ...(estimate.outsideValidated.length === 0
        ? ['Inside the range that published measurements cover.']
        : ['Outside the range that published measurements cover.', ...estimate.outsideValidated]),
    ],
  };
}
