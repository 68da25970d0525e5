/** Keeps placements in step when the count of a device or of a rack group changes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Device, Placement, Rack } from '../design/design.ts';
import { findRecord } from '../design/records.ts';
import { dealEvenly, findFreeUnits, findOccupant, getMemberUnits, getSpan } from './rack-space.ts';

/** The sizes a placement was made for. */
interface Sizes {
  readonly deviceCount: number;
  readonly rackCount: number;
}

/**
 * After the device's count changed: a device that stood wholly in one rack group still does; of several placements
 * those beyond the count are cut.
 */
export function refitDevice(draft: Design, device: Device, countBefore: number, catalog: Catalog): void {
  const placements = Object.values(draft.placements).filter((placement) => placement.deviceId === device.id);
  const [only] = placements;
  if (placements.length === 1 && only && only.memberCount === countBefore) {
    const rack = findRecord(draft.racks, only.rackId);
    if (rack) refitWhole(draft, device, rack, only, { deviceCount: countBefore, rackCount: rack.count }, catalog);
    return;
  }
  for (const placement of placements) {
    if (placement.firstMember >= device.count) delete draft.placements[placement.id];
    else placement.memberCount = Math.min(placement.memberCount, device.count - placement.firstMember);
  }
}

/** After the rack group's count changed: whatever stands in it is dealt over the racks that are left. */
export function refitRack(draft: Design, rack: Rack, countBefore: number, catalog: Catalog): void {
  for (const placement of Object.values(draft.placements)) {
    if (placement.rackId !== rack.id) continue;
    const device = findRecord(draft.devices, placement.deviceId);
    if (!device) continue;
    const sizes = { deviceCount: placement.memberCount, rackCount: countBefore };
    if (placement.firstRack >= rack.count) placement.firstRack = 0;
    deal(placement, placement.memberCount, rack, sizes);
    moveOffOthers(draft, device, rack, placement, catalog);
  }
}

function refitWhole(
  draft: Design,
  device: Device,
  rack: Rack,
  placement: Placement,
  before: Sizes,
  catalog: Catalog,
): void {
  deal(placement, device.count, rack, before);
  moveOffOthers(draft, device, rack, placement, catalog);
}

/** Even dealing stays even; a number per rack that the user chose is raised only when the racks do not suffice. */
function deal(placement: Placement, memberCount: number, rack: Rack, before: Sizes): void {
  // More to a rack than there are is as many as there are.
  const perRackBefore = Math.min(placement.perRack, before.deviceCount);
  const wasEven = perRackBefore === dealEvenly(before.deviceCount, Math.max(1, before.rackCount - placement.firstRack));
  const even = dealEvenly(memberCount, rack.count - placement.firstRack);
  placement.memberCount = memberCount;
  placement.perRack = wasEven ? even : Math.max(placement.perRack, even);
}

/** A stack that has grown into another goes above it, over the rack's height if it must: the analysis then says so. */
function moveOffOthers(design: Design, device: Device, rack: Rack, placement: Placement, catalog: Catalog): void {
  const span = getSpan(placement, getMemberUnits(device.partId, catalog));
  if (!findOccupant(design, catalog, rack.id, placement.id, span)) return;
  const stackUnits = span.topUnit - span.bottomUnit + 1;
  const free = findFreeUnits(design, catalog, rack, placement.id, { ...span, stackUnits });
  placement.bottomUnit = free.bottomUnit ?? free.unitAboveAll;
}
