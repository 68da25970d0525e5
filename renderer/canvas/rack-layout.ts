/**
 * How a rack group is drawn: a frame that holds the devices placed in it, highest unit on top, sized by its contents.
 * Pure: positions of placed devices are computed here and never stored.
 */
import type { Placement, Rack } from '#core/design/design.ts';
import { DEVICE_HEIGHT, DEVICE_WIDTH } from './device-shape.ts';

const sidePadding = 20;
/** Name and gauges. */
export const RACK_HEAD_HEIGHT = 76;
const gap = 12;
const bottomPadding = 16;
const emptyHeight = 72;
export const RACK_WIDTH = DEVICE_WIDTH + 2 * sidePadding;
/** Of a frame with nothing in it. */
export const EMPTY_RACK_HEIGHT = RACK_HEAD_HEIGHT + emptyHeight + bottomPadding;

export interface PlacedDevice {
  readonly deviceId: string;
  /** From the frame's top left corner, px. */
  readonly x: number;
  readonly y: number;
  readonly bottomUnit: number;
}

export interface RackLayout {
  readonly rackId: string;
  readonly width: number;
  readonly height: number;
  readonly devices: readonly PlacedDevice[];
}

/** Frames of all racks. Devices at the same unit (of different racks of the group) keep the order of their ids. */
export function layOutRacks(
  racks: Readonly<Record<string, Rack>>,
  homes: ReadonlyMap<string, Placement>,
): Map<string, RackLayout> {
  const byRack = new Map<string, Placement[]>();
  for (const placement of homes.values()) {
    const list = byRack.get(placement.rackId);
    if (list) list.push(placement);
    else byRack.set(placement.rackId, [placement]);
  }
  const layouts = new Map<string, RackLayout>();
  for (const rackId of Object.keys(racks)) layouts.set(rackId, layOutRack(rackId, byRack.get(rackId) ?? []));
  return layouts;
}

function layOutRack(rackId: string, placements: readonly Placement[]): RackLayout {
  const stack = placements.toSorted((a, b) => b.bottomUnit - a.bottomUnit || (a.deviceId < b.deviceId ? -1 : 1));
  const devices = stack.map((placement, index) => ({
    deviceId: placement.deviceId,
    x: sidePadding,
    y: RACK_HEAD_HEIGHT + index * (DEVICE_HEIGHT + gap),
    bottomUnit: placement.bottomUnit,
  }));
  const contents = stack.length === 0 ? emptyHeight : stack.length * (DEVICE_HEIGHT + gap) - gap;
  return { rackId, width: RACK_WIDTH, height: RACK_HEAD_HEIGHT + contents + bottomPadding, devices };
}
