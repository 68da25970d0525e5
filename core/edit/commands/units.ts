/** Scalable units: racks and devices grouped, named, folded into one tile, and let go again. */
import { formatCount } from '../../base/format-count.ts';
import type { Design } from '../../design/design.ts';
import { findHomePlacements } from '../../design/home-placements.ts';
import { tableOf } from '../../design/object-tables.ts';
import { findRecord } from '../../design/records.ts';
import type { Unit, UnitMember } from '../../design/unit.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';
import { dropRecords, isFreeId, putRecord, readTable } from '../optional-tables.ts';

type UnitItem = CommandArgs['addUnit']['items'][number];

const DEFAULT_NAME = 'Scalable unit 1';

export const addUnit: CommandEntry<'addUnit'> = {
  describe({ items, name }, design) {
    const count = resolveMembers(design, items).length;
    const [first] = items;
    if (name !== undefined) return `group ${formatCount(count)} items as ${name}`;
    return count === 1 && first
      ? `group ${nameObject(design, first.kind, first.id)}`
      : `group ${formatCount(count)} items`;
  },
  run(draft, { id, name, items }) {
    if (!isFreeId(draft, 'units', id)) return refuseTaken('unit', id);
    const unknown = items.find((item) => !hasItem(draft, item));
    if (unknown) return refuseUnknown(unknown.kind, unknown.id);
    const members = resolveMembers(draft, items);
    if (members.length === 0) return refuse('nothing', 'Select racks or devices to group into a scalable unit.');
    takeOut(draft, members);
    const taken = listNames(readTable(draft, 'units'));
    putRecord(draft, 'units', { id, name: makeUniqueName(name ?? DEFAULT_NAME, taken), members });
    return [];
  },
};

export const joinUnit: CommandEntry<'joinUnit'> = {
  describe({ id, items }, design) {
    const members = resolveMembers(design, items);
    const [first] = members;
    const what = members.length === 1 && first ? nameObject(design, first.kind, first.id) : `${members.length} items`;
    return `put ${what} into ${nameObject(design, 'unit', id)}`;
  },
  run(draft, { id, items }) {
    if (!findRecord(readTable(draft, 'units'), id)) return refuseUnknown('unit', id);
    const unknown = items.find((item) => !hasItem(draft, item));
    if (unknown) return refuseUnknown(unknown.kind, unknown.id);
    const members = resolveMembers(draft, items).filter((member) => findUnitOf(draft, member)?.id !== id);
    takeOut(draft, members);
    findRecord(readTable(draft, 'units'), id)?.members.push(...members);
    return [];
  },
};

export const editUnit: CommandEntry<'editUnit'> = {
  describe: ({ id, patch }, design) => `rename the unit ${nameObject(design, 'unit', id)} to ${patch.name}`,
  run(draft, { id, patch }) {
    const unit = findRecord(readTable(draft, 'units'), id);
    if (!unit) return refuseUnknown('unit', id);
    if (isNameTaken(readTable(draft, 'units'), id, patch.name)) {
      return refuse('name-taken', `There is already a unit named ${patch.name}.`, { kind: 'unit', id });
    }
    unit.name = patch.name;
    return [];
  },
};

export const collapseUnits: CommandEntry<'collapseUnits'> = {
  describe({ ids, collapsed }, design) {
    const [first] = ids;
    const what = ids.length === 1 && first !== undefined ? nameObject(design, 'unit', first) : `${ids.length} units`;
    return `${collapsed ? 'collapse' : 'open'} ${what}`;
  },
  run(draft, { ids, collapsed }) {
    const units = readTable(draft, 'units');
    for (const id of ids) {
      const unit: Unit | undefined = findRecord(units, id);
      if (!unit) return refuseUnknown('unit', id);
      if (collapsed) unit.collapsed = true;
      else delete unit.collapsed;
    }
    return [];
  },
};

export const ungroupItems: CommandEntry<'ungroupItems'> = {
  describe({ items }, design) {
    const [first] = items;
    const left = findLeft(design, items);
    if (left)
      return `take ${items.length === 1 && first ? nameObject(design, first.kind, first.id) : `${items.length} items`} out of ${left.name}`;
    return `ungroup ${items.length === 1 && first ? nameObject(design, first.kind, first.id) : `${items.length} items`}`;
  },
  run(draft, { items }) {
    const unknown = items.find((item) => !hasItem(draft, item));
    if (unknown) return refuseUnknown(unknown.kind, unknown.id);
    takeOut(
      draft,
      items.flatMap((item) => (item.kind === 'unit' ? [] : [{ kind: item.kind, id: item.id }])),
    );
    dropRecords(
      draft,
      'units',
      items.filter(({ kind }) => kind === 'unit').map(({ id }) => id),
    );
    return [];
  },
};

function hasItem(design: Design, { kind, id }: UnitItem): boolean {
  return findRecord<unknown>(design[tableOf[kind]] ?? {}, id) !== undefined;
}

function findUnitOf(design: Design, { kind, id }: UnitItem): Unit | undefined {
  const units = Object.values(readTable(design, 'units'));
  return units.find(({ members }) => members.some((member) => member.kind === kind && member.id === id));
}

/** The unit that all of the items are members of, and that goes on without them. */
function findLeft(design: Design, items: readonly UnitItem[]): Unit | undefined {
  const [unit, ...others] = new Set(items.map((item) => findUnitOf(design, item)));
  return unit && others.length === 0 && unit.members.length > items.length ? unit : undefined;
}

/** Members of the units among the items, racks in place of the devices that stand in them; each once. */
function resolveMembers(design: Design, items: readonly UnitItem[]): UnitMember[] {
  const homes = findHomePlacements(design);
  const members = new Map<string, UnitMember>();
  const add = ({ kind, id }: UnitMember): void => void members.set(`${kind} ${id}`, { kind, id });
  for (const item of items) {
    const rackId = item.kind === 'device' ? homes.get(item.id)?.rackId : undefined;
    if (rackId !== undefined) add({ kind: 'rack', id: rackId });
    else if (item.kind !== 'unit') add({ kind: item.kind, id: item.id });
    else for (const member of findRecord(readTable(design, 'units'), item.id)?.members ?? []) add(member);
  }
  return [...members.values()];
}

/** Takes them out of the units they are in; a unit that is left empty goes. */
function takeOut(draft: Design, members: readonly UnitMember[]): void {
  const gone = new Set(members.map(({ kind, id }) => `${kind} ${id}`));
  const emptied: string[] = [];
  for (const unit of Object.values(readTable(draft, 'units'))) {
    const kept = unit.members.filter(({ kind, id }) => !gone.has(`${kind} ${id}`));
    if (kept.length === 0) emptied.push(unit.id);
    else if (kept.length < unit.members.length) unit.members = kept;
  }
  dropRecords(draft, 'units', emptied);
}
