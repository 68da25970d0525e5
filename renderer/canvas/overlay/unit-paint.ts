/** What the overlay says of a collapsed unit: what most of the devices it hides look like. */
import { useSyncExternalStore } from 'react';
import type { Design } from '#core/design/design.ts';
import { design } from '../../store/design-store.ts';
import { toCanvasId } from '../canvas-id.ts';
import { layOutCanvas } from '../canvas-layout.ts';
import { mixPaints } from './mix-paints.ts';
import { isSamePaint, type Paint } from './paint.ts';
import { readPaint, subscribePainter } from './read-painter.ts';

const lastOf = new Map<string, Paint>();

/** null = nothing; `tileId` null = the unit is open, and its members speak for themselves. */
export function useUnitPaint(tileId: string | null): Paint | null {
  return useSyncExternalStore(subscribePainter, () => (tileId === null ? null : readUnitPaint(tileId)));
}

function readUnitPaint(tileId: string): Paint | null {
  const { devices } = design();
  const painted = listHidden(tileId).flatMap((id) => {
    const paint = readPaint('device', id);
    return paint ? [{ paint, weight: devices[id]?.count ?? 1 }] : [];
  });
  const mixed = mixPaints(
    painted.map(({ paint }) => paint),
    painted.map(({ weight }) => weight),
  );
  if (mixed === null) return null;
  // The same object while it says the same.
  const last = lastOf.get(tileId);
  if (last && isSamePaint(last, mixed)) return last;
  lastOf.set(tileId, mixed);
  return mixed;
}

const hiddenOf = new WeakMap<Design, ReadonlyMap<string, readonly string[]>>();

function listHidden(tileId: string): readonly string[] {
  const owner = design();
  const known = hiddenOf.get(owner) ?? indexHidden(owner);
  hiddenOf.set(owner, known);
  return known.get(tileId) ?? [];
}

/** Devices by the tile that hides them. */
function indexHidden(owner: Design): Map<string, string[]> {
  const { tileOf } = layOutCanvas(owner);
  const hidden = new Map<string, string[]>();
  for (const id of Object.keys(owner.devices)) {
    const tileId = tileOf.get(toCanvasId('device', id));
    if (tileId === undefined) continue;
    const list = hidden.get(tileId) ?? [];
    list.push(id);
    hidden.set(tileId, list);
  }
  return hidden;
}
