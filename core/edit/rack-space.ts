/** Where devices stand in racks: which units are taken, and where the next stack fits. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Device, Placement, Rack } from '../design/design.ts';
import { findDevicePart } from '../design/port-blocks.ts';
import { findRecord } from '../design/records.ts';

/** A run of units in some racks of a group: units bottomUnit .. topUnit, racks firstRack .. lastRack. */
export interface RackSpan {
  readonly firstRack: number;
  readonly lastRack: number;
  readonly bottomUnit: number;
  readonly topUnit: number;
}

/** Units one member takes. A height that is not known counts as one unit. */
export function getMemberUnits(partId: string, catalog: Catalog): number {
  return Math.ceil(findDevicePart(catalog, partId)?.rackUnits ?? 1);
}

/** Members a rack gets when `memberCount` are dealt evenly over `rackCount` racks. */
export function dealEvenly(memberCount: number, rackCount: number): number {
  return Math.ceil(memberCount / rackCount);
}

export function getSpan(placement: Placement, memberUnits: number): RackSpan {
  const highest = Math.min(placement.perRack, placement.memberCount);
  return {
    firstRack: placement.firstRack,
    lastRack: placement.firstRack + Math.ceil(placement.memberCount / placement.perRack) - 1,
    bottomUnit: placement.bottomUnit,
    topUnit: placement.bottomUnit + highest * memberUnits - 1,
  };
}

interface PlacedSpan extends RackSpan {
  readonly device: Device;
}

function isOverlapping(aFirst: number, aLast: number, bFirst: number, bLast: number): boolean {
  return aFirst <= bLast && bFirst <= aLast;
}

/** Spans of all other placements in the racks firstRack .. lastRack of the group. */
function listSpans(
  design: Design,
  catalog: Catalog,
  rackId: string,
  exceptPlacementId: string,
  racks: Pick<RackSpan, 'firstRack' | 'lastRack'>,
): PlacedSpan[] {
  const spans: PlacedSpan[] = [];
  for (const placement of Object.values(design.placements)) {
    if (placement.rackId !== rackId || placement.id === exceptPlacementId) continue;
    const device = findRecord(design.devices, placement.deviceId);
    if (!device) continue;
    const span = getSpan(placement, getMemberUnits(device.partId, catalog));
    if (isOverlapping(span.firstRack, span.lastRack, racks.firstRack, racks.lastRack)) spans.push({ ...span, device });
  }
  return spans;
}

/** The device of another placement that stands in part of the span, or undefined. */
export function findOccupant(
  design: Design,
  catalog: Catalog,
  rackId: string,
  placementId: string,
  span: RackSpan,
): Device | undefined {
  return listSpans(design, catalog, rackId, placementId, span).find((other) =>
    isOverlapping(other.bottomUnit, other.topUnit, span.bottomUnit, span.topUnit),
  )?.device;
}

export interface FreeUnits {
  /** Where a stack of the wanted height fits: above everything in these racks, else in the lowest gap; null = nowhere. */
  readonly bottomUnit: number | null;
  /** First unit above everything. */
  readonly unitAboveAll: number;
  /** Height of the largest gap. */
  readonly largestFree: number;
}

export function findFreeUnits(
  design: Design,
  catalog: Catalog,
  rack: Rack,
  placementId: string,
  wanted: { firstRack: number; lastRack: number; stackUnits: number },
): FreeUnits {
  const spans = listSpans(design, catalog, rack.id, placementId, wanted).sort((a, b) => a.bottomUnit - b.bottomUnit);
  let unit = 1;
  let lowestGap: number | null = null;
  let largestFree = 0;
  for (const span of [...spans, { bottomUnit: rack.heightUnits + 1, topUnit: rack.heightUnits }]) {
    const free = Math.min(span.bottomUnit, rack.heightUnits + 1) - unit;
    if (free >= wanted.stackUnits) lowestGap ??= unit;
    largestFree = Math.max(largestFree, free);
    unit = Math.max(unit, span.topUnit + 1);
  }
  const unitAboveAll = spans.reduce((above, span) => Math.max(above, span.topUnit + 1), 1);
  const fitsAbove = unitAboveAll + wanted.stackUnits - 1 <= rack.heightUnits;
  return { bottomUnit: fitsAbove ? unitAboveAll : lowestGap, unitAboveAll, largestFree };
}
