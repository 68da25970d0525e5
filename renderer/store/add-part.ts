/**
 * Puts a catalog part into the design the way its kind asks for: servers, switches and racks are placed, NICs fill
 * slots of the selected servers, PDUs go into the selected racks, optics and cables become the medium of links.
 * Shared by the palette (double click, Enter) and the canvas (drop).
 */
import type { NicPart, Part } from '#core/catalog/part.ts';
import type { Position } from '#core/design/design.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { createId } from '#core/edit/ids.ts';
import { addCoolantUnits } from './add-facility.ts';
import { applyMediumPart } from './apply-medium.ts';
import { catalog, createGestureId, design, dispatch } from './design-store.ts';
import { showNotice } from './notice-store.ts';
import { requestFocus, select, viewStore } from './view-store.ts';

/** Where a dropped part lands: on empty canvas, in a rack, on a link or on a device. */
export interface DropTarget {
  readonly position: Position;
  readonly rackId?: string;
  readonly bottomUnit?: number;
  readonly linkId?: string;
  readonly deviceId?: string;
}

/** Adds the part at the target; what it lands on decides for NICs, PDUs, optics and cables. */
export function addPartAt(partId: string, target: DropTarget): void {
  const part = catalog().byId.get(partId);
  if (!part) return;
  switch (part.kind) {
    case 'server':
    case 'switch':
      addDevice(part.id, target);
      return;
    case 'rack':
      addRack(part.id, target.position);
      return;
    case 'nic':
      installNic(part, target.deviceId ? [target.deviceId] : listSelected('device'));
      return;
    case 'pdu':
      addPdu(part, target.rackId ? [target.rackId] : listSelected('rack'));
      return;
    case 'transceiver':
    case 'cable':
      applyMediumPart(part.id, target.linkId ? [target.linkId] : listSelected('link'));
      return;
    case 'cooling':
      if (part.category === 'cdu') addCoolantUnits(part.id);
      else showNotice('info', `${part.model} is a cooling figure; it is not placed on the canvas.`);
  }
}

/** Adds the part in the middle of what the canvas shows, beside what already stands there. */
export function addPartAtCentre(partId: string): void {
  const before = viewStore.getState().canvasCentre;
  const [rackId] = listSelected('rack');
  const part = catalog().byId.get(partId);
  const goesInRack = part?.kind === 'pdu' || part?.kind === 'server' || part?.kind === 'switch';
  addPartAt(partId, { position: findFreeSpot(before), ...(rackId && goesInRack ? { rackId } : {}) });
}

function addRack(partId: string, position: Position): void {
  const id = createId('rack', design().racks);
  if (dispatch({ name: 'addRack', args: { id, partId, count: 1, position } }).length === 0)
    select([{ kind: 'rack', id }]);
}

function addDevice(partId: string, target: DropTarget): void {
  const id = createId('device', design().devices);
  const { rackId, bottomUnit } = target;
  const rack = rackId
    ? { rackId, placementId: createId('placement', design().placements), ...(bottomUnit ? { bottomUnit } : {}) }
    : null;
  // One for each rack of the group: a rack group stands for equal racks.
  const count = rackId ? (design().racks[rackId]?.count ?? 1) : 1;
  const args = { id, partId, count, position: target.position, ...(rack ? { rack } : {}) };
  if (dispatch({ name: 'addDevice', args }).length > 0) return;
  if (rack) requestFocus({ kind: 'device', id });
  else select([{ kind: 'device', id }]);
}

function listSelected(kind: 'device' | 'rack' | 'link'): string[] {
  return viewStore
    .getState()
    .selection.filter((ref) => ref.kind === kind)
    .map((ref) => ref.id);
}

