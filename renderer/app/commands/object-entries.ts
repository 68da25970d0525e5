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
import { normalise, type Query, rankNames, rankWords } from './match-text.ts';

/** What was found, before it becomes a line: a design has a hundred thousand of these, and few are shown. */
interface FoundObject {
  readonly ref: ObjectRef;
  readonly describe: () => { readonly label: string; readonly note: string };
}

export function createObjectEntry({ ref, describe }: FoundObject): CommandEntry {
  return {
    ...describe(),
    id: `object ${ref.kind} ${ref.id} ${ref.member ?? ''}`,
    kind: 'object',
    shortcut: null,
    isEnabled: true,
    isChecked: false,
    run: () => goTo(ref),
  };
}

/** Best first within each kind; groups before their members. */
export function findObjects(query: Query): Ranked<FoundObject>[] {
  const owner = design();
  const found = findRecords(query, owner);
  // Members differ by their numbers alone.
  return /\d/.test(query.text) ? [...found, ...findRacks(query, rackPlan()), ...findMembers(query, owner)] : found;
}

function describeGroup({ count }: { readonly count: number }, what: string): string {
  return count === 1 ? what : `${what} \u00b7 \u00d7 ${formatNumber(count)}`;
}

interface NamedRecord {
  readonly ref: ObjectRef;
  readonly label: string;
  readonly note: string;
}

function listRecords(owner: Design): NamedRecord[] {
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
    ...records('unit', 'Scalable unit', owner.units ?? {}),
  ];
}

function findRecords(query: Query, owner: Design): Ranked<FoundObject>[] {
  return listRecords(owner).flatMap((found) => {
    const rank = rankNames(query, [normalise(found.label)], normalise(found.note));
    return rank === null ? [] : [{ rank, value: { ref: found.ref, describe: () => found } }];
  });
}

interface RackNames {
  readonly name: string;
  /** Row and position; null = stands nowhere. */
  readonly place: string | null;
}

const rackNamesByPlan = new WeakMap<FloorPlan, readonly RackNames[]>();

function rackNamesOf(plan: FloorPlan): readonly RackNames[] {
  const known = rackNamesByPlan.get(plan);
  if (known) return known;
  const names = Array.from({ length: plan.rackCount }, (_, rack) => {
    const place = describePlace(plan, rack);
    return { name: normalise(nameRack(plan, rack)), place: place === null ? null : normalise(place) };
  });
  rackNamesByPlan.set(plan, names);
  return names;
}

function describePlace(plan: FloorPlan, rack: number): string | null {
  const row = plan.rackRow[rack] ?? NOWHERE;
  return row === NOWHERE ? null : `${plan.rows[row]?.row.name} ${(plan.rackSlot[rack] as number) + 1}`;
}

/** Racks of groups one by one: by name, by `rack 17`, by their place in a row. */
function findRacks(query: Query, plan: FloorPlan): Ranked<FoundObject>[] {
  const found: Ranked<FoundObject>[] = [];
  const names = rackNamesOf(plan);
  for (const { rack, firstRack } of plan.groups) {
    if (rack.count === 1) continue;
    for (let index = 0; index < rack.count; index += 1) {
      const number = firstRack + index;
      const rank = rankRack(query, names[number] as RackNames, index + 1);
      if (rank === null) continue;
      const describe = (): { label: string; note: string } => {
        const place = describePlace(plan, number);
        return { label: nameRack(plan, number), note: place === null ? 'Rack' : `Rack \u00b7 ${place}` };
      };
      found.push({ rank, value: { ref: { kind: 'rack', id: rack.id, member: index }, describe } });
    }
  }
  return found;
}

const BY_NUMBER = 2;

function rankRack(query: Query, { name, place }: RackNames, number: number): number | null {
  const byName = rankWords(query, name) ?? Number.POSITIVE_INFINITY;
  const byPlace = (place === null ? null : rankWords(query, place)) ?? Number.POSITIVE_INFINITY;
  const byNumber = query.text === `rack ${number}` ? BY_NUMBER : Number.POSITIVE_INFINITY;
  const best = Math.min(byName, byPlace, byNumber);
  return Number.isFinite(best) ? best : null;
}

const memberNames = new WeakMap<Device, readonly string[]>();

function memberNamesOf(device: Device): readonly string[] {
  const known = memberNames.get(device);
  if (known) return known;
  const names = Array.from({ length: device.count }, (_, member) => normalise(nameDeviceMember(device, member)));
  memberNames.set(device, names);
  return names;
}

/** After groups of the same rank. */
const MEMBER_PENALTY = 0.1;

function findMembers(query: Query, owner: Design): Ranked<FoundObject>[] {
  const found: Ranked<FoundObject>[] = [];
  for (const device of Object.values(owner.devices)) {
    if (device.count === 1) continue;
    for (const [member, name] of memberNamesOf(device).entries()) {
      const rank = rankWords(query, name);
      if (rank === null) continue;
      const describe = (): { label: string; note: string } => ({
        label: nameDeviceMember(device, member),
        note: `${device.name} \u00b7 ${ROLE_LABELS[device.role]}`,
      });
      found.push({ rank: rank + MEMBER_PENALTY, value: { ref: { kind: 'device', id: device.id, member }, describe } });
    }
  }
  return found;
}
