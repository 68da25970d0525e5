/**
 * One rack as it looks: devices and PDUs at their units, the runs of units left empty, and which side takes the air in. Read
 * from the design alone, so that a drag is answered at once; stacked as racking.ts stacks for the netlist.
 */
import { type Catalog, findPart } from '../catalog/catalog.ts';
import { findPortSide, isLiquidCooled, listAirflows } from '../catalog/port-side.ts';
import type { DevicePart } from '../catalog/part.ts';
import type { Design, Device, DeviceRole, Placement, Rack } from '../design/design.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';
import { formatMemberName } from './names.ts';

export type RackFace = 'front' | 'rear';

/** Side of the rack that a device draws air from; `either` = it is sold both ways and neither is chosen. */
type AirIntake = RackFace | 'either' | 'liquid' | 'unknown';

/** What takes units: bottomUnit up to bottomUnit + units - 1. */
interface RackSlot {
  readonly key: string;
  readonly bottomUnit: number;
  readonly units: number;
  /** Reaches over the top of the rack. */
  readonly isOver: boolean;
  /** Shares a unit with another. */
  readonly isClashing: boolean;
}

export interface ElevationDevice extends RackSlot {
  readonly deviceId: string;
  /** Number of the member within its group, from 0. */
  readonly member: number;
  readonly name: string;
  readonly model: string;
  readonly role: DeviceRole;
  readonly isLocked: boolean;
  /** Its height is not known, so it is drawn as one unit. */
  readonly isHeightUnknown: boolean;
  /** Side of the rack that its front looks to. */
  readonly face: RackFace;
  readonly intake: AirIntake;
}

export interface ElevationPdu extends RackSlot {
  readonly partId: string;
  readonly model: string;
  readonly feedName: string | null;
}

export interface UprightPdu {
  readonly key: string;
  readonly partId: string;
  readonly model: string;
  readonly feedName: string | null;
}

interface UnitRun {
  readonly bottomUnit: number;
  readonly units: number;
}

export interface RackElevation {
  /** Lowest first. */
  readonly devices: readonly ElevationDevice[];
  /** Mounted in units, lowest first. */
  readonly pdus: readonly ElevationPdu[];
  /** Beside the units, at the rear. */
  readonly uprights: readonly UprightPdu[];
  readonly emptyRuns: readonly UnitRun[];
  /** Units taken, of those the rack has. */
  readonly usedUnits: number;
  /** Of the rack, or of what reaches over it. */
  readonly topUnit: number;
}

/** Elevations of a design's racks; the placements are sorted by rack group once. */
export function createElevationReader(
  design: Design,
  catalog: Catalog,
): (rack: Rack, rackIndex: number) => RackElevation {
  const byRack = new Map<string, Placement[]>();
  for (const placement of Object.values(design.placements)) {
    const others = byRack.get(placement.rackId);
    if (others) others.push(placement);
    else byRack.set(placement.rackId, [placement]);
  }
  return (rack, rackIndex) => elevate(design, catalog, rack, rackIndex, byRack.get(rack.id) ?? []);
}

type Draft<T> = Omit<T, 'isOver' | 'isClashing'>;

function elevate(
  design: Design,
  catalog: Catalog,
  rack: Rack,
  rackIndex: number,
  placements: readonly Placement[],
): RackElevation {
  const devices = placements.flatMap((placement) => listMembers(design, catalog, placement, rackIndex));
  const aboveAll = devices.reduce((above, { bottomUnit, units }) => Math.max(above, bottomUnit + units), 1);
  const { mounted, uprights } = listPdus(design, catalog, rack, aboveAll);
  const heldBy = countHolders([...devices, ...mounted], rack.heightUnits);
  const settle = <T extends Draft<RackSlot>>(slot: T) => ({
    ...slot,
    isOver: slot.bottomUnit + slot.units - 1 > rack.heightUnits,
    isClashing: heldBy.slice(slot.bottomUnit, slot.bottomUnit + slot.units).some((count) => count > 1),
  });
  const slots = [...devices, ...mounted];
  return {
    devices: devices.map(settle).toSorted((a, b) => a.bottomUnit - b.bottomUnit),
    pdus: mounted.map(settle).toSorted((a, b) => a.bottomUnit - b.bottomUnit),
    uprights,
    emptyRuns: listEmptyRuns(heldBy, rack.heightUnits),
    usedUnits: heldBy.slice(1, rack.heightUnits + 1).filter((count) => count > 0).length,
    topUnit: slots.reduce((top, { bottomUnit, units }) => Math.max(top, bottomUnit + units - 1), rack.heightUnits),
  };
}

