/** Which frames a drag concerns: the rack or unit, open or collapsed, that takes what is dragged, and members that have left their own unit. Pure. */
import type { Design } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import type { CanvasLayout } from './canvas-layout.ts';
import { contains, findFrameAt } from './node-boxes.ts';
import type { Box, Point } from './route-link.ts';

export interface FrameDrop {
  /** The rack that takes the devices, by its id; null = none. */
  readonly rackId: string | null;
  /** The unit that takes racks and devices, by its id; null = none. */
  readonly unitId: string | null;
  /** Members that have come so far out of their frame that they leave it, by canvas id. */
  readonly leaves: ReadonlySet<string>;
}

/** Beyond its frame by this much the middle of a member is outside: a nudge at the edge only stretches the frame. */
const slackPx = 24;

const nothing: ReadonlySet<string> = new Set();
export const NO_FRAMES: FrameDrop = { rackId: null, unitId: null, leaves: nothing };

/** `moving`: where the hand has things, relative to their parents; `pointer` is on the plane. A copy can join where the original is. */
export function findFrameDrop(
  design: Design,
  layout: CanvasLayout,
  moving: ReadonlyMap<string, Point>,
  pointer: Point,
  isCopy: boolean,
): FrameDrop {
  const isDevicesOnly = [...moving.keys()].every((id) => id.startsWith('device:'));
  const rack = isDevicesOnly ? findFrameAt(layout.boxes, pointer, nothing) : null;
  if (rack !== null) return { ...NO_FRAMES, rackId: parseCanvasId(rack).id };
  const units = Object.values(design.units ?? {}).filter(({ id }) => !moving.has(toCanvasId('unit', id)));
  const dragged = listDragged(design, moving);
  const under = findUnitAt(units, layout, pointer);
  const takes = under !== undefined && dragged.some((id) => isCopy || !isMember(under, id));
  const left = isCopy ? [] : units.filter((unit) => unit !== under && !unit.collapsed);
  const leaves = left.flatMap((unit) => listLeaving(unit, layout, moving));
  return { rackId: null, unitId: takes ? under.id : null, leaves: leaves.length > 0 ? new Set(leaves) : nothing };
}

/** The one whose frame or tile is under the point, the last drawn first. */
export function findUnitAt(units: readonly Unit[], { boxes }: CanvasLayout, point: Point): Unit | undefined {
  return units.findLast(({ id }) => {
    const frame = boxes.get(toCanvasId('unit', id));
    return frame !== undefined && contains(frame, point);
  });
}

/** Racks and devices that are not merely carried along by their unit. */
function listDragged(design: Design, moving: ReadonlyMap<string, Point>): string[] {
  const carried = new Set<string>();
  for (const { id, members } of Object.values(design.units ?? {})) {
    if (!moving.has(toCanvasId('unit', id))) continue;
    for (const member of members) carried.add(toCanvasId(member.kind, member.id));
  }
  return [...moving.keys()].filter((id) => !id.startsWith('unit:') && !carried.has(id));
}

export function isMember({ members }: Unit, canvasId: string): boolean {
  return members.some(({ kind, id }) => toCanvasId(kind, id) === canvasId);
}

/** A unit whose members are all dragged goes with them. */
function listLeaving({ id, members }: Unit, layout: CanvasLayout, moving: ReadonlyMap<string, Point>): string[] {
  const frame = layout.boxes.get(toCanvasId('unit', id));
  const memberIds = members.map((member) => toCanvasId(member.kind, member.id));
  if (!frame || memberIds.every((memberId) => moving.has(memberId))) return [];
  const home = grow(frame, slackPx);
  return memberIds.filter((memberId) => {
    const at = moving.get(memberId);
    const box = layout.boxes.get(memberId);
    return (
      at !== undefined && box !== undefined && !contains(home, { x: at.x + box.width / 2, y: at.y + box.height / 2 })
    );
  });
}

function grow({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
