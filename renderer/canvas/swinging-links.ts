/**
 * Where links are while what they hang on is dragged. React Flow keeps the links as they were: told of new ones, it would go through all
 * of them in every frame.
 */
import { useSyncExternalStore } from 'react';
import type { LinkEdge, LinkEdgeData } from './project-edges.ts';

type Swung = ReadonlyMap<string, LinkEdgeData>;

let swung: Swung = new Map();
const listeners = new Set<() => void>();

/** Replaces all that swung before. */
export function swingLinks(edges: readonly LinkEdge[]): void {
  if (edges.length === 0 && swung.size === 0) return;
  swung = new Map(edges.flatMap(({ id, data }) => (data ? [[id, data] as const] : [])));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the link shows while it swings; undefined while it rests. */
export function useSwung(edgeId: string): LinkEdgeData | undefined {
  return useSyncExternalStore(subscribe, () => swung.get(edgeId));
}
