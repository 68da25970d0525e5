/** Figures of one device group: what it draws, its ports, and the scale-up domains its GPUs form. */
import type { Netlist } from '../../netlist/netlist.ts';
import type { PartialSum, PowerLine, Report } from '../report.ts';
import { explainMembers } from './explain-drawn.ts';
import { explainBrokenMembers } from './explain-failures.ts';
import { describeUnknown, markUnknown } from './explain-power.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { DeviceField } from './metric-fields.ts';
import { listPartSources } from './part-sources.ts';

/** null = no such group, or it has no such figure. */
export function explainDevice(netlist: Netlist, report: Report, field: string, deviceId: string): Explanation | null {
  const line = report.power.devices.find((own) => own.deviceId === deviceId);
  if (!line) return null;
  switch (field as DeviceField) {
    case 'members':
      return explainMembers(netlist, deviceId);
    case 'broken':
      return explainBrokenMembers(netlist, report, deviceId);
    case 'typical':
      return explainDrawn(netlist, line, 'typical', line.typicalW, line.transceiversTypicalW);
    case 'max':
      return explainDrawn(netlist, line, 'max', line.maxW, line.transceiversMaxW);
    case 'optics-typical':
      return explainOptics(netlist, line, 'typical', line.transceiversTypicalW);
    case 'optics-max':
      return explainOptics(netlist, line, 'maximum', line.transceiversMaxW);
    case 'typical-each':
      return explainEach(netlist, line, 'typical', line.typicalEachW, line.typicalBasis);
    case 'max-each':
      return explainEach(netlist, line, 'maximum', line.maxEachW, line.maxBasis);
    case 'domains':
      return explainDomains(netlist, report, deviceId);
    default:
      return null;
  }
}

function listSources(netlist: Netlist, deviceId: string, fields: readonly string[]): Explanation['sources'] {
  return listPartSources(
    netlist.groups.filter((group) => group.deviceId === deviceId).map((group) => group.part),
    fields,
  );
}

function explainDrawn(
  netlist: Netlist,
  line: PowerLine,
  basis: 'typical' | 'max',
  total: PartialSum,
  optics: PartialSum,
): Explanation {
  const eachW = basis === 'typical' ? line.typicalEachW : (line.maxEachW ?? line.typicalEachW);
  const words = basis === 'typical' ? line.typicalBasis : line.maxBasis;
  return {
    title: `Power of ${line.deviceName}, ${basis === 'typical' ? 'typical' : 'maximum'}`,
    formula: 'P = n × p + t',
    values: [
      { symbol: 'P', value: total.value, ...markUnknown(total), unit: 'W', meaning: 'the whole group with its optics' },
      { symbol: 'n', value: line.memberCount, unit: 'devices', meaning: line.deviceName },
      {
        symbol: 'p',
        value: eachW ?? 0,
        ...(eachW === null ? { isUnknown: true } : {}),
        unit: 'W each',
        meaning: words ? `${line.partLabel}: ${words}` : line.partLabel,
      },
      { symbol: 't', value: optics.value, unit: 'W', meaning: 'optics that the device’s own figure leaves out' },
    ],
    counted: [{ label: line.deviceName, refs: [{ kind: 'device', id: line.deviceId }], count: line.memberCount }],
    sources: listSources(netlist, line.deviceId, basis === 'typical' ? ['powerTypicalW'] : ['powerMaxW']),
    caveats: describeUnknown(total),
  };
}

function explainOptics(
  netlist: Netlist,
  line: PowerLine,
  words: 'typical' | 'maximum',
  optics: PartialSum,
): Explanation {
  const { value } = optics;
  const parts = new Set(netlist.transceiverParts);
  return {
    title: `Optics in ${line.deviceName}, ${words}`,
    formula: 'T = n × t',
    values: [
      {
        symbol: 'T',
        value,
        unit: 'W',
        meaning: 'modules and plugs of active cables, on top of the devices’ own figure',
      },
      { symbol: 'n', value: line.memberCount, unit: 'devices', meaning: line.deviceName },
      { symbol: 't', value: value / line.memberCount, unit: 'W each', meaning: 'on average over the group' },
    ],
    counted: [{ label: line.deviceName, refs: [{ kind: 'device', id: line.deviceId }], count: line.memberCount }],
    sources: listPartSources(parts, ['powerMaxW', 'powerTypicalW']),
    caveats: [...describeUnknown(optics), 'Nothing where the device’s own figure already holds them.'],
  };
}

