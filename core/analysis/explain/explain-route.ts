/** What one path takes: the delay of every device and cable on it, and how far it runs. */
import type { Route } from '../route.ts';
import {
  CABLE_DELAY,
  ETHERNET_SWITCH_DELAY,
  FEC_DELAY,
  INFINIBAND_SWITCH_DELAY,
  NIC_DELAY,
} from '../latency-constants.ts';
import { toSource } from './explain-latency.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';

export function explainRoute({ stops, hops, totalNs, lengthM, slowestGbps }: Route): Explanation {
  const isGuessed = stops.some(({ isAssumed }) => isAssumed);
  const hasFec = hops.some(({ fecNs }) => fecNs > 0);
  const from = stops[0]?.name ?? '';
  const to = stops.at(-1)?.name ?? '';
  return {
    title: `Path from ${from} to ${to}`,
    formula: 'T = Σ(d) + Σ(c + e)\nL = Σ(m)',
    values: [
      { symbol: 'T', value: totalNs, unit: 'ns', meaning: 'one way, without queues' },
      { symbol: 'L', value: lengthM, unit: 'm', meaning: 'from port to port, over all hops' },
      { symbol: 'h', value: hops.length, unit: 'hops', meaning: 'cables on the way' },
      { symbol: 'v', value: slowestGbps, unit: 'Gb/s', meaning: 'the slowest of them' },
      ...stops.map(
        ({ name, ns, isAssumed }, i): ExplainedValue => ({
          symbol: `d${i + 1}`,
          value: ns,
          unit: 'ns',
          meaning: `${name}${isAssumed ? ', assumed' : ''}`,
        }),
      ),
      ...hops.flatMap((hop, i): ExplainedValue[] => [
        {
          symbol: `c${i + 1}`,
          value: hop.cableNs,
          unit: 'ns',
          meaning: `cable of ${hop.cableLengthM} m, as bought, hop ${i + 1}`,
        },
        { symbol: `e${i + 1}`, value: hop.fecNs, unit: 'ns', meaning: `error correction, hop ${i + 1}` },
        {
          symbol: `m${i + 1}`,
          value: hop.lengthM,
          unit: 'm',
          meaning: `${hop.isMeasured ? 'measured' : 'planned'}, ${hop.portA} to ${hop.portB}`,
        },
      ]),
    ],
    counted: hops.map(({ linkId, portA, portB }, i) => ({
      label: `Hop ${i + 1}: ${portA} to ${portB}`,
      refs: [{ kind: 'link', id: linkId }],
      count: 1,
    })),
    sources: [
      NIC_DELAY,
      CABLE_DELAY,
      ...(hasFec ? [FEC_DELAY] : []),
      ...(isGuessed ? [INFINIBAND_SWITCH_DELAY, ETHERNET_SWITCH_DELAY] : []),
    ].map(toSource),
    caveats: isGuessed
      ? ['No data sheet states the delay of the devices marked as assumed: a constant stands in.']
      : [],
  };
}
