/** Where devices stand in racks: which units are taken, and where the next stack fits. */
import type { ObjectRef } from '../base/diagnostic.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { Design, Placement, Rack } from '../design/design.ts';
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

/** Who stands in some units: a device, or a PDU that has units of its own. */
export interface Occupant {
  readonly name: string;
  readonly ref: ObjectRef;
}

interface PlacedSpan extends RackSpan {
  readonly occupant: Occupant;
}

function isOverlapping(aFirst: number, aLast: number, bFirst: number, bLast: number): boolean {
  return aFirst <= bLast && bFirst <= aLast;
}

/** Spans of all PDUs with units of their own, in all racks of the group. */
function listPduSpans({ id, pdus, count }: Rack, catalog: Catalog): PlacedSpan[] {
  return pdus.flatMap(({ partId, count: pduCount, bottomUnit }) => {
    const part = findPart(catalog, partId, 'pdu');
    const units = pduCount * Math.ceil(part?.rackUnits ?? 0);
    if (bottomUnit === undefined || units === 0) return [];
    const occupant: Occupant = { name: part?.model ?? partId, ref: { kind: 'rack', id } };
    return [{ firstRack: 0, lastRack: count - 1, bottomUnit, topUnit: bottomUnit + units - 1, occupant }];
  });
}

/** Spans of all other placements, and of PDUs, in the racks firstRack .. lastRack of the group. */
function listSpans(
  design: Design,
  catalog: Catalog,
  rackId: string,
  exceptPlacementId: string,
  racks: Pick<RackSpan, 'firstRack' | 'lastRack'>,
): PlacedSpan[] {
  const rack = findRecord(design.racks, rackId);
  const spans: PlacedSpan[] = rack ? listPduSpans(rack, catalog) : [];
  for (const placement of Object.values(design.placements)) {
    if (placement.rackId !== rackId || placement.id === exceptPlacementId) continue;
    const device = findRecord(design.devices, placement.deviceId);
    if (!device) continue;
    const span = getSpan(placement, getMemberUnits(device.partId, catalog));
    if (isOverlapping(span.firstRack, span.lastRack, racks.firstRack, racks.lastRack)) {
      spans.push({ ...span, occupant: { name: device.name, ref: { kind: 'device', id: device.id } } });
    }
  }
  return spans;
}

/** The device of another placement, or the PDU, that stands in part of the span, or undefined. */
export function findOccupant(
  design: Design,
  catalog: Catalog,
  rackId: string,
  placementId: string,
  span: RackSpan,
): Occupant | undefined {
  return listSpans(design, catalog, rackId, placementId, span).find((other) =>
    isOverlapping(other.bottomUnit, other.topUnit, span.bottomUnit, span.topUnit),
  )?.occupant;
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
