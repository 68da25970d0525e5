/** What the overlay says of a line of the canvas: of a trunk what most of its connections look like. */
import { useSyncExternalStore } from 'react';
import { reportStore } from '../../store/report-store.ts';
import { mixPaints } from './mix-paints.ts';
import type { Paint } from './paint.ts';
import { readPaint, subscribePainter } from './read-painter.ts';

const lastOf = new Map<string, Paint>();

/** null = nothing. */
export function useLinePaint(linkIds: readonly string[]): Paint | null {
  return useSyncExternalStore(subscribePainter, () => readLinePaint(linkIds));
}

/** As it is now. */
export function readLinePaint(linkIds: readonly string[]): Paint | null {
  const [lead, ...others] = linkIds;
  if (lead === undefined) return null;
  const first = readPaint('link', lead);
  if (others.length === 0 || first === null) return first;
  const paints = linkIds.flatMap((id) => readPaint('link', id) ?? []);
  const mixed = mixPaints(paints, countConnections(linkIds));
  if (mixed === null) return null;
  // The same object while it says the same.
  const last = lastOf.get(lead);
  if (last && last.colour === mixed.colour && last.figure === mixed.figure && last.fact === mixed.fact) return last;
  lastOf.set(lead, mixed);
  return mixed;
}

function countConnections(linkIds: readonly string[]): number[] {
  const links = reportStore.getState().report?.links ?? [];
  return linkIds.map((id) => links.find(({ linkId }) => linkId === id)?.connectionCount ?? 1);
}
