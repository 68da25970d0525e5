/**
 * Puts a catalog part into the design the way its kind asks for: servers, switches and racks are placed, NICs fill
 * slots of the selected servers, PDUs go into the selected racks, optics and cables become the medium of links.
 * Shared by the palette (double click, Enter) and the canvas (drop).
 */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { NicPart, Part } from '#core/catalog/part.ts';
import type { Position } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { createId } from '#core/edit/ids.ts';
import { addCoolantUnits } from './add-facility.ts';
import { applyMediumPart } from './apply-medium.ts';
import { catalog, createGestureId, design, dispatch } from './design-store.ts';
import { DEVICE_SIZE, findFreeSpot, listBoxes, snapToGrid } from './free-spot.ts';
import { showNotice } from './notice-store.ts';
import { requestFocus, select, showSelection, viewStore } from './view-store.ts';

/** Where a dropped part lands: on empty canvas, in a rack, on a link or on a device. */
export interface DropTarget {
  readonly position: Position;
  readonly rackId?: string;
  readonly bottomUnit?: number;
  readonly linkId?: string;
  readonly deviceId?: string;
  /** The scalable unit that takes a rack or a free-standing device. */
  readonly unitId?: string;
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
      addRack(part.id, target);
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
  addPartAt(partId, { position: findDeviceSpot(before), ...(rackId && goesInRack ? { rackId } : {}) });
  // Beside what stands there may be out of sight.
  if (!rackId && (part?.kind === 'rack' || part?.kind === 'server' || part?.kind === 'switch')) showSelection();
}

function addRack(partId: string, { position, unitId }: DropTarget): void {
  const id = createId('rack', design().racks);
  const gestureId = createGestureId();
  if (dispatch({ name: 'addRack', args: { id, partId, count: 1, position } }, gestureId).length > 0) return;
  const items = [{ kind: 'rack' as const, id }];
  if (unitId) dispatch({ name: 'joinUnit', args: { id: unitId, items } }, gestureId);
  select(findShown(items, unitId));
}

/** What stands behind the tile of a collapsed unit is shown by that. */
function findShown(items: readonly ObjectRef[], unitId: string | undefined): readonly ObjectRef[] {
  const unit = unitId === undefined ? undefined : findRecord(design().units ?? {}, unitId);
  return unit?.collapsed ? [{ kind: 'unit', id: unit.id }] : items;
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
  const gestureId = createGestureId();
  if (dispatch({ name: 'addDevice', args }, gestureId).length > 0) return;
  const items = [{ kind: 'device' as const, id }];
  if (target.unitId && !rack) dispatch({ name: 'joinUnit', args: { id: target.unitId, items } }, gestureId);
  if (rack) requestFocus({ kind: 'device', id });
  else select(findShown(items, target.unitId));
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

/** The spot nearest to the centre where a device covers nothing that stands there. */
function findDeviceSpot(centre: Position): Position {
  const { width, height } = DEVICE_SIZE;
  const corner = { x: snapToGrid(centre.x - width / 2), y: snapToGrid(centre.y - height / 2) };
  return findFreeSpot({ ...corner, width, height }, listBoxes(design()));
}
