/** Where one member of a device stands, by the design's placements. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';
import type { RackFace } from './rack-elevation.ts';

export interface MemberSeat {
  readonly rackId: string;
  /** Within its group, from 0. */
  readonly rackIndex: number;
  readonly bottomUnit: number;
  readonly units: number;
  readonly face: RackFace;
}

/** null = it stands in no rack. */
export function findMemberSeat(design: Design, catalog: Catalog, deviceId: string, member: number): MemberSeat | null {
  const device = findRecord(design.devices, deviceId);
  if (!device || member >= device.count) return null;
  for (const placement of Object.values(design.placements)) {
    const step = member - placement.firstMember;
    if (placement.deviceId !== deviceId || step < 0 || step >= placement.memberCount) continue;
    const rackIndex = placement.firstRack + Math.floor(step / placement.perRack);
    const rack = findRecord(design.racks, placement.rackId);
    if (!rack || rackIndex >= rack.count) return null;
    const units = Math.ceil(findDevicePart(catalog, device.partId)?.rackUnits ?? 1);
    return {
      rackId: rack.id,
      rackIndex,
      bottomUnit: placement.bottomUnit + (step % placement.perRack) * units,
      units,
      face: placement.face ?? 'front',
    };
  }
  return null;
}
