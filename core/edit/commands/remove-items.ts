/** Removes objects with what cannot stand without them, so that nothing left points at nothing. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import { optionalTables, tableOf } from '../../design/object-tables.ts';
import { findRecord } from '../../design/records.ts';
import { listUnitItems } from '../../design/unit-contents.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { nameLink, nameObject } from '../names.ts';
import { dropRecords } from '../optional-tables.ts';
import { offsetPosition } from '../position.ts';
import { refitFloor } from '../refit-floor.ts';
import { refitScenarios } from '../refit-scenarios.ts';
import { refitUnits } from '../refit-units.ts';
import { refitViews } from '../refit-views.ts';
import { removePart } from './parts.ts';

/** How far apart devices from a removed rack are set down, px. */
const SET_DOWN_STEP = 120;

type OptionalKind = keyof typeof optionalTables;

export const removeItems: CommandEntry<'removeItems'> = {
  describe({ items }, design) {
    const [first] = items;
    return items.length === 1 && first ? `remove ${nameItem(design, first)}` : `remove ${items.length} items`;
  },
  run(draft, { items }, context) {
    const within = listWithin(draft, items);
    const ids = collectIds(within, 'device');
    const rackIds = collectIds(within, 'rack');
    const fabricIds = collectIds(items, 'fabric');
    for (const { kind, id } of items) {
      if (kind === 'design') return refuse('design', 'The design itself cannot be removed: close the file instead.');
      if (kind !== 'part' && !findRecord<unknown>(draft[tableOf[kind]] ?? {}, id)) return refuseUnknown(kind, id);
    }
    setDownDevices(draft, rackIds, ids);
    removeLinks(draft, collectIds(items, 'link'), ids, fabricIds);
    for (const placement of Object.values(draft.placements)) {
      if (ids.has(placement.deviceId) || rackIds.has(placement.rackId)) delete draft.placements[placement.id];
    }
    for (const id of ids) delete draft.devices[id];
    for (const id of rackIds) delete draft.racks[id];
    for (const id of fabricIds) delete draft.fabrics[id];
    for (const [kind, table] of Object.entries(optionalTables) as [
      OptionalKind,
      (typeof optionalTables)[OptionalKind],
    ][]) {
      dropRecords(draft, table, [...collectIds(items, kind)]);
    }
    refitScenarios(draft);
    refitViews(draft);
    refitFloor(draft);
    refitUnits(draft);
    for (const id of collectIds(items, 'part')) {
      const refusal = removePart.run(draft, { id }, context);
      if (refusal.length > 0) return refusal;
    }
    return [];
  },
};

/** The items, and what goes with the units among them. */
function listWithin(design: Design, items: readonly ObjectRef[]): ObjectRef[] {
  const units = [...collectIds(items, 'unit')].flatMap((id) => findRecord(design.units ?? {}, id) ?? []);
  return [...items, ...units.flatMap((unit) => listUnitItems(design, unit))];
}

function collectIds(items: readonly ObjectRef[], kind: ObjectRef['kind']): Set<string> {
  return new Set(items.filter((item) => item.kind === kind).map((item) => item.id));
}

/** Devices of a removed rack go free-standing where the rack was, in a row. */
function setDownDevices(draft: Design, rackIds: ReadonlySet<string>, removedIds: ReadonlySet<string>): void {
  const setDown = new Map<string, number>();
  const seen = new Set<string>();
  for (const placement of Object.values(draft.placements)) {
    const device = findRecord(draft.devices, placement.deviceId);
    const rack = findRecord(draft.racks, placement.rackId);
    if (!device || !rack || !rackIds.has(rack.id) || removedIds.has(device.id) || seen.has(device.id)) continue;
    seen.add(device.id);
    const index = setDown.get(rack.id) ?? 0;
    setDown.set(rack.id, index + 1);
    device.position = offsetPosition(rack.position, { x: 0, y: index * SET_DOWN_STEP });
  }
}

/** A fabric that loses its last link here goes too; one that had none yet stays. */
function removeLinks(
  draft: Design,
  linkIds: ReadonlySet<string>,
  deviceIds: ReadonlySet<string>,
  fabricIds: ReadonlySet<string>,
): void {
  const touchedFabrics = new Set<string>();
  for (const link of Object.values(draft.links)) {
    const isLost = deviceIds.has(link.a.deviceId) || deviceIds.has(link.b.deviceId) || fabricIds.has(link.fabricId);
    if (!isLost && !linkIds.has(link.id)) continue;
    touchedFabrics.add(link.fabricId);
    delete draft.links[link.id];
  }
  for (const link of Object.values(draft.links)) touchedFabrics.delete(link.fabricId);
  for (const id of touchedFabrics) delete draft.fabrics[id];
}

function nameItem(design: Design, { kind, id }: ObjectRef): string {
  if (kind === 'device' || kind === 'rack') return nameObject(design, kind, id);
  if (kind === 'fabric') return `the ${nameObject(design, kind, id)} fabric`;
  if (kind === 'part') return findRecord(design.parts, id)?.model ?? id;
  if (kind === 'room' || kind === 'row' || kind === 'feed') return `the ${kind} ${nameObject(design, kind, id)}`;
  if (kind === 'unit') return `the unit ${nameObject(design, kind, id)}`;
  if (kind === 'zone') return `the cooling zone ${nameObject(design, kind, id)}`;
  if (kind === 'cdu') return `the coolant units ${nameObject(design, kind, id)}`;
  const link = findRecord(design.links, id);
  return link ? `the link ${nameLink(design, link)}` : id;
}