function installNic(nic: NicPart, deviceIds: readonly string[]): void {
  const gestureId = createGestureId();
  let installedCount = 0;
  for (const deviceId of deviceIds) {
    const device = design().devices[deviceId];
    const part = device && findDevicePart(catalog(), device.partId);
    if (!device || !part) continue;
    const slots = part.portBlocks.filter((block) => block.slotCount !== null);
    const empty = slots.filter((block) => device.adapters[block.id] === undefined);
    const targets = empty.length > 0 ? empty : slots;
    if (targets.length === 0) continue;
    const adapters = { ...device.adapters };
    for (const block of targets) adapters[block.id] = nic.id;
    if (dispatch({ name: 'editDevice', args: { id: deviceId, patch: { adapters } } }, gestureId).length === 0)
      installedCount += 1;
  }
  if (installedCount > 0) return;
  const reason =
    deviceIds.length === 0 ? 'Select a server with adapter slots first' : 'The selection has no adapter slots';
  showNotice('info', `${reason}, then add ${nic.model}.`);
}

function addPdu(pdu: Part, rackIds: readonly string[]): void {
  if (rackIds.length === 0) {
    showNotice('info', `Select a rack first, then add ${pdu.model}.`);
    return;
  }
  const gestureId = createGestureId();
  for (const rackId of rackIds) {
    const rack = design().racks[rackId];
    if (!rack) continue;
    // The same PDU may stand there twice, on feed A and on feed B: one more joins the first.
    const found = rack.pdus.findIndex((entry) => entry.partId === pdu.id);
    const pdus =
      found < 0
        ? [...rack.pdus, { partId: pdu.id, count: 1 }]
        : rack.pdus.map((entry, index) => (index === found ? { ...entry, count: entry.count + 1 } : entry));
    dispatch({ name: 'editRack', args: { id: rackId, patch: { pdus } } }, gestureId);
  }
}

/** Roughly what the canvas draws, with room for a link between neighbours. */
const DEVICE_BOX = { width: 208, height: 80 };
const RACK_HEAD_HEIGHT = 72;
const GAP_PX = 40;
const GRID_PX = 8;
/** Cells tried around the centre, as [column, row]: nearest first, and sideways before up and down. */
const REACH = 8;
const STEPS = Array.from({ length: 2 * REACH + 1 }, (_, index) => index - REACH);
const CELLS = STEPS.flatMap((row) => STEPS.map((column): readonly [number, number] => [column, row])).toSorted(
  ([ax, ay], [bx, by]) => Math.hypot(ax, 1.5 * ay) - Math.hypot(bx, 1.5 * by) || bx - ax || by - ay,
);

interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

function listBoxes(): Box[] {
  const { devices, racks, placements } = design();
  const rackOfDevice = new Map(Object.values(placements).map(({ deviceId, rackId }) => [deviceId, rackId]));
  const free = Object.values(devices).filter((device) => !rackOfDevice.has(device.id));
  const countIn = (rackId: string): number => [...rackOfDevice.values()].filter((id) => id === rackId).length;
  return [
    ...free.map(({ position }) => ({ ...position, ...DEVICE_BOX })),
    ...Object.values(racks).map(({ id, position }) => ({
      ...position,
      width: DEVICE_BOX.width,
      height: RACK_HEAD_HEIGHT + Math.max(1, countIn(id)) * DEVICE_BOX.height,
    })),
  ];
}

function snap(value: number): number {
  return Math.round(value / GRID_PX) * GRID_PX;
}

/** The spot nearest to the centre where a device covers nothing that stands there. */
function findFreeSpot(centre: Position): Position {
  const boxes = listBoxes();
  const { width, height } = DEVICE_BOX;
  const origin = { x: snap(centre.x - width / 2), y: snap(centre.y - height / 2) };
  const isFree = ({ x, y }: Position): boolean =>
    boxes.every(
      (box) =>
        x >= box.x + box.width + GAP_PX / 2 ||
        box.x >= x + width + GAP_PX / 2 ||
        y >= box.y + box.height + GAP_PX / 2 ||
        box.y >= y + height + GAP_PX / 2,
    );
  const spots = CELLS.map(([column, row]) => ({
    x: origin.x + column * (width + GAP_PX),
    y: origin.y + row * (height + GAP_PX),
  }));
  return spots.find(isFree) ?? origin;
}
