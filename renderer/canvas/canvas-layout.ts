/**
 * Where everything stands on the plane, without what it looks like: cheap enough to know of ten thousand items, of which only
 * those in sight become nodes. Pure.
 */
import type { Design, Placement, Position } from '#core/design/design.ts';
import { findHomePlacements } from '#core/design/home-placements.ts';
import { toCanvasId } from './canvas-id.ts';
import { DEVICE_HEIGHT, DEVICE_WIDTH } from './device-shape.ts';
import { computeBoxes } from './node-boxes.ts';
import { layOutRacks, type RackLayout } from './rack-layout.ts';
import type { Box, RouteEnd } from './route-link.ts';
import { layOutUnits, type UnitLayout } from './unit-layout.ts';

/** One item on the plane; a node says the same and more. */
export interface Spot {
  readonly id: string;
  readonly type: 'unit' | 'rack' | 'device';
  readonly objectId: string;
  /** Relative to the parent. */
  readonly position: Position;
  /** Canvas id of the frame it stands in. */
  readonly parentId?: string;
  readonly width: number;
  readonly height: number;
}

export interface CanvasLayout extends UnitLayout {
  /** Frames before what stands in them, by canvas id. What collapsed units hide is not among them. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** On the plane, by canvas id. */
  readonly boxes: ReadonlyMap<string, Box>;
  readonly racks: ReadonlyMap<string, RackLayout>;
  /** The placement each placed device is drawn by. */
  readonly homes: ReadonlyMap<string, Placement>;
}

const known = new WeakMap<Design, CanvasLayout>();

/** The same object for the same design. */
export function layOutCanvas(design: Design): CanvasLayout {
  const before = known.get(design);
  if (before) return before;
  const homes = findHomePlacements(design);
  const racks = layOutRacks(design.racks, homes);
  const all = listSpots(design, racks);
  const allBoxes = computeBoxes(all.values());
  const unitLayout = layOutUnits(design, allBoxes, (deviceId) => locateEnd(all, allBoxes, deviceId));
  const hasUnits = unitLayout.units.size > 0;
  const spots = hasUnits ? drawUnits(all, unitLayout) : all;
  const boxes = hasUnits ? computeBoxes(spots.values()) : allBoxes;
  const layout = { spots, boxes, racks, homes, ...unitLayout };
  known.set(design, layout);
  return layout;
}

/** A device as links see it: where it is, and the rack frame around it. */
export function locateEnd(
  spots: ReadonlyMap<string, Spot>,
  boxes: ReadonlyMap<string, Box>,
  deviceId: string,
): RouteEnd | undefined {
  const id = toCanvasId('device', deviceId);
  const box = boxes.get(id);
  const parentId = spots.get(id)?.parentId;
  return box && { ...box, frame: (parentId === undefined ? null : boxes.get(parentId)) ?? null };
}

function listSpots(design: Design, racks: ReadonlyMap<string, RackLayout>): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  const inRacks = new Map<string, { readonly parentId: string; readonly position: Position }>();
  for (const rack of Object.values(design.racks)) {
    const layout = racks.get(rack.id);
    if (!layout) continue;
    const { width, height } = layout;
    const id = toCanvasId('rack', rack.id);
    spots.set(id, { id, type: 'rack', objectId: rack.id, position: rack.position, width, height });
    for (const { deviceId, x, y } of layout.devices) inRacks.set(deviceId, { parentId: id, position: { x, y } });
  }
  for (const device of Object.values(design.devices)) {
    const id = toCanvasId('device', device.id);
    const placed = inRacks.get(device.id);
    const size = { width: DEVICE_WIDTH, height: DEVICE_HEIGHT };
    spots.set(
      id,
      placed
        ? { id, type: 'device', objectId: device.id, position: placed.position, parentId: placed.parentId, ...size }
        : { id, type: 'device', objectId: device.id, position: device.position, ...size },
    );
  }
  return spots;
}

/** Frames and tiles of units come first, and what the tiles stand for goes. */
function drawUnits(all: ReadonlyMap<string, Spot>, { units, tileOf }: UnitLayout): Map<string, Spot> {
  const spots = new Map<string, Spot>();
  for (const [id, { unitId, box }] of units) {
    const { x, y, width, height } = box;
    spots.set(id, { id, type: 'unit', objectId: unitId, position: { x, y }, width, height });
  }
  for (const [id, spot] of all) if (!tileOf.has(id)) spots.set(id, spot);
  return spots;
}
