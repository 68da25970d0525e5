/** Dropping a part of the palette on the racks: servers and switches on units, PDUs and NICs on what they belong to. */
import { type DragEvent, useCallback } from 'react';
import type { Part } from '#core/catalog/part.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import { addPartAt } from '../../store/add-part.ts';
import { catalog, design, dispatch } from '../../store/design-store.ts';
import { cancelMove, commitMove, moveStore, startMove } from '../../store/member-move.ts';
import { showNotice } from '../../store/notice-store.ts';
import { readRack } from '../../store/rack-elevations.ts';
import { setDragPart, viewStore } from '../../store/view-store.ts';
import { formatCount } from '../../ui/format.ts';
import { aimAt, findDevice } from './rack-hit.ts';
import { aimCarried, holdMiddle } from './use-member-drag.ts';

const PART_TYPE = 'application/x-weft-part';

function isInUnits(part: Part | undefined): boolean {
  return part?.kind === 'server' || part?.kind === 'switch';
}

/** The unit under the pointer comes to lie in the middle of the part. */
function aimPart(event: DragEvent, part: Part): void {
  if (moveStore.getState().move?.carried.kind !== 'part') {
    startMove('pointer', { kind: 'part', partId: part.id, deviceId: createId('device', design().devices) });
  }
  const carried = moveStore.getState().move?.carried;
  if (!carried) return;
  aimCarried(event.clientX, event.clientY, holdMiddle(carried));
}

/** Every rack of the group gets one; a PDU that takes units stands where it was dropped if these are free. */
function dropPdu(event: DragEvent, part: Extract<Part, { kind: 'pdu' }>): void {
  const target = aimAt(event.clientX, event.clientY)?.target;
  const rack = target && findRecord(design().racks, target.rackId);
  if (!target || !rack) {
    showNotice('info', `Drop ${part.model} on a rack.`);
    return;
  }
  const units = Math.ceil(part.rackUnits);
  const { bottomUnit, rackIndex } = target;
  const isFree = readRack(rack, rackIndex).emptyRuns.some(
    (run) => run.bottomUnit <= bottomUnit && bottomUnit + units <= run.bottomUnit + run.units,
  );
  if (units === 0 || !isFree) addPartAt(part.id, { position: rack.position, rackId: rack.id });
  else {
    const pdus = [...rack.pdus, { partId: part.id, count: 1, bottomUnit }];
    dispatch({ name: 'setRackPower', args: { rackIds: [rack.id], pdus } });
  }
  if (rack.count > 1) showNotice('info', `Each of the ${formatCount(rack.count, 'rack')} of ${rack.name} has it now.`);
}

function drop(event: DragEvent, part: Part): void {
  const device = event.target instanceof Element ? findDevice(event.target)?.device : undefined;
  const centre = viewStore.getState().canvasCentre;
  switch (part.kind) {
    case 'server':
    case 'switch':
      aimPart(event, part);
      if (!moveStore.getState().move?.target) showNotice('info', `Drop ${part.model} on units of a rack.`);
      commitMove();
      return;
    case 'rack':
      addPartAt(part.id, { position: centre });
      return;
    case 'pdu':
      dropPdu(event, part);
      return;
    case 'nic':
      if (device) addPartAt(part.id, { position: centre, deviceId: device.deviceId });
      else showNotice('info', `Drop ${part.model} on a server with adapter slots.`);
      return;
    case 'transceiver':
    case 'cable':
      showNotice('info', `Drop ${part.model} on a link of the topology.`);
      return;
    case 'cooling':
      showNotice('info', `${part.model} does not stand in a rack.`);
  }
}

export function usePartDrop() {
  const onDragOver = useCallback((event: DragEvent) => {
    if (!event.dataTransfer.types.includes(PART_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    const { dragPart } = viewStore.getState();
    const part = dragPart === null ? undefined : catalog().byId.get(dragPart);
    if (part && isInUnits(part)) aimPart(event, part);
  }, []);

  const onDragLeave = useCallback((event: DragEvent) => {
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) cancelMove();
  }, []);

  const onDrop = useCallback((event: DragEvent) => {
    const part = catalog().byId.get(event.dataTransfer.getData(PART_TYPE));
    if (!part) return;
    event.preventDefault();
    setDragPart(null);
    drop(event, part);
    cancelMove();
  }, []);

  return { onDragOver, onDragLeave, onDrop };
}