/** A data sheet's figure: no formula but itself. */
function explainEach(
  netlist: Netlist,
  line: PowerLine,
  words: 'typical' | 'maximum',
  eachW: number | null,
  basis: string | null,
): Explanation {
  const value = { value: eachW ?? 0, ...(eachW === null ? { isUnknown: true } : {}) };
  return {
    title: `Power of one ${line.deviceName}, ${words}`,
    formula: 'P = p',
    values: [
      { symbol: 'P', ...value, unit: 'W', meaning: 'one device' },
      {
        symbol: 'p',
        ...value,
        unit: 'W',
        meaning: `${eachW === null ? 'nobody states it' : 'stated'} for ${line.partLabel}${basis ? `: ${basis}` : ''}`,
      },
    ],
    counted: [],
    sources: listSources(netlist, line.deviceId, words === 'typical' ? ['powerTypicalW'] : ['powerMaxW']),
    caveats: eachW === null ? [`Unknown, not 0: no source of ${line.partLabel} gives its ${words} power.`] : [],
  };
}

function explainDomains(netlist: Netlist, { scaleUp }: Report, deviceId: string): Explanation | null {
  const own = scaleUp.find((group) => group.deviceId === deviceId);
  if (!own) return null;
  const refs: Explanation['counted'][number]['refs'] = [{ kind: 'device', id: deviceId }];
  return {
    title: `Scale-up domains of ${own.deviceName}`,
    formula: 'D = ceil(G / g)',
    values: [
      { symbol: 'D', value: own.domainCount, unit: 'domains', meaning: 'the last may be short of members' },
      { symbol: 'G', value: own.gpuCount, unit: 'GPUs', meaning: own.deviceName },
      { symbol: 'g', value: own.gpusPerDomain, unit: 'GPUs each', meaning: 'joined by one scale-up network' },
    ],
    counted: [{ label: own.deviceName, refs, count: own.domainCount }],
    sources: listSources(netlist, deviceId, ['scaleUpDomain', 'gpuCount']),
    caveats: [],
  };
}

/** Ports of one block of one group, by its place in the report. */
export function explainPortUse(netlist: Netlist, { ports }: Report, field: string, index: number): Explanation | null {
  const use = ports[index];
  if (!use || !['used', 'owned', 'free'].includes(field)) return null;
  const { portsOwned, portsUsed, portsFree } = use;
  const refs: Explanation['counted'][number]['refs'] = [{ kind: 'device', id: use.deviceId, blockId: use.blockId }];
  const symbols: Record<string, ExplainedValue> = {
    used: { symbol: 'U', value: portsUsed, unit: 'ports', meaning: 'with a cable' },
    owned: { symbol: 'O', value: portsOwned, unit: 'ports', meaning: 'owned in the modes now set, all members' },
    free: { symbol: 'F', value: portsFree, unit: 'ports', meaning: 'without a cable' },
  };
  const all = ['used', 'owned', 'free'];
  const formulas: Record<string, string> = { used: 'U = O - F', owned: 'O = U + F', free: 'F = O - U' };
  return {
    title: `Ports of ${use.deviceName}, ${use.blockId}: ${field}`,
    formula: formulas[field] ?? '',
    values: [
      ...[field, ...all.filter((other) => other !== field)].map((key) => symbols[key] as ExplainedValue),
      { symbol: 'n', value: use.memberCount, unit: 'members', meaning: use.deviceName },
      {
        symbol: 'c',
        value: use.cagesPerMember,
        unit: 'cages each',
        meaning: use.formFactor ?? 'form factor not known',
      },
      {
        symbol: 'b',
        value: use.cagesBlocked,
        unit: 'cages',
        meaning: 'switched off by the mode of the cage beside them',
      },
    ],
    counted: [{ label: `${use.deviceName} ${use.blockId}`, refs, count: portsUsed }],
    sources: listSources(netlist, use.deviceId, ['portBlocks']),
    caveats: ['A cage that is split owns as many ports as its mode gives.'],
  };
}
