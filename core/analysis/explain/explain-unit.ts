/** What a scalable unit counts: GPUs, racks, servers, switches. */
import { isGpuCountOpen } from '../../catalog/open-gpu-count.ts';
import type { DevicePart } from '../../catalog/part.ts';
import type { NetGroup, Netlist, NetUnit } from '../../netlist/netlist.ts';
import { ENTERED } from './entered.ts';
import type { ExplainedValue, Explanation } from './explanation.ts';
import type { UnitField } from './metric-fields.ts';
import { listPartSources } from './part-sources.ts';

interface Held {
  readonly group: NetGroup;
  readonly count: number;
}

const HOLDS: Readonly<Record<'servers' | 'switches' | 'unknown', (part: DevicePart | undefined) => boolean>> = {
  servers: (part) => part !== undefined && part.kind !== 'switch',
  switches: (part) => part?.kind === 'switch',
  unknown: (part) => part === undefined,
};

/** null = no such unit, or there is none of it. */
export function explainUnit(netlist: Netlist, field: string, unitId: string): Explanation | null {
  const unit = netlist.units.find((own) => own.unitId === unitId);
  if (!unit) return null;
  const held = unit.devices.map(({ group, count }): Held => ({ group: netlist.groups[group] as NetGroup, count }));
  switch (field as UnitField) {
    case 'gpus':
      return explainGpus(unit, held);
    case 'racks':
      return explainRacks(netlist, unit);
    case 'servers':
      return explainHeld(unit, held, 'Servers', 'servers');
    case 'switches':
      return explainHeld(unit, held, 'Switches', 'switches');
    case 'unknown':
      return explainHeld(unit, held, 'Devices not in the catalog', 'unknown');
    default:
      return null;
  }
}

function countHeld(held: readonly Held[]): Explanation['counted'] {
  return held.map(({ group, count }) => ({
    label: group.name,
    refs: [{ kind: 'device', id: group.deviceId }],
    count,
  }));
}

const WHERE = 'Members count in the unit that they stand in; those in no rack count where their group is drawn.';

function explainGpus(unit: NetUnit, held: readonly Held[]): Explanation | null {
  const own = held.flatMap(({ group, count }) =>
    group.part?.kind === 'server' && (group.part.gpuCount !== null || isGpuCountOpen(group.part))
      ? [{ group, count, part: group.part, each: group.part.gpuCount }]
      : [],
  );
  if (own.length === 0) return null;
  const open = own.filter(({ each }) => each === null);
  const sum = own.reduce((all, { count, each }) => all + count * (each ?? 0), 0);
  const isUnknown = sum === 0 && open.length > 0;
  return {
    title: `GPUs of ${unit.name}`,
    formula: 'G = Σ(n × g)',
    values: [
      { symbol: 'G', value: sum, ...(isUnknown ? { isUnknown } : {}), unit: 'GPUs', meaning: 'all servers in it' },
      ...own.flatMap(({ group, count, part, each }, i): ExplainedValue[] => [
        { symbol: `n${i + 1}`, value: count, unit: 'servers', meaning: group.name },
        {
          symbol: `g${i + 1}`,
          value: each ?? 0,
          ...(each === null ? { isUnknown: true } : {}),
          unit: 'GPUs each',
          meaning: part.model,
        },
      ]),
    ],
    counted: countHeld(own),
    sources: listPartSources(
      own.map(({ part }) => part),
      ['gpuCount', 'accelerator'],
    ),
    caveats: [
      ...open.map(({ part, group }) => `A lower bound: nobody states how many GPUs ${part.model} (${group.name}) has.`),
      WHERE,
    ],
  };
}

function explainRacks({ rackGroups }: Netlist, unit: NetUnit): Explanation | null {
  const own = unit.rackGroups.flatMap((index) => rackGroups[index] ?? []);
  if (own.length === 0) return null;
  return {
    title: `Racks of ${unit.name}`,
    formula: 'R = Σ(r)',
    values: [
      {
        symbol: 'R',
        value: own.reduce((sum, { count }) => sum + count, 0),
        unit: 'racks',
        meaning: 'all rack groups in it',
      },
      ...own.map(({ name, count }, i) => ({ symbol: `r${i + 1}`, value: count, unit: 'racks', meaning: name })),
    ],
    counted: own.map(({ name, rackId, count }) => ({ label: name, refs: [{ kind: 'rack', id: rackId }], count })),
    sources: [ENTERED],
    caveats: ['Racks are counted as drawn, also empty ones.'],
  };
}

function explainHeld(
  unit: NetUnit,
  held: readonly Held[],
  title: string,
  what: 'servers' | 'switches' | 'unknown',
): Explanation | null {
  const own = held.filter(({ group }) => HOLDS[what](group.part));
  if (own.length === 0) return null;
  const words = what === 'unknown' ? 'devices' : what;
  return {
    title: `${title} of ${unit.name}`,
    formula: 'N = Σ(n)',
    values: [
      { symbol: 'N', value: own.reduce((sum, { count }) => sum + count, 0), unit: words, meaning: 'all groups in it' },
      ...own.map(({ group, count }, i) => ({ symbol: `n${i + 1}`, value: count, unit: words, meaning: group.name })),
    ],
    counted: countHeld(own),
    sources: [ENTERED],
    caveats: [WHERE],
  };
}
