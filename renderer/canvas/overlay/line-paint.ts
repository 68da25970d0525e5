/** What the overlay says of a line of the canvas: of a trunk what most of its connections look like. */
import { useSyncExternalStore } from 'react';
import { reportStore } from '../../store/report-store.ts';
import type { Paint } from './paint.ts';
import { readPaint, subscribePainter } from './read-painter.ts';

const lastOf = new Map<string, Paint>();

/** null = nothing. */
export function useLinePaint(linkIds: readonly string[]): Paint | null {
  return useSyncExternalStore(subscribePainter, () => readLinePaint(linkIds));
}

function readLinePaint(linkIds: readonly string[]): Paint | null {
  const [lead, ...others] = linkIds;
  if (lead === undefined) return null;
  const first = readPaint('link', lead);
  if (others.length === 0 || first === null) return first;
  const paints = linkIds.flatMap((id) => readPaint('link', id) ?? []);
  const mixed = mix(paints, linkIds);
  // The same object while it says the same.
  const last = lastOf.get(lead);
  if (last && last.colour === mixed.colour && last.figure === mixed.figure && last.fact === mixed.fact) return last;
  lastOf.set(lead, mixed);
  return mixed;
}

function mix(paints: readonly Paint[], linkIds: readonly string[]): Paint {
  const weights = new Map<string, number>();
  const counts = countConnections(linkIds);
  let best = paints[0] as Paint;
  for (const [at, paint] of paints.entries()) {
    weights.set(paint.colour, (weights.get(paint.colour) ?? 0) + (counts[at] ?? 1));
    if ((weights.get(paint.colour) ?? 0) > (weights.get(best.colour) ?? 0)) best = paint;
  }
  const figures = new Set(paints.map(({ figure }) => figure));
  const facts = [...new Set(paints.map(({ fact }) => fact).filter((fact) => fact !== ''))];
  return {
    ...best,
    figure: figures.size === 1 ? best.figure : 'mixed',
    fact: facts.slice(0, 3).join('; '),
    isQuiet: paints.every(({ isQuiet }) => isQuiet),
  };
}

function countConnections(linkIds: readonly string[]): number[] {
  const links = reportStore.getState().report?.links ?? [];
  return linkIds.map((id) => links.find(({ linkId }) => linkId === id)?.connectionCount ?? 1);
}
