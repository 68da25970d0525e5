/**
 * Into a scalable unit that is there, and out of one, without the mouse: what goes in comes to stand beside the members, what comes
 * out beside the frame. Each is one undo step.
 */
import { findHomePlacements } from '#core/design/home-placements.ts';
import { findRecord } from '#core/design/records.ts';
import { indexUnits } from '#core/design/unit-contents.ts';
import type { Unit, UnitMember } from '#core/design/unit.ts';
import type { Command } from '#core/edit/command.ts';
import { findShiftBeside } from './beside-members.ts';
import { createGestureId, design, dispatch } from './design-store.ts';
import { listBlocks, surround } from './free-spot.ts';
import { listGrouped, listItems } from './group-selection.ts';
import { select, showSelection } from './view-store.ts';

/** Racks and free-standing devices behind the selection: what can be a member, each once. */
function listMovable(): UnitMember[] {
  const owner = design();
  const homes = findHomePlacements(owner);
  const found = new Map<string, UnitMember>();
  for (const { kind, id } of listItems()) {
    const rackId = kind === 'device' ? homes.get(id)?.rackId : undefined;
    const own = kind === 'unit' ? (findRecord(owner.units ?? {}, id)?.members ?? []) : [{ kind, id }];
    for (const member of rackId === undefined ? own : [{ kind: 'rack' as const, id: rackId }]) {
      found.set(`${member.kind} ${member.id}`, member);
    }
  }
  return [...found.values()];
}

/** Units that something of the selection is not in yet, by name. */
export function listUnitsToJoin(): Unit[] {
  const units = Object.values(design().units ?? {});
  const movable = units.length === 0 ? [] : listMovable();
  if (movable.length === 0) return [];
  const { ofRack, ofDevice } = indexUnits(design());
  const homes = new Set(movable.map(({ kind, id }) => (kind === 'rack' ? ofRack(id) : ofDevice(id))?.id));
  return units
    .filter(({ id }) => homes.size > 1 || !homes.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** Puts the selection into the unit. A collapsed one hides it, so that is selected then. */
export function joinUnit(unitId: string): void {
  const unit = findRecord(design().units ?? {}, unitId);
  if (!unit) return;
  const inside = new Set(unit.members.map(({ kind, id }) => `${kind} ${id}`));
  const items = listMovable().filter(({ kind, id }) => !inside.has(`${kind} ${id}`));
  const moves = planMove(items, unit.members, unit.id);
  const command: Command = { name: 'joinUnit', args: { id: unitId, items } };
  if (!runAsOne(command, moves)) return;
  select(unit.collapsed ? [{ kind: 'unit', id: unitId }] : items);
  showSelection();
}

/** Selected members of units; a whole unit has none to leave. */
function listToLeave(): UnitMember[] {
  return listGrouped().flatMap(({ kind, id }) => (kind === 'unit' ? [] : [{ kind, id }]));
}

export function canLeaveUnit(): boolean {
  return listItems().length > 0 && listToLeave().length > 0;
}

/** Takes the selected members out of their units. */
export function leaveUnit(): void {
  const items = listToLeave();
  const [first] = items;
  if (!first) return;
  const { ofRack, ofDevice } = indexUnits(design());
  const unit = first.kind === 'rack' ? ofRack(first.id) : ofDevice(first.id);
  const moves = planMove(items, unit?.members ?? [], null);
  if (!runAsOne({ name: 'ungroupItems', args: { items } }, moves)) return;
  select(items);
  showSelection();
}

function runAsOne(command: Command, moves: Command | null): boolean {
  const gestureId = createGestureId();
  if (dispatch(command, gestureId).length > 0) return false;
  if (moves) dispatch(moves, gestureId);
  return true;
}

/** Beside those neighbours in free space; null = nothing has to move. `unitId`: the frame that may be stood in. */
function planMove(
  items: readonly UnitMember[],
  neighbours: readonly UnitMember[],
  unitId: string | null,
): Command | null {
  const owner = design();
  const blocks = listBlocks(owner);
  const box = surround(items.flatMap(({ kind, id }) => blocks.get(`${kind} ${id}`) ?? []));
  const shift = box && findShiftBeside({ blocks, units: owner.units }, items, box, neighbours, unitId);
  if (!shift) return null;
  const moves = items.flatMap(({ kind, id }) => {
    const item = kind === 'device' ? owner.devices[id] : owner.racks[id];
    if (!item || item.locked) return [];
    return [{ kind, id, position: { x: item.position.x + shift.x, y: item.position.y + shift.y } }];
  });
  return moves.length === 0 ? null : { name: 'moveItems', args: { moves } };
}
