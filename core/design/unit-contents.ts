/** What is in each scalable unit: which unit an object is drawn in, and how many servers, switches, racks and GPUs it holds. */
import type { ObjectRef } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { isGpuCountOpen } from '../catalog/open-gpu-count.ts';
import type { DevicePart } from '../catalog/part.ts';
import type { Design } from './design.ts';
import { findHomePlacements } from './home-placements.ts';
import { findDevicePart } from './port-blocks.ts';
import { findRecord } from './records.ts';
import type { Unit, UnitMember } from './unit.ts';

type Drawn = Pick<Design, 'devices' | 'racks' | 'placements' | 'units'>;

export interface UnitIndex {
  /** The unit a device is drawn in, or null: its own, or that of the rack its first member stands in. */
  readonly ofDevice: (deviceId: string) => Unit | null;
  readonly ofRack: (rackId: string) => Unit | null;
}

export interface UnitCounts {
  readonly rackCount: number;
  readonly serverCount: number;
  readonly switchCount: number;
  /** Devices whose part is not in the catalog. */
  readonly unknownCount: number;
  readonly gpuCount: number;
  /** Some servers do not say how many GPUs they have: the figure is a lower bound. */
  readonly isGpuCountPartial: boolean;
}

/** Built once a design; look-ups are O(1). */
export function indexUnits(design: Drawn): UnitIndex {
  const racks = new Map<string, Unit>();
  const devices = new Map<string, Unit>();
  for (const unit of Object.values(design.units ?? {})) {
    for (const { kind, id } of unit.members) (kind === 'rack' ? racks : devices).set(id, unit);
  }
  if (racks.size > 0) {
    for (const [deviceId, { rackId }] of findHomePlacements(design)) {
      const unit = racks.get(rackId);
      if (unit) devices.set(deviceId, unit);
    }
  }
  return { ofDevice: (id) => devices.get(id) ?? null, ofRack: (id) => racks.get(id) ?? null };
}

/** Its members, and the devices of which no member stands outside its racks: all that would go with it. */
export function listUnitItems(design: Drawn, unit: Unit): UnitMember[] {
  const racks = new Set(unit.members.flatMap(({ kind, id }) => (kind === 'rack' ? [id] : [])));
  const inside = new Set<string>();
  const outside = new Set<string>();
  for (const { deviceId, rackId } of Object.values(design.placements)) {
    (racks.has(rackId) ? inside : outside).add(deviceId);
  }
  const whole = [...inside].filter((id) => !outside.has(id));
  return [...unit.members, ...whole.map((id): UnitMember => ({ kind: 'device', id }))];
}

/** The objects with what is in the scalable units among them in place of the units; each once. */
export function replaceUnits(design: Drawn, refs: readonly ObjectRef[]): ObjectRef[] {
  if (!refs.some(({ kind }) => kind === 'unit')) return [...refs];
  const found = new Map<string, ObjectRef>();
  for (const ref of refs) {
    const unit = ref.kind === 'unit' ? findRecord(design.units ?? {}, ref.id) : undefined;
    for (const own of (unit ? listUnitItems(design, unit) : [ref]) as readonly ObjectRef[]) {
      found.set([own.kind, own.id, own.member, own.blockId].join('\n'), own);
    }
  }
  return [...found.values()];
}

/** Of a unit with nothing in it. */
export const NO_COUNTS: UnitCounts = {
  rackCount: 0,
  serverCount: 0,
  switchCount: 0,
  unknownCount: 0,
  gpuCount: 0,
  isGpuCountPartial: false,
};

/** What a unit counts: whole groups of racks, and members of groups of devices, each group once. */
export interface UnitContents {
  readonly racks: readonly { readonly rackId: string; readonly count: number }[];
  readonly devices: readonly { readonly deviceId: string; readonly count: number }[];
}

/**
 * By unit. Members of a group count where they stand; those that stand in no rack count where the group is drawn, so that all
 * units together count nothing twice.
 */
export function listUnitContents(design: Drawn): Map<string, UnitContents> {
  const index = indexUnits(design);
  const found = new Map<string, { racks: { rackId: string; count: number }[]; devices: Map<string, number> }>();
  const contentsOf = (unit: Unit) => {
    const known = found.get(unit.id) ?? { racks: [], devices: new Map<string, number>() };
    found.set(unit.id, known);
    return known;
  };
  const addMembers = (unit: Unit | null, deviceId: string, count: number): void => {
    if (!unit || count === 0 || !findRecord(design.devices, deviceId)) return;
    const { devices } = contentsOf(unit);
    devices.set(deviceId, (devices.get(deviceId) ?? 0) + count);
  };
  for (const rack of Object.values(design.racks)) {
    const unit = index.ofRack(rack.id);
    if (unit) contentsOf(unit).racks.push({ rackId: rack.id, count: rack.count });
  }
  const placedCounts = new Map<string, number>();
  for (const { deviceId, rackId, memberCount } of Object.values(design.placements)) {
    placedCounts.set(deviceId, (placedCounts.get(deviceId) ?? 0) + memberCount);
    addMembers(index.ofRack(rackId), deviceId, memberCount);
  }
  for (const device of Object.values(design.devices)) {
    addMembers(index.ofDevice(device.id), device.id, device.count - (placedCounts.get(device.id) ?? 0));
  }
  return new Map(
    [...found].map(([unitId, { racks, devices }]) => [
      unitId,
      { racks, devices: [...devices].map(([deviceId, count]) => ({ deviceId, count })) },
    ]),
  );
}

/** By unit: its contents by what they are. */
export function countUnits(design: Drawn, catalog: Catalog): Map<string, UnitCounts> {
  const partOf = (deviceId: string): DevicePart | undefined => {
    const device = findRecord(design.devices, deviceId);
    return device && findDevicePart(catalog, device.partId);
  };
  return new Map([...listUnitContents(design)].map(([unitId, contents]) => [unitId, countContents(contents, partOf)]));
}

function countContents(
  { racks, devices }: UnitContents,
  partOf: (deviceId: string) => DevicePart | undefined,
): UnitCounts {
  const sum = { ...NO_COUNTS };
  for (const { count } of racks) sum.rackCount += count;
  for (const { deviceId, count } of devices) {
    const part = partOf(deviceId);
    if (!part) sum.unknownCount += count;
    else if (part.kind === 'switch') sum.switchCount += count;
    else {
      sum.serverCount += count;
      sum.gpuCount += count * (part.gpuCount ?? 0);
      if (isGpuCountOpen(part)) sum.isGpuCountPartial = true;
    }
  }
  return sum;
}
