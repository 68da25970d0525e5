/** Names of items on the canvas: devices, racks, scalable units and links share one name space there, so the kind goes in front of the id. */
import type { ObjectRef } from '#core/base/diagnostic.ts';

export type CanvasKind = 'device' | 'rack' | 'unit' | 'link';

/** `device:device-3` */
export function toCanvasId(kind: CanvasKind, id: string): string {
  return `${kind}:${id}`;
}

/** The design object behind a canvas id. */
export function parseCanvasId(canvasId: string): { kind: CanvasKind; id: string } {
  const colon = canvasId.indexOf(':');
  return { kind: canvasId.slice(0, colon) as CanvasKind, id: canvasId.slice(colon + 1) };
}

/** The canvas id of a reference, or null when the object is not drawn (a fabric, a part, the design). */
export function findCanvasId(ref: ObjectRef): string | null {
  const { kind, id } = ref;
  return kind === 'device' || kind === 'rack' || kind === 'unit' || kind === 'link' ? toCanvasId(kind, id) : null;
}
