/** Copies devices and racks with the placements and links among them; names count up. */
import type { Diagnostic, ObjectRef } from '../../base/diagnostic.ts';
import type { Design, Device, Link, LinkEnd, Position } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { createId } from '../ids.ts';
import { createNameTemplate, listNames, makeUniqueName, nameObject } from '../names.ts';
import { offsetPosition } from '../position.ts';

/** The records that a copy of the items consists of. A rack brings along the devices that stand in it. */
interface CopySet {
  readonly devices: readonly string[];
  readonly racks: readonly string[];
  readonly placements: readonly string[];
  readonly links: readonly string[];
}

const tableNames = ['devices', 'racks', 'placements', 'links'] as const;
const prefixes = { devices: 'device', racks: 'rack', placements: 'placement', links: 'link' } as const;

/** The `ids` argument for duplicateItems: a new id for every record the copy consists of. */
export function createDuplicateIds(design: Design, items: readonly ObjectRef[]): Record<string, string> {
  const copySet = collectCopySet(design, items);
  const ids: Record<string, string> = {};
  for (const table of tableNames) {
    const taken = Object.keys(design[table]);
    for (const id of copySet[table]) {
      const newId = createId(prefixes[table], taken);
      taken.push(newId);
      ids[id] = newId;
    }
  }
  return ids;
}

export const duplicateItems: CommandEntry<'duplicateItems'> = {
  describe({ items }, design) {
    const [first] = items;
    if (items.length !== 1 || !first) return `duplicate ${items.length} items`;
    return `duplicate ${first.kind === 'device' || first.kind === 'rack' ? nameObject(design, first.kind, first.id) : first.id}`;
  },
  run(draft, { items, ids, offset }) {
    for (const { kind, id } of items) {
      if (kind !== 'device' && kind !== 'rack') return refuse('no-copy', 'Only devices and racks can be duplicated.');
      if (!findRecord<unknown>(kind === 'device' ? draft.devices : draft.racks, id)) return refuseUnknown(kind, id);
    }
    const copySet = collectCopySet(draft, items);
    const refusal = checkIds(draft, copySet, ids);
    if (refusal.length > 0) return refusal;
    copyRacks(draft, copySet, ids, offset);
    copyDevices(draft, copySet, ids, offset);
    copyPlacements(draft, copySet, ids);
    copyLinks(draft, copySet, ids);
    return [];
  },
};

function collectCopySet(design: Design, items: readonly ObjectRef[]): CopySet {
  const racks = new Set(items.filter((item) => item.kind === 'rack').map((item) => item.id));
  const devices = new Set(items.filter((item) => item.kind === 'device').map((item) => item.id));
  const inRacks = Object.values(design.placements).filter((placement) => racks.has(placement.rackId));
  for (const placement of inRacks) devices.add(placement.deviceId);
  return {
    devices: [...devices],
    racks: [...racks],
    placements: inRacks.map((placement) => placement.id),
    links: Object.values(design.links)
      .filter((link) => devices.has(link.a.deviceId) && devices.has(link.b.deviceId))
      .map((link) => link.id),
  };
}

function checkIds(design: Design, copySet: CopySet, ids: CommandArgs['duplicateItems']['ids']): Diagnostic[] {
  for (const table of tableNames) {
    const given = new Set<string>();
    for (const id of copySet[table]) {
      const newId = findRecord(ids, id);
      if (newId === undefined) return refuse('no-id', `The copy of ${id} has no id.`);
      if (!isSafeId(newId) || given.has(newId) || findRecord<unknown>(design[table], newId)) {
        return refuseTaken(prefixes[table], newId);
      }
      given.add(newId);
    }
  }
  return [];
}

/** Names and values of a record that was checked to be there. */
function getCopied<T>(
  table: Readonly<Record<string, T>>,
  ids: Readonly<Record<string, string>>,
  id: string,
): [T, string] {
  return [table[id] as T, ids[id] as string];
}

function copyRacks(draft: Design, copySet: CopySet, ids: Readonly<Record<string, string>>, offset: Position): void {
  for (const id of copySet.racks) {
    const [rack, newId] = getCopied(draft.racks, ids, id);
    draft.racks[newId] = {
      ...rack,
      id: newId,
      name: makeUniqueName(rack.name, listNames(draft.racks)),
      pdus: rack.pdus.map((pdu) => ({ ...pdu })),
      position: offsetPosition(rack.position, offset),
    };
  }
}

function copyDevices(draft: Design, copySet: CopySet, ids: Readonly<Record<string, string>>, offset: Position): void {
  for (const id of copySet.devices) {
    const [device, newId] = getCopied(draft.devices, ids, id);
    const name = makeUniqueName(device.name, listNames(draft.devices));
    draft.devices[newId] = {
      ...device,
      id: newId,
      name,
      nameTemplate: createCopyTemplate(device, name),
      adapters: { ...device.adapters },
      position: offsetPosition(findCanvasPosition(draft, device, copySet), offset),
    };
  }
}

/** Members of the copy must not be named like those of the original. */
function createCopyTemplate(device: Device, name: string): string {
  const head = createNameTemplate(device.name, 1).replace('{i}', '');
  const newHead = createNameTemplate(name, 1).replace('{i}', '');
  return device.nameTemplate.startsWith(head)
    ? newHead + device.nameTemplate.slice(head.length)
    : createNameTemplate(name, device.count);
}

/** A device copied out of a rack that is not copied stands free beside that rack. */
function findCanvasPosition(design: Design, device: Device, copySet: CopySet): Position {
  const placement = Object.values(design.placements).find((candidate) => candidate.deviceId === device.id);
  if (!placement || copySet.racks.includes(placement.rackId)) return device.position;
  return findRecord(design.racks, placement.rackId)?.position ?? device.position;
}

function copyPlacements(draft: Design, copySet: CopySet, ids: Readonly<Record<string, string>>): void {
  for (const id of copySet.placements) {
    const [placement, newId] = getCopied(draft.placements, ids, id);
    draft.placements[newId] = {
      ...placement,
      id: newId,
      deviceId: ids[placement.deviceId] as string,
      rackId: ids[placement.rackId] as string,
    };
  }
}

function copyLinks(draft: Design, copySet: CopySet, ids: Readonly<Record<string, string>>): void {
  for (const id of copySet.links) {
    const [link, newId] = getCopied(draft.links, ids, id);
    draft.links[newId] = {
      ...link,
      id: newId,
      ...(link.podSizes ? { podSizes: { ...link.podSizes } } : {}),
      ...(link.lattice ? { lattice: copyLattice(link.lattice) } : {}),
      a: copyEnd(link.a, ids[link.a.deviceId] as string),
      b: copyEnd(link.b, ids[link.b.deviceId] as string),
      pairs: link.pairs.map(([a, b]) => [a, b]),
      medium: { ...link.medium },
    };
  }
}

/** No object may stand in two places of a design: a later edit of one would change both. */
function copyEnd(end: LinkEnd, deviceId: string): LinkEnd {
  return {
    deviceId,
    blockId: end.blockId,
    ...(end.members ? { members: { ...end.members } } : {}),
    ...(end.ports ? { ports: { ...end.ports } } : {}),
  };
}

function copyLattice(lattice: NonNullable<Link['lattice']>): NonNullable<Link['lattice']> {
  const tile = lattice.tile ? { tile: [...lattice.tile] } : {};
  return { ...lattice, shape: [...lattice.shape], ...tile };
}
