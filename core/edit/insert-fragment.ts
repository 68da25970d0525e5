/** Puts a copy of a fragment into a design: new ids, names counted up, positions moved. What is there already stays as it is. */
import type { Design, Device, Link, Medium, Position } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import { cloneRecord } from './clone-record.ts';
import { createNamer, createNameTemplate, listNames } from './names.ts';
import { putRecord } from './optional-tables.ts';
import { offsetPosition } from './position.ts';

/** Records of a fragment that become new records. */
export const COPIED_TABLES = ['devices', 'racks', 'placements', 'links'] as const;

type CopiedTable = (typeof COPIED_TABLES)[number];
/** Records that copies share with what is there, when it is there already. */
type SharedTable = 'fabrics' | 'feeds' | 'parts';
type IdMap = Readonly<Record<string, string>>;

/**
 * By the ids of the fragment: the new ids of its copied records, and the ids under which its fabrics, feeds and parts are found in
 * the design or are added to it. An id that is not listed stays what it is.
 */
export interface FragmentIds extends Readonly<Record<CopiedTable | SharedTable, IdMap>> {
  /** Of its scalable units; absent = it has none. */
  readonly units?: IdMap;
}

/** The ids of copied records must be new; the caller has seen to that. */
export function insertFragment(draft: Design, fragment: Design, ids: FragmentIds, offset: Position): void {
  addShared(draft, fragment, ids);
  addRacks(draft, fragment, ids, offset);
  addDevices(draft, fragment, ids, offset);
  for (const placement of Object.values(fragment.placements)) {
    const id = newId(ids.placements, placement.id);
    const deviceId = newId(ids.devices, placement.deviceId);
    draft.placements[id] = { ...cloneRecord(placement), id, deviceId, rackId: newId(ids.racks, placement.rackId) };
  }
  addLinks(draft, fragment, ids);
  addUnits(draft, fragment, ids);
}

function newId(map: IdMap, id: string): string {
  return findRecord(map, id) ?? id;
}

function addShared(draft: Design, fragment: Design, ids: FragmentIds): void {
  const nameFabric = createNamer(listNames(draft.fabrics));
  for (const fabric of Object.values(fragment.fabrics)) {
    const id = newId(ids.fabrics, fabric.id);
    if (findRecord(draft.fabrics, id)) continue;
    draft.fabrics[id] = { ...cloneRecord(fabric), id, name: nameFabric(fabric.name) };
  }
  const nameFeed = createNamer(listNames(draft.feeds ?? {}));
  for (const feed of Object.values(fragment.feeds ?? {})) {
    const id = newId(ids.feeds, feed.id);
    if (findRecord(draft.feeds ?? {}, id)) continue;
    putRecord(draft, 'feeds', { ...cloneRecord(feed), id, name: nameFeed(feed.name) });
  }
  for (const part of Object.values(fragment.parts)) {
    const id = newId(ids.parts, part.id);
    if (!findRecord(draft.parts, id)) draft.parts[id] = { ...cloneRecord(part), id };
  }
}

function addRacks(draft: Design, fragment: Design, ids: FragmentIds, offset: Position): void {
  const nameRack = createNamer(listNames(draft.racks));
  for (const rack of Object.values(fragment.racks)) {
    const id = newId(ids.racks, rack.id);
    const pdus = rack.pdus.map((pdu) => ({
      ...pdu,
      partId: newId(ids.parts, pdu.partId),
      ...(pdu.feedId === undefined ? {} : { feedId: newId(ids.feeds, pdu.feedId) }),
    }));
    draft.racks[id] = {
      ...cloneRecord(rack),
      id,
      name: nameRack(rack.name),
      partId: rack.partId === null ? null : newId(ids.parts, rack.partId),
      pdus,
      position: offsetPosition(rack.position, offset),
    };
  }
}

function addDevices(draft: Design, fragment: Design, ids: FragmentIds, offset: Position): void {
  const nameDevice = createNamer(listNames(draft.devices));
  const templates = new Set(Object.values(draft.devices).map((device) => device.nameTemplate));
  for (const device of Object.values(fragment.devices)) {
    const id = newId(ids.devices, device.id);
    const name = nameDevice(device.name);
    const nameTemplate = createCopyTemplate(device, name, templates);
    templates.add(nameTemplate);
    const adapters = Object.entries(device.adapters).map(([blockId, nicId]) => [blockId, newId(ids.parts, nicId)]);
    draft.devices[id] = {
      ...cloneRecord(device),
      id,
      name,
      nameTemplate,
      partId: newId(ids.parts, device.partId),
      adapters: Object.fromEntries(adapters) as Device['adapters'],
      position: offsetPosition(device.position, offset),
    };
  }
}

/** Members of the copy must not be named like those of another device. */
function createCopyTemplate(device: Device, name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(device.nameTemplate)) return device.nameTemplate;
  const head = createNameTemplate(device.name, 1).replace('{i}', '');
  const newHead = createNameTemplate(name, 1).replace('{i}', '');
  const counted = device.nameTemplate.startsWith(head) ? newHead + device.nameTemplate.slice(head.length) : null;
  return counted === null || taken.has(counted) ? createNameTemplate(name, device.count) : counted;
}

function addLinks(draft: Design, fragment: Design, ids: FragmentIds): void {
  for (const link of Object.values(fragment.links)) {
    const id = newId(ids.links, link.id);
    const copy: Link = cloneRecord(link);
    copy.a.deviceId = newId(ids.devices, link.a.deviceId);
    copy.b.deviceId = newId(ids.devices, link.b.deviceId);
    const medium = renamePartsOf(link.medium, ids.parts);
    draft.links[id] = { ...copy, id, fabricId: newId(ids.fabrics, link.fabricId), medium };
  }
}

function renamePartsOf(medium: Medium, parts: IdMap): Medium {
  if (medium.kind === 'auto') return { kind: 'auto' };
  if (medium.kind === 'cable') return { kind: 'cable', cableId: newId(parts, medium.cableId) };
  return {
    kind: 'optics',
    transceiverAId: newId(parts, medium.transceiverAId),
    transceiverBId: newId(parts, medium.transceiverBId),
    cableId: medium.cableId === null ? null : newId(parts, medium.cableId),
  };
}

function addUnits(draft: Design, fragment: Design, ids: FragmentIds): void {
  const nameUnit = createNamer(listNames(draft.units ?? {}));
  for (const unit of Object.values(fragment.units ?? {})) {
    const members = unit.members.map(({ kind, id }) => {
      return { kind, id: newId(kind === 'device' ? ids.devices : ids.racks, id) };
    });
    putRecord(draft, 'units', { ...unit, id: newId(ids.units ?? {}, unit.id), name: nameUnit(unit.name), members });
  }
}