function listMembers(
  design: Design,
  catalog: Catalog,
  placement: Placement,
  rackIndex: number,
): Draft<ElevationDevice>[] {
  const device = findRecord(design.devices, placement.deviceId);
  if (!device || rackIndex < placement.firstRack) return [];
  const part = findDevicePart(catalog, device.partId);
  const units = Math.ceil(part?.rackUnits ?? 1);
  const first = placement.firstMember + (rackIndex - placement.firstRack) * placement.perRack;
  const end = Math.min(first + placement.perRack, placement.firstMember + placement.memberCount, device.count);
  const face = placement.face ?? 'front';
  const members: Draft<ElevationDevice>[] = [];
  for (let member = first; member < end; member += 1) {
    members.push({
      key: `${device.id} ${member}`,
      deviceId: device.id,
      member,
      name: nameDeviceMember(device, member),
      model: part?.model ?? device.partId,
      role: device.role,
      isLocked: device.locked,
      bottomUnit: placement.bottomUnit + (member - first) * units,
      units,
      isHeightUnknown: (part?.rackUnits ?? null) === null,
      face,
      intake: findIntake(device, part, face),
    });
  }
  return members;
}

/** Name of one member of a device group. */
export function nameDeviceMember(device: Device, member: number): string {
  return formatMemberName(device.nameTemplate, member, Math.floor(member / (device.membersPerPod ?? device.count)));
}

/** A server's ports are at its rear, a switch's at its front; air comes from the cold aisle. */
function findIntake(device: Device, part: DevicePart | undefined, face: RackFace): AirIntake {
  if (!part) return 'unknown';
  if (isLiquidCooled(part)) return 'liquid';
  const airflows = device.airflow === undefined ? listAirflows(part) : [device.airflow];
  const intakes = new Set<RackFace>();
  for (const airflow of airflows) {
    const side = findPortSide(part.kind, airflow);
    if (side === null) continue;
    const areColdPortsInFront = part.kind === 'switch';
    const isFront = (side === 'cold') === areColdPortsInFront;
    intakes.add(isFront === (face === 'front') ? 'front' : 'rear');
  }
  const [only] = intakes;
  return intakes.size > 1 ? 'either' : (only ?? 'unknown');
}

/** Without a unit of its own a PDU that takes units goes on top of the devices. */
function listPdus(
  design: Design,
  catalog: Catalog,
  rack: Rack,
  aboveAll: number,
): { readonly mounted: Draft<ElevationPdu>[]; readonly uprights: UprightPdu[] } {
  const mounted: Draft<ElevationPdu>[] = [];
  const uprights: UprightPdu[] = [];
  let nextUnit = aboveAll;
  rack.pdus.forEach((entry, index) => {
    const part = findPart(catalog, entry.partId, 'pdu');
    const units = Math.ceil(part?.rackUnits ?? 0);
    const feed = entry.feedId === undefined ? undefined : findRecord(design.feeds ?? {}, entry.feedId);
    for (let i = 0; i < entry.count; i += 1) {
      const common = {
        key: `pdu ${index} ${i}`,
        partId: entry.partId,
        model: part?.model ?? entry.partId,
        feedName: feed?.name ?? null,
      };
      if (units === 0) uprights.push(common);
      else if (entry.bottomUnit !== undefined) {
        mounted.push({ ...common, bottomUnit: entry.bottomUnit + i * units, units });
      } else {
        mounted.push({ ...common, bottomUnit: nextUnit, units });
        nextUnit += units;
      }
    }
  });
  return { mounted, uprights };
}

/** By unit, from 1: how many stand there. */
function countHolders(slots: readonly UnitRun[], heightUnits: number): number[] {
  const top = slots.reduce((unit, { bottomUnit, units }) => Math.max(unit, bottomUnit + units - 1), heightUnits);
  const heldBy: number[] = Array.from({ length: top + 1 }, () => 0);
  for (const { bottomUnit, units } of slots) {
    for (let unit = bottomUnit; unit < bottomUnit + units; unit += 1) heldBy[unit] = (heldBy[unit] ?? 0) + 1;
  }
  return heldBy;
}

function listEmptyRuns(heldBy: readonly number[], heightUnits: number): UnitRun[] {
  const runs: UnitRun[] = [];
  let bottomUnit = 0;
  for (let unit = 1; unit <= heightUnits + 1; unit += 1) {
    const isEmpty = unit <= heightUnits && heldBy[unit] === 0;
    if (isEmpty && bottomUnit === 0) bottomUnit = unit;
    else if (!isEmpty && bottomUnit > 0) {
      runs.push({ bottomUnit, units: unit - bottomUnit });
      bottomUnit = 0;
    }
  }
  return runs;
}

/** The highest unit that any rack has or any stack reaches: how tall the drawing of all racks must be. */
export function findTopUnit(design: Design, catalog: Catalog): number {
  let top = 1;
  for (const rack of Object.values(design.racks)) top = Math.max(top, rack.heightUnits);
  for (const { deviceId, bottomUnit, perRack, memberCount } of Object.values(design.placements)) {
    const device = findRecord(design.devices, deviceId);
    const units = Math.ceil((device && findDevicePart(catalog, device.partId)?.rackUnits) ?? 1);
    top = Math.max(top, bottomUnit + Math.min(perRack, memberCount) * units - 1);
  }
  return top;
}
