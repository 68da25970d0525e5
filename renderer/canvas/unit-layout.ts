/**
 * How scalable units are drawn: open as a frame around their members, collapsed as one tile where the frame's corner is, which
 * stands for all that is in it. Pure: nothing of it is stored.
 */
import type { Design, Link } from '#core/design/design.ts';
import { indexUnits } from '#core/design/unit-contents.ts';
import type { Unit } from '#core/design/unit.ts';
import { toCanvasId } from './canvas-id.ts';
import { listAllLinks } from '../store/fabric-filter.ts';
import { surround } from '../store/free-spot.ts';
import { measureLoops, NO_ROOM, type SideRoom, widen } from './loop-reach.ts';
import type { Box, RouteEnd } from './route-link.ts';

const headHeight = 48;
const framePadding = 24;
/** Between the frame and the labels of links that loop inside it. */
const loopGap = 8;
const headGap = 8;
const tileSize = { width: 264, height: 112 };

export interface UnitBox {
  readonly unitId: string;
  readonly isCollapsed: boolean;
  readonly box: Box;
  /** Of the frame, for links that loop beside the members. */
  readonly room: SideRoom;
  /** Canvas ids of what a collapsed unit stands for; empty for an open one. */
  readonly hidden: readonly string[];
}

export interface UnitLayout {
  /** By canvas id. */
  readonly units: ReadonlyMap<string, UnitBox>;
  /** What collapsed units hide, and the tile that stands for it; all by canvas id. */
  readonly tileOf: ReadonlyMap<string, string>;
}

/** `boxes`: of all racks and devices on the plane, by canvas id; `findEnd`: of a device, with the rack it stands in. */
export function layOutUnits(
  design: Design,
  boxes: ReadonlyMap<string, Box>,
  findEnd: (deviceId: string) => RouteEnd | undefined,
): UnitLayout {
  const units = new Map<string, UnitBox>();
  const tileOf = listHidden(design);
  const hidden = new Map<string, string[]>();
  for (const [id, tile] of tileOf) {
    const list = hidden.get(tile);
    if (list) list.push(id);
    else hidden.set(tile, [id]);
  }
  const linksIn = listInnerLinks(design);
  for (const unit of Object.values(design.units ?? {})) {
    const tight = surroundMembers(unit, NO_ROOM, (canvasId) => boxes.get(canvasId));
    if (!tight) continue;
    const reach = measureLoops(design.fabrics, linksIn.get(unit.id) ?? [], findEnd, tight);
    const room = { left: leaveGap(reach.left), right: leaveGap(reach.right) };
    const frame = widen(tight, room);
    const isCollapsed = unit.collapsed === true;
    const box = isCollapsed ? { x: frame.x, y: frame.y, ...tileSize } : frame;
    const canvasId = toCanvasId('unit', unit.id);
    units.set(canvasId, { unitId: unit.id, isCollapsed, box, room, hidden: hidden.get(canvasId) ?? [] });
  }
  return { units, tileOf };
}

function leaveGap(reach: number): number {
  return reach === 0 ? 0 : reach + loopGap;
}

/** By unit: the links that lead from one of its devices to another, or back to the same. */
function listInnerLinks(design: Design): Map<string, Link[]> {
  const linksIn = new Map<string, Link[]>();
  if (Object.keys(design.units ?? {}).length === 0) return linksIn;
  const { ofDevice } = indexUnits(design);
  for (const link of listAllLinks(design)) {
    const unit = ofDevice(link.a.deviceId);
    if (!unit || unit !== ofDevice(link.b.deviceId)) continue;
    const list = linksIn.get(unit.id);
    if (list) list.push(link);
    else linksIn.set(unit.id, [link]);
  }
  return linksIn;
}

/** The frame around a unit's members, wherever they are now; null when none of them is drawn. */
export function surroundMembers(
  unit: Unit,
  room: SideRoom,
  findBox: (canvasId: string) => Box | undefined,
): Box | null {
  const around = surround(unit.members.flatMap(({ kind, id }) => findBox(toCanvasId(kind, id)) ?? []));
  if (!around) return null;
  const frame = {
    x: around.x - framePadding,
    y: around.y - headGap - headHeight,
    width: around.width + 2 * framePadding,
    height: around.height + headGap + framePadding + headHeight,
  };
  return widen(frame, room);
}

function listHidden(design: Design): Map<string, string> {
  const tileOf = new Map<string, string>();
  if (!Object.values(design.units ?? {}).some(({ collapsed }) => collapsed)) return tileOf;
  const index = indexUnits(design);
  const hide = (kind: 'rack' | 'device', id: string, unit: Unit | null): void => {
    if (unit?.collapsed) tileOf.set(toCanvasId(kind, id), toCanvasId('unit', unit.id));
  };
  for (const id of Object.keys(design.racks)) hide('rack', id, index.ofRack(id));
  for (const id of Object.keys(design.devices)) hide('device', id, index.ofDevice(id));
  return tileOf;
}

/** The boxes as one walks between them: an open unit is where its name is, not in the middle of its members. */
export function narrowFrames(
  boxes: ReadonlyMap<string, Box>,
  units: ReadonlyMap<string, UnitBox>,
): ReadonlyMap<string, Box> {
  if (units.size === 0) return boxes;
  return new Map(
    [...boxes].map(([id, box]): [string, Box] => {
      if (units.get(id)?.isCollapsed !== false) return [id, box];
      return [id, { ...box, width: Math.min(box.width, tileSize.width), height: headHeight }];
    }),
  );
}
