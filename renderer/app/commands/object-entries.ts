/** Everything in the open design that has a name, as lines of the command list: choosing one goes there. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design, Device } from '#core/design/design.ts';
import { type FloorPlan, nameRack, NOWHERE } from '#core/design/floor-plan.ts';
import { nameDeviceMember } from '#core/netlist/rack-elevation.ts';
import { formatLinkName } from '../../panels/link-rows.tsx';
import { ROLE_LABELS } from '../../panels/labels.ts';
import { catalog, design } from '../../store/design-store.ts';
import { rackPlan } from '../../store/rack-elevations.ts';
import { formatCount, formatNumber, formatSpeed } from '../../ui/format.ts';
import type { CommandEntry, Ranked } from './command-entry.ts';
import { goTo } from './go-to.ts';
import { normalise, type Query, rankNames, rankText } from './match-text.ts';

/** What was found, before it becomes a line: a design has a hundred thousand of these. */
interface FoundObject {
  readonly ref: ObjectRef;
  readonly label: string;
  readonly note: string;
}

export function createObjectEntry({ ref, label, note }: FoundObject): CommandEntry {
  return {
    id: `object ${ref.kind} ${ref.id} ${ref.member ?? ''}`,
    kind: 'object',
    label,
    note,
    shortcut: null,
    isEnabled: true,
    isChecked: false,
    run: () => goTo(ref),
  };
}

/** Best first within each kind; groups before their members. */
export function findObjects(query: Query): Ranked<FoundObject>[] {
  const owner = design();
  const found = [...findRecords(query, owner), ...findRacks(query, owner, rackPlan())];
  // Members differ by their numbers alone.
  return /\d/.test(query.text) ? [...found, ...findMembers(query, owner)] : found;
}

function describeGroup({ count }: { readonly count: number }, what: string): string {
  return count === 1 ? what : `${what} \u00b7 ${formatNumber(count)}\u00d7`;
}

function listRecords(owner: Design): FoundObject[] {
  const modelOf = (partId: string): string => catalog().byId.get(partId)?.model ?? partId;
  const records = (
    kind: ObjectRef['kind'],
    note: string,
    table: Readonly<Record<string, { id: string; name: string }>>,
  ) => Object.values(table).map(({ id, name }) => ({ ref: { kind, id }, label: name, note }));
  return [
    ...Object.values(owner.devices).map((device) => ({
      ref: { kind: 'device' as const, id: device.id },
      label: device.name,
      note: describeGroup(device, `${ROLE_LABELS[device.role]} \u00b7 ${modelOf(device.partId)}`),
    })),
    ...Object.values(owner.racks).map((rack) => ({
      ref: { kind: 'rack' as const, id: rack.id },
      label: rack.name,
      note: rack.count === 1 ? 'Rack' : formatCount(rack.count, 'rack'),
    })),
    ...Object.values(owner.links).map((link) => ({
      ref: { kind: 'link' as const, id: link.id },
      label: formatLinkName(owner, link),
      note: `Link \u00b7 ${owner.fabrics[link.fabricId]?.name ?? ''} \u00b7 ${formatSpeed(link.speedGbps)}`,
    })),
    ...records('fabric', 'Fabric', owner.fabrics),
    ...records('room', 'Room', owner.rooms ?? {}),
    ...records('row', 'Row of racks', owner.rows ?? {}),
    ...records('feed', 'Power feed', owner.feeds ?? {}),
    ...records('zone', 'Cooling zone', owner.coolingZones ?? {}),
    ...records('cdu', 'Coolant units', owner.cduGroups ?? {}),
  ];
}

function findRecords(query: Query, owner: Design): Ranked<FoundObject>[] {
  return listRecords(owner).flatMap((found) => {
    const rank = rankNames(query, [normalise(found.label)], normalise(found.note));
    return rank === null ? [] : [{ rank, value: found }];
  });
}

/** Racks of groups one by one: by name, by `rack 17`, by their place in a row. */
function findRacks(query: Query, owner: Design, plan: FloorPlan): Ranked<FoundObject>[] {
  if (!/\d/.test(query.text)) return [];
  const found: Ranked<FoundObject>[] = [];
  for (const { rack, firstRack } of plan.groups) {
    if (rack.count === 1) continue;
    for (let index = 0; index < rack.count; index += 1) {
      const name = nameRack(plan, firstRack + index);
      const place = describePlace(plan, firstRack + index);
      const rank = rankRack(query, normalise(name), place === null ? null : normalise(place), index + 1);
      if (rank === null) continue;
      const note = place === null ? 'Rack' : `Rack \u00b7 ${place}`;
      found.push({ rank, value: { ref: { kind: 'rack', id: rack.id, member: index }, label: name, note } });
    }
  }
  return found;
}

function describePlace(plan: FloorPlan, rack: number): string | null {
  const row = plan.rackRow[rack] ?? NOWHERE;
  return row === NOWHERE ? null : `${plan.rows[row]?.row.name} ${(plan.rackSlot[rack] as number) + 1}`;
}

function rankRack(query: Query, name: string, place: string | null, number: number): number | null {
  const isItsNumber = query.text === `rack ${number}`;
  const ranks = [rankText(query, name), place === null ? null : rankText(query, place), isItsNumber ? 2 : null];
  const best = Math.min(...ranks.filter((rank) => rank !== null && rank < 5).map(Number));
  return Number.isFinite(best) ? best : null;
}

const namesByDevice = new WeakMap<Device, readonly string[]>();

function namesOf(device: Device): readonly string[] {
  const known = namesByDevice.get(device);
  if (known) return known;
  const names = Array.from({ length: device.count }, (_, member) => normalise(nameDeviceMember(device, member)));
  namesByDevice.set(device, names);
  return names;
}

function findMembers(query: Query, owner: Design): Ranked<FoundObject>[] {
  const found: Ranked<FoundObject>[] = [];
  for (const device of Object.values(owner.devices)) {
    if (device.count === 1) continue;
    const note = `${device.name} \u00b7 ${ROLE_LABELS[device.role]}`;
    for (const [member, name] of namesOf(device).entries()) {
      const rank = rankText(query, name);
      if (rank === null || rank >= 5) continue;
      const ref: ObjectRef = { kind: 'device', id: device.id, member };
      found.push({ rank: rank + 0.1, value: { ref, label: nameDeviceMember(device, member), note } });
    }
  }
  return found;
}
