/** Scalable units of what is selected: grouping, ungrouping, folding. Each is one undo step. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { type BlockRef, isBlockRef } from '#core/design/block-ref.ts';
import { findRecord } from '#core/design/records.ts';
import { indexUnits } from '#core/design/unit-contents.ts';
import type { Unit } from '#core/design/unit.ts';
import { createId } from '#core/edit/ids.ts';
import { design, dispatch } from './design-store.ts';
import { select, showSelection, viewStore } from './view-store.ts';

/** Racks, devices and units that are selected. */
export function listItems(): BlockRef[] {
  const { screen, selection } = viewStore.getState();
  if (screen !== 'studio') return [];
  return selection.filter(isBlockRef);
}

/** More than just one unit, which is grouped already. */
export function canGroup(): boolean {
  const items = listItems();
  return items.length > 1 || items.some(({ kind }) => kind !== 'unit');
}

/** A single unit among the items takes the others in: its name goes on. */
export function groupSelection(): void {
  const items = listItems().map(({ kind, id }) => ({ kind, id }));
  const units = items.filter(({ kind }) => kind === 'unit');
  const kept = units.length === 1 && units[0] ? findRecord(design().units ?? {}, units[0].id) : undefined;
  const id = createId('unit', design().units ?? {});
  const named = kept ? { id, name: kept.name, items } : { id, items };
  if (dispatch({ name: 'addUnit', args: named }).length > 0) return;
  select([{ kind: 'unit', id }]);
  // The frame is larger than what it holds: its head may lie out of sight.
  showSelection();
}

/** Selected units, and selected members of units. */
export function listGrouped(): BlockRef[] {
  const { ofRack, ofDevice } = indexUnits(design());
  return listItems().filter(({ kind, id }) => {
    if (kind === 'unit') return true;
    const unit = kind === 'rack' ? ofRack(id) : ofDevice(id);
    return unit?.members.some((member) => member.kind === kind && member.id === id) ?? false;
  });
}

export function canUngroup(): boolean {
  return listItems().length > 0 && listGrouped().length > 0;
}

/** Lets the members of selected units go and selects them; selected members leave their unit. */
export function ungroupSelection(): void {
  const items = listGrouped().map(({ kind, id }) => ({ kind, id }));
  const { units = {} } = design();
  const freed = items.flatMap((item): ObjectRef[] => {
    return item.kind === 'unit' ? (findRecord(units, item.id)?.members ?? []) : [item];
  });
  if (dispatch({ name: 'ungroupItems', args: { items } }).length === 0) select(freed);
}

/** The selected units, and the units that selected objects are in. */
export function listUnitsOfSelection(): Unit[] {
  const items = listItems();
  if (items.length === 0) return [];
  const { ofRack, ofDevice } = indexUnits(design());
  const found = items.flatMap(({ kind, id }) => {
    const unit = kind === 'unit' ? findRecord(design().units ?? {}, id) : kind === 'rack' ? ofRack(id) : ofDevice(id);
    return unit ? [unit] : [];
  });
  return [...new Set(found)];
}

/** Folds units into tiles, or opens them. What was selected in a unit that is folded gives way to the unit. */
export function collapseUnits(ids: readonly string[], collapsed: boolean): void {
  if (dispatch({ name: 'collapseUnits', args: { ids, collapsed } }).length > 0 || !collapsed) return;
  const { ofRack, ofDevice } = indexUnits(design());
  const { selection } = viewStore.getState();
  const shown = new Map<string, ObjectRef>();
  for (const ref of selection) {
    const unit = ref.kind === 'rack' ? ofRack(ref.id) : ref.kind === 'device' ? ofDevice(ref.id) : null;
    const own: ObjectRef = unit && ids.includes(unit.id) ? { kind: 'unit', id: unit.id } : ref;
    shown.set(`${own.kind} ${own.id} ${own.member ?? ''} ${own.blockId ?? ''}`, own);
  }
  if (selection.length > 0) select([...shown.values()]);
}

/** Folds the units of the selection; opens them when all are folded. */
export function toggleSelectedUnits(): void {
  const units = listUnitsOfSelection();
  const open = units.filter(({ collapsed }) => !collapsed);
  const isFolding = open.length > 0;
  collapseUnits(
    (isFolding ? open : units).map(({ id }) => id),
    isFolding,
  );
  // A tile is small: it may lie where the frame was out of sight.
  if (isFolding) showSelection();
}

/** Folds every unit of the design, or opens every one. */
export function collapseAllUnits(collapsed: boolean): void {
  const units = Object.values(design().units ?? {}).filter((unit) => (unit.collapsed ?? false) !== collapsed);
  collapseUnits(
    units.map(({ id }) => id),
    collapsed,
  );
}

export function hasUnitsToFold(collapsed: boolean): boolean {
  if (viewStore.getState().screen !== 'studio') return false;
  return Object.values(design().units ?? {}).some((unit) => (unit.collapsed ?? false) !== collapsed);
}
