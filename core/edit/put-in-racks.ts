/** Puts all members of a device into a rack group: shared by adding a device into racks and by moving one there. */
import { formatCount } from '../base/format-count.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Device, Placement, Rack } from '../design/design.ts';
import { findRecord, isSafeId } from '../design/records.ts';
import { refuse, refuseTaken, refuseUnknown } from './command-entry.ts';
import { dealEvenly, findFreeUnits, findOccupant, getMemberUnits, getSpan } from './rack-space.ts';

/** What is to stand in the racks: a device, or one that is not there yet. */
export type Guest = Pick<Device, 'id' | 'name' | 'partId' | 'count'>;

interface Target {
  readonly rackId: string;
  readonly placementId: string;
  /** Absent = next free units. */
  readonly bottomUnit?: number;
  /** Absent = dealt evenly over the racks. */
  readonly perRack?: number;
  /** Absent = front. */
  readonly face?: Placement['face'];
}

/** The device must have no placements. Refuses when the units are taken or too few. */
export function putInRacks(draft: Design, device: Guest, target: Target, catalog: Catalog): Diagnostic[] {
  const rack = findRecord(draft.racks, target.rackId);
  if (!rack) return refuseUnknown('rack', target.rackId);
  if (!isSafeId(target.placementId) || findRecord(draft.placements, target.placementId)) {
    return refuseTaken('placement', target.placementId);
  }
  const perRack = target.perRack ?? dealEvenly(device.count, rack.count);
  const racksNeeded = Math.ceil(device.count / perRack);
  if (racksNeeded > rack.count) {
    return refuse(
      'too-few-racks',
      `${device.name} needs ${racksNeeded} racks at ${perRack} to a rack, ${rack.name} has ${formatCount(rack.count)}: put more into each rack or raise the rack count.`,
      { kind: 'device', id: device.id },
      { kind: 'rack', id: rack.id },
    );
  }
  const placement: Placement = {
    id: target.placementId,
    deviceId: device.id,
    rackId: rack.id,
    firstMember: 0,
    memberCount: device.count,
    firstRack: 0,
    perRack,
    bottomUnit: target.bottomUnit ?? 1,
    ...(target.face === 'rear' ? { face: target.face } : {}),
  };
  const refusal =
    target.bottomUnit === undefined
      ? settle(draft, device, rack, placement, catalog)
      : checkUnits(draft, device, rack, placement, catalog);
  if (refusal.length === 0) draft.placements[placement.id] = placement;
  return refusal;
}

/** Finds the lowest unit for the placement. */
function settle(design: Design, device: Guest, rack: Rack, placement: Placement, catalog: Catalog): Diagnostic[] {
  const memberUnits = getMemberUnits(device.partId, catalog);
  const span = getSpan(placement, memberUnits);
  const stackUnits = span.topUnit - span.bottomUnit + 1;
  const free = findFreeUnits(design, catalog, rack, placement.id, { ...span, stackUnits });
  if (free.bottomUnit !== null) {
    placement.bottomUnit = free.bottomUnit;
    return [];
  }
  const perRack = Math.min(placement.perRack, placement.memberCount);
  const detail = perRack > 1 ? ` (${perRack} to a rack, ${memberUnits} U each)` : '';
  return refuse(
    'no-space',
    `${rack.name} has ${free.largestFree} U free, ${device.name} needs ${stackUnits} U${detail}.`,
    { kind: 'device', id: device.id },
    { kind: 'rack', id: rack.id },
  );
}

/** The units that were chosen must exist and be free. The placement is not yet in the design. */
export function checkUnits(
  design: Design,
  device: Guest,
  rack: Rack,
  placement: Placement,
  catalog: Catalog,
): Diagnostic[] {
  const span = getSpan(placement, getMemberUnits(device.partId, catalog));
  const where = [{ kind: 'device', id: device.id } as const, { kind: 'rack', id: rack.id } as const];
  if (span.topUnit > rack.heightUnits) {
    return refuse(
      'no-space',
      `${device.name} at unit ${span.bottomUnit} reaches unit ${span.topUnit}, ${rack.name} has ${rack.heightUnits}.`,
      ...where,
    );
  }
  const occupant = findOccupant(design, catalog, rack.id, placement.id, span);
  if (!occupant) return [];
  const isOwn = occupant.ref.kind === 'device' && occupant.ref.id === device.id;
  return refuse(
    'units-taken',
    `${device.name} needs units ${span.bottomUnit} to ${span.topUnit} of ${rack.name}, ${isOwn ? 'another of its members' : occupant.name} stands there.`,
    ...where,
    occupant.ref,
  );
}
