/** Power and heat: the devices' own figures, and the optics that those leave out. */
import { formatCount } from '../../base/format-count.ts';
import { BTU_PER_HOUR_PER_KW, KW_PER_TON } from '../../base/units.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import type { PartialSum, PowerLine, Report } from '../report.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import { listPartSources } from './part-sources.ts';

type Basis = 'typical' | 'max';

interface Term {
  readonly line: PowerLine;
  readonly eachW: number;
  readonly basis: string;
  readonly opticsW: number;
  readonly isUnknown: boolean;
}

export function explainPower(netlist: Netlist, report: Report, basis: Basis): Explanation {
  const { power } = report;
  const total = basis === 'typical' ? power.typicalW : power.maxW;
  const terms = power.devices.map((line) => createTerm(line, basis));
  const optics = new Set(netlist.transceiverParts);
  return {
    title: basis === 'typical' ? 'Power, typical' : 'Power, maximum',
    formula: 'P = Σ(n × p) + Σ(t)',
    values: [
      { symbol: 'P', value: total.value, ...markUnknown(total), unit: 'W', meaning: 'all devices and their optics' },
      ...terms.flatMap(({ line, eachW, isUnknown, basis: words, opticsW }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: line.memberCount, unit: 'devices', meaning: line.deviceName },
        {
          symbol: `p${i + 1}`,
          value: eachW,
          ...(isUnknown ? { isUnknown } : {}),
          unit: 'W each',
          meaning: `${line.partLabel}: ${words}`,
        },
        { symbol: `t${i + 1}`, value: opticsW, unit: 'W', meaning: `optics in ${line.deviceName}` },
      ]),
    ],
    counted: power.devices.map((line) => ({
      label: line.deviceName,
      refs: [{ kind: 'device', id: line.deviceId }],
      count: line.memberCount,
    })),
    sources: listPartSources(
      [...netlist.groups.map((group) => group.part), ...optics],
      basis === 'typical' ? ['powerTypicalW', 'powerTypicalBasis'] : ['powerMaxW', 'powerMaxBasis'],
    ),
    caveats: [
      ...describeUnknown(total),
      'Optics add nothing where the device’s own figure already holds them; NICs are inside the server’s figure.',
    ],
  };
}

/** A maximum that nobody states is at least the typical figure. */
function createTerm(line: PowerLine, basis: Basis): Term {
  if (basis === 'typical') {
    const words = line.typicalEachW === null ? 'not known' : (line.typicalBasis ?? 'typical');
    const isUnknown = line.typicalEachW === null;
    return { line, eachW: line.typicalEachW ?? 0, basis: words, opticsW: line.transceiversTypicalW.value, isUnknown };
  }
  const opticsW = line.transceiversMaxW.value;
  if (line.maxEachW !== null)
    return { line, eachW: line.maxEachW, basis: line.maxBasis ?? 'maximum', opticsW, isUnknown: false };
  const words = line.typicalEachW === null ? 'not known' : 'maximum not known, at least the typical';
  return { line, eachW: line.typicalEachW ?? 0, basis: words, opticsW, isUnknown: line.typicalEachW === null };
}

/** A sum of which nothing is known. */
export function markUnknown({ value, unknownCount }: PartialSum): Pick<ExplainedValue, 'isUnknown'> {
  return value === 0 && unknownCount > 0 ? { isUnknown: true } : {};
}

export function describeUnknown({ unknownCount, unknownParts }: PartialSum): string[] {
  if (unknownCount === 0) return [];
  const names = unknownParts.length === 0 ? '' : ` (${unknownParts.join(', ')})`;
  return [
    `A lower bound: nobody states the figure of ${formatCount(unknownCount)} ${unknownCount === 1 ? 'item' : 'items'}${names}.`,
  ];
}

export function explainCooling(report: Report, basis: Basis): Explanation {
  const heat = report.cooling[basis];
  const power = basis === 'typical' ? report.power.typicalW : report.power.maxW;
  return {
    title: basis === 'typical' ? 'Cooling, typical' : 'Cooling, maximum',
    formula: 'Q = P / 1000\nB = Q × b\nT = Q / t',
    values: [
      { symbol: 'Q', value: heat.kw, unit: 'kW', meaning: 'heat' },
      { symbol: 'B', value: heat.btuPerHour, unit: 'BTU/h', meaning: 'heat' },
      { symbol: 'T', value: heat.tons, unit: 'tons', meaning: 'heat, in tons of refrigeration (TR)' },
      { symbol: 'P', value: power.value, unit: 'W', meaning: 'electrical power, all of which becomes heat' },
      { symbol: 'b', value: BTU_PER_HOUR_PER_KW, unit: 'BTU/h per kW', meaning: '1 BTU = 1\u202f055.06 J' },
      { symbol: 't', value: KW_PER_TON, unit: 'kW per ton', meaning: '12\u202f000 BTU/h' },
    ],
    counted: [],
    sources: [],
    caveats: describeUnknown(power),
  };
}
