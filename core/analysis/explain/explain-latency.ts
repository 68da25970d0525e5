/** The median latency of one fabric, along a path that has it. */
import { formatCount } from '../../base/format-count.ts';
import type { LatencyStep } from '../bandwidth-report.ts';
import {
  CABLE_DELAY,
  type DelayConstant,
  ETHERNET_SWITCH_DELAY,
  FEC_DELAY,
  INFINIBAND_SWITCH_DELAY,
  NIC_DELAY,
} from '../latency-constants.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { FabricReport } from '../report.ts';
import type { ExplainedSource, ExplainedValue, Explanation } from './explanation.ts';
import { listPartSources } from './part-sources.ts';

const CLASS_WORDS = {
  direct: 'joined by a cable of their own',
  leaf: 'over one switch',
  pod: 'over more, in the same pod',
  across: 'over more, elsewhere',
} as const;

export function explainLatency(netlist: Netlist, fabric: FabricReport): Explanation | null {
  const { latency } = fabric;
  if (!latency) return null;
  const steps = (kind: LatencyStep['kind']): LatencyStep[] => latency.medianPath.filter((step) => step.kind === kind);
  return {
    title: `Latency of ${fabric.name}`,
    formula: 'L = 2 × h + Σ(v × m) + Σ(f) + Σ(s)',
    values: [
      { symbol: 'L', value: latency.p50Ns, unit: 'ns', meaning: 'one way, half of the pairs at most' },
      { symbol: 'h', value: NIC_DELAY.valueNs, unit: NIC_DELAY.unit, meaning: NIC_DELAY.label },
      { symbol: 'v', value: CABLE_DELAY.valueNs, unit: CABLE_DELAY.unit, meaning: CABLE_DELAY.label },
      ...number(steps('cable'), 'm', 'm', (step) => step.lengthM ?? 0, 'cable'),
      ...number(steps('fec'), 'f', 'ns', (step) => step.ns, 'error correction'),
      ...number(steps('relay'), 's', 'ns', (step) => step.ns, 'switch'),
      { symbol: 'L95', value: latency.p95Ns, unit: 'ns', meaning: '95 % of the pairs at most' },
      { symbol: 'Lmax', value: latency.maxNs, unit: 'ns', meaning: 'the farthest pair' },
    ],
    counted: latency.classes.map((own) => ({
      label: `pairs ${CLASS_WORDS[own.kind]}, ${Math.round(own.meanNs)} ns on average`,
      refs: [{ kind: 'fabric', id: fabric.fabricId }],
      count: own.pairCount,
    })),
    sources: [...listConstants(latency.medianPath, latency.assumptions), ...listSwitchSources(netlist, fabric)],
    caveats: [
      'On an idle network: no queues, no software. Of the paths with the fewest switches the quickest counts.',
      ...latency.assumptions.map(
        ({ label, valueNs, deviceCount }) => `${label}: ${valueNs} ns taken for ${formatCount(deviceCount)}.`,
      ),
      ...(latency.isEstimate ? ['An estimate: from a sample of destinations.'] : []),
    ],
  };
}

function number(
  steps: readonly LatencyStep[],
  symbol: string,
  unit: string,
  valueOf: (step: LatencyStep) => number,
  word: string,
): ExplainedValue[] {
  return steps.map((step, i) => ({
    symbol: `${symbol}${i + 1}`,
    value: valueOf(step),
    unit,
    meaning: `${word} ${step.refId ?? ''}${step.isAssumed ? ', assumed' : ''}`,
  }));
}

function listConstants(
  steps: readonly LatencyStep[],
  assumptions: readonly { readonly label: string }[],
): ExplainedSource[] {
  const labels = new Set(assumptions.map(({ label }) => label));
  const switches = [INFINIBAND_SWITCH_DELAY, ETHERNET_SWITCH_DELAY].filter(({ label }) => labels.has(label));
  const fec = steps.some((step) => step.kind === 'fec') ? [FEC_DELAY] : [];
  return [NIC_DELAY, CABLE_DELAY, ...fec, ...switches].map(toSource);
}

/** A constant that stands in where no part states a delay. */
export function toSource({ label, note, url, confidence, asOf }: DelayConstant): ExplainedSource {
  return { label: `${label}: ${note}`, url, confidence, asOf };
}

/** Where the stated latencies of the path's switches are from. */
function listSwitchSources(netlist: Netlist, { latency }: FabricReport): ExplainedSource[] {
  const stated = new Set(
    latency?.medianPath.flatMap((step) => (step.kind === 'relay' && !step.isAssumed ? [step.refId] : [])),
  );
  return listPartSources(
    netlist.groups.filter((group) => stated.has(group.deviceId)).map((group) => group.part),
    ['latencyNs'],
  );
}
