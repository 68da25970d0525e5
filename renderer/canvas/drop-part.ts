/** What a part dragged from the palette would land on. Decided from what is under the pointer; the design is only read. */
import type { Part } from '#core/catalog/part.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { explainNoRoom } from '#core/edit/rack-room.ts';
import { listLinkMedia } from '../store/apply-medium.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';

export interface DropPlan {
  /** What lights up; null = the empty canvas. */
  readonly canvasId: string | null;
  readonly isAllowed: boolean;
  /** Why what lights up cannot take it, where that is not plain. */
  readonly refusal?: string;
  readonly rackId?: string;
  readonly deviceId?: string;
  readonly linkId?: string;
  /** Stands by itself, and so has a place and a size on the plane. */
  readonly isFree?: boolean;
}

/** `hit` is the canvas item under the pointer, null for empty canvas. */
export function planDrop(design: Design, catalog: Catalog, part: Part, hit: string | null): DropPlan {
  const under = hit === null ? null : parseCanvasId(hit);
  const rackId = under && findRackOf(design, under);
  switch (part.kind) {
    case 'server':
    case 'switch':
      return rackId ? intoRack(design, catalog, part, rackId) : freeStanding;
    case 'rack':
      return freeStanding;
    case 'pdu':
      return rackId ? { canvasId: toCanvasId('rack', rackId), isAllowed: true, rackId } : onCanvas(false);
    case 'nic':
      if (under?.kind !== 'device') return onCanvas(false);
      return { canvasId: hit, isAllowed: hasSlots(design, catalog, under.id), deviceId: under.id };
    case 'transceiver':
    case 'cable':
      if (under?.kind !== 'link') return onCanvas(false);
      return { canvasId: hit, isAllowed: fitsLink(design, catalog, under.id, part.id), linkId: under.id };
    case 'cooling':
      return onCanvas(false);
  }
}

/** Where a refused drop on empty canvas could have gone. */
export function explainDrop(part: Part): string | null {
  switch (part.kind) {
    case 'nic':
      return `Drop ${part.model} on a server with adapter slots.`;
    case 'pdu':
      return `Drop ${part.model} on a rack.`;
    case 'transceiver':
    case 'cable':
      return `Drop ${part.model} on a link.`;
    default:
      return null;
  }
}

const freeStanding: DropPlan = { canvasId: null, isAllowed: true, isFree: true };

/** One for each rack of the group. */
function intoRack(design: Design, catalog: Catalog, part: Part, rackId: string): DropPlan {
  const guest = { id: '', name: part.model, partId: part.id, count: design.racks[rackId]?.count ?? 1 };
  const refusal = explainNoRoom(design, catalog, rackId, [guest]);
  const plan = { canvasId: toCanvasId('rack', rackId), rackId };
  return refusal === null ? { ...plan, isAllowed: true } : { ...plan, isAllowed: false, refusal };
}

function onCanvas(isAllowed: boolean): DropPlan {
  return { canvasId: null, isAllowed };
}

/** A part dropped on a device that stands in a rack goes into that rack too. */
function findRackOf(design: Design, under: { kind: string; id: string }): string | null {
  if (under.kind === 'rack') return under.id;
  if (under.kind !== 'device') return null;
  const home = Object.values(design.placements).find((placement) => placement.deviceId === under.id);
  return home?.rackId ?? null;
}

function hasSlots(design: Design, catalog: Catalog, deviceId: string): boolean {
  const device = design.devices[deviceId];
  const part = device && findDevicePart(catalog, device.partId);
  return part?.portBlocks.some((block) => block.slotCount !== null) ?? false;
}

function fitsLink(design: Design, catalog: Catalog, linkId: string, partId: string): boolean {
  const link = design.links[linkId];
  if (!link) return false;
  return listLinkMedia(design, catalog, link).some(
    (option) =>
      option.cable.id === partId ||
      (option.kind === 'optics' && (option.transceiverA.id === partId || option.transceiverB.id === partId)),
  );
}
