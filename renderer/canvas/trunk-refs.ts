/** What an item of the canvas stands for: itself, or all links of a trunk. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findRecord } from '#core/design/records.ts';
import { design } from '../store/design-store.ts';
import { fabricFilterStore } from '../store/fabric-filter.ts';
import { findCanvasId, parseCanvasId } from './canvas-id.ts';
import { type CanvasLayout, layOutCanvas } from './canvas-layout.ts';
import { listTrunk } from './merge-links.ts';

export function listRefs(canvasId: string): ObjectRef[] {
  const ref = parseCanvasId(canvasId);
  const owner = design();
  const { tileOf } = layOutCanvas(owner);
  const link = ref.kind === 'link' && tileOf.size > 0 ? findRecord(owner.links, ref.id) : undefined;
  if (!link) return [ref];
  const { shown } = fabricFilterStore.getState();
  const links = Object.values(owner.links).filter(({ fabricId }) => shown?.includes(fabricId) ?? true);
  const trunk = listTrunk(links, tileOf, link);
  return trunk.length > 0 ? trunk.map(({ id }) => ({ kind: 'link', id })) : [ref];
}

/** What shows the item on the canvas: itself, or the tile of the collapsed unit it is in. */
export function findShownId(canvasId: string): string {
  return layOutCanvas(design()).tileOf.get(canvasId) ?? canvasId;
}

const tilesOfRefs = new WeakMap<readonly ObjectRef[], { readonly layout: CanvasLayout; readonly tiles: Set<string> }>();

/** Tiles of collapsed units that hide some of the objects, by canvas id; worked out once for all tiles that ask. */
export function findTiles(refs: readonly ObjectRef[]): ReadonlySet<string> {
  const layout = layOutCanvas(design());
  const known = tilesOfRefs.get(refs);
  if (known?.layout === layout) return known.tiles;
  const tiles = new Set<string>();
  for (const ref of layout.tileOf.size > 0 ? refs : []) {
    const tile = layout.tileOf.get(findCanvasId(ref) ?? '');
    if (tile !== undefined) tiles.add(tile);
  }
  tilesOfRefs.set(refs, { layout, tiles });
  return tiles;
}
