/** Which fabrics the canvas shows: all of them, or those that were chosen. Saved views keep it; the open window forgets it. */
import { useMemo } from 'react';
import { createStore, useStore } from 'zustand';
import type { Design, Link } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { design, designStore, selectDesign, useDesignStore } from './design-store.ts';

interface FabricFilter {
  /** Ids; null = all, also those yet to come. */
  readonly shown: readonly string[] | null;
}

export const fabricFilterStore = createStore<FabricFilter>(() => ({ shown: null }));

/** null = all. */
export function useShownFabrics(): FabricFilter['shown'] {
  return useStore(fabricFilterStore, (state) => state.shown);
}

/** Fabrics that are not in the design are left out; none at all is the same as all. */
export function showFabrics(ids: readonly string[] | null): void {
  const { fabrics } = design();
  const own = ids === null ? [] : [...new Set(ids)].filter((id) => findRecord(fabrics, id));
  const isAll = own.length === 0 || own.length === Object.keys(fabrics).length;
  fabricFilterStore.setState({ shown: isAll ? null : own });
}

/** The last one that shows stays. */
export function toggleFabric(id: string): void {
  const now = fabricFilterStore.getState().shown ?? Object.keys(design().fabrics);
  const next = now.includes(id) ? now.filter((other) => other !== id) : [...now, id];
  if (next.length > 0) showFabrics(next);
}

/** Of designs of which some links do not show. */
const wholeLinks = new WeakMap<Design, Design['links']>();

/** Links that do not show too: what stands where does not depend on which fabrics are looked at. */
export function listAllLinks(design: Design): Link[] {
  return Object.values(wholeLinks.get(design) ?? design.links);
}

/** The design without the links that do not show; itself while all do. */
function hideLinks(owner: Design, shown: FabricFilter['shown']): Design {
  if (shown === null) return owner;
  const links = Object.entries(owner.links).filter(([, { fabricId }]) => shown.includes(fabricId));
  const narrowed = { ...owner, links: Object.fromEntries(links) };
  wholeLinks.set(narrowed, owner.links);
  return narrowed;
}

/** The open design as the canvas shows it: the same object until the design or the choice of fabrics changes. */
export function useShownDesign(): Design {
  const owner = useDesignStore(selectDesign);
  const shown = useShownFabrics();
  return useMemo(() => hideLinks(owner, shown), [owner, shown]);
}

/** Devices that have links, and none of them shows. */
export function listLonelyDevices({ links }: Design, shown: FabricFilter['shown']): ReadonlySet<string> {
  const lonely = new Set<string>();
  if (shown === null) return lonely;
  for (const { a, b } of Object.values(links)) lonely.add(a.deviceId).add(b.deviceId);
  for (const { a, b, fabricId } of Object.values(links)) {
    if (!shown.includes(fabricId)) continue;
    lonely.delete(a.deviceId);
    lonely.delete(b.deviceId);
  }
  return lonely;
}

designStore.subscribe((state, previous) => {
  const { shown } = fabricFilterStore.getState();
  if (shown === null) return;
  if (state.documentSerial !== previous.documentSerial) fabricFilterStore.setState({ shown: null });
  else if (state.edit.design.fabrics !== previous.edit.design.fabrics) showFabrics(shown);
});
