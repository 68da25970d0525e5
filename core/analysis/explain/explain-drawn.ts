/** Numbers that are entered, not worked out: members and racks of a group, and how many groups and links are drawn. */
import { formatCount } from '../../base/format-count.ts';
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Netlist } from '../../netlist/netlist.ts';
import { ENTERED } from './entered.ts';
import type { Explanation } from './explanation.ts';
import { nameLink } from './object-names.ts';

/** Members of a device group; null = no such group. */
export function explainMembers({ groups }: Netlist, deviceId: string): Explanation | null {
  const group = groups.find((own) => own.deviceId === deviceId);
  if (!group) return null;
  const { name, count, podCount, membersPerPod, part } = group;
  const meaning = `${part?.model ?? 'part not in the catalog'}, entered`;
  return {
    ...explainEntered(`Members of ${name}`, count, 'devices', meaning, { kind: 'device', id: deviceId }, name),
    caveats:
      podCount > 1 ? [`They stand in ${podCount} pods of ${formatCount(membersPerPod)}; the last may be short.`] : [],
  };
}

/** Racks of a rack group; null = no such group. */
export function explainRackGroup({ rackGroups }: Netlist, rackId: string): Explanation | null {
  const rack = rackGroups.find((own) => own.rackId === rackId);
  if (!rack) return null;
  const meaning = `${rack.part?.model ?? 'racks without a part'}, entered`;
  return explainEntered(`Racks of ${rack.name}`, rack.count, 'racks', meaning, { kind: 'rack', id: rackId }, rack.name);
}

/** What one rack of a group may draw; null = no limit is set. */
export function explainRackLimit({ rackGroups }: Netlist, rackId: string): Explanation | null {
  const rack = rackGroups.find((own) => own.rackId === rackId);
  if (!rack || rack.powerLimitW === null) return null;
  const title = `Power limit of one rack of ${rack.name}`;
  return explainEntered(title, rack.powerLimitW, 'W', 'entered for the group', { kind: 'rack', id: rackId }, rack.name);
}

function explainEntered(
  title: string,
  value: number,
  unit: string,
  meaning: string,
  ref: ObjectRef,
  label: string,
): Explanation {
  return {
    title,
    formula: 'N = n',
    values: [
      { symbol: 'N', value, unit, meaning: label },
      { symbol: 'n', value, unit, meaning },
    ],
    counted: [{ label, refs: [ref], count: unit === 'W' ? 1 : value }],
    sources: [ENTERED],
    caveats: [],
  };
}

interface Kind {
  readonly name: string;
  readonly refs: readonly ObjectRef[];
}

/** `refs` by what they are, the names in order of first appearance. */
function gather(items: readonly { readonly name: string; readonly ref: ObjectRef }[]): Kind[] {
  const kinds = new Map<string, ObjectRef[]>();
  for (const { name, ref } of items) kinds.set(name, [...(kinds.get(name) ?? []), ref]);
  return [...kinds].map(([name, refs]) => ({ name, refs }));
}

function explainDrawnItems(title: string, unit: string, kinds: readonly Kind[], caveat: string): Explanation {
  return {
    title,
    formula: 'N = Σ(n)',
    values: [
      { symbol: 'N', value: kinds.reduce((sum, { refs }) => sum + refs.length, 0), unit, meaning: 'in the drawing' },
      ...kinds.map(({ name, refs }, i) => ({ symbol: `n${i + 1}`, value: refs.length, unit, meaning: name })),
    ],
    counted: kinds.map(({ name, refs }) => ({ label: name, refs, count: refs.length })),
    sources: [ENTERED],
    caveats: [caveat],
  };
}

/** By role. */
export function explainDeviceGroups({ groups }: Netlist): Explanation {
  const kinds = gather(groups.map(({ role, deviceId }) => ({ name: role, ref: { kind: 'device', id: deviceId } })));
  return explainDrawnItems(
    'Device groups',
    'groups',
    kinds,
    'A group stands for all its members, which count as devices.',
  );
}

/** Group by group. */
export function explainRackGroups({ rackGroups }: Netlist): Explanation {
  const kinds = gather(rackGroups.map(({ name, rackId }) => ({ name, ref: { kind: 'rack', id: rackId } })));
  return explainDrawnItems('Rack groups', 'groups', kinds, 'A group stands for all its racks, which count one by one.');
}

/** By fabric. */
export function explainLinks({ links, fabrics }: Netlist): Explanation {
  const kinds = gather(
    links.map(({ fabric, linkId }) => ({
      name: fabrics[fabric]?.name ?? 'no fabric',
      ref: { kind: 'link', id: linkId },
    })),
  );
  return explainDrawnItems('Links', 'links', kinds, 'A link stands for all cables between two groups of one fabric.');
}

/** All links of one line of the drawing: from tile to tile. `ids` is a JSON list; null = none of them carries anything. */
export function explainTrunk(
  netlist: Netlist,
  lines: readonly { readonly linkId: string; readonly connectionCount: number; readonly cableCount: number }[],
  field: string,
  ids: string,
): Explanation | null {
  if (field !== 'connections' && field !== 'cables') return null;
  const wanted = new Set<unknown>(JSON.parse(ids) as unknown[]);
  const countOf = (line: (typeof lines)[number]): number =>
    field === 'connections' ? line.connectionCount : line.cableCount;
  const own = lines.filter((line) => wanted.has(line.linkId) && countOf(line) > 0);
  if (own.length === 0) return null;
  const unit = field === 'connections' ? 'connections' : 'cable assemblies';
  return {
    title: field === 'connections' ? 'Connections of the trunk' : 'Cables of the trunk',
    formula: 'T = Σ(t)',
    values: [
      {
        symbol: 'T',
        value: own.reduce((sum, line) => sum + countOf(line), 0),
        unit,
        meaning: `all ${own.length} links between the two ends`,
      },
      ...own.map((line, i) => ({
        symbol: `t${i + 1}`,
        value: countOf(line),
        unit,
        meaning: nameLink(netlist, line.linkId),
      })),
    ],
    counted: own.map((line) => ({
      label: nameLink(netlist, line.linkId),
      refs: [{ kind: 'link', id: line.linkId }],
      count: countOf(line),
    })),
    sources: [],
    caveats: ['Links between the same two ends are drawn as one line.'],
  };
}
