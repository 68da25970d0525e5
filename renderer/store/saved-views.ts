/** Ways of looking at the design that are kept with it: taking down the present one, and going back to one. */
import { assert } from '#core/base/assert.ts';
import { findRecord } from '#core/design/records.ts';
import type { SavedView } from '#core/design/saved-view.ts';
import { createId } from '#core/edit/ids.ts';
import { createNamer } from '#core/edit/names.ts';
import { design, dispatch } from './design-store.ts';
import { fabricFilterStore, showFabrics } from './fabric-filter.ts';
import { CENTRE_VIEWS } from './halves.ts';
import { OVERLAYS, readOverlay } from './overlay-names.ts';
import { moveCamera, setOverlay, setView, viewStore } from './view-store.ts';

/** Finer than anyone sees; files stay readable. */
const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function takeDown(): Omit<SavedView, 'id' | 'name'> {
  const { view, overlay, canvasCentre, canvasZoom } = viewStore.getState();
  return {
    tab: view,
    camera: { x: round(canvasCentre.x, 1), y: round(canvasCentre.y, 1), zoom: round(canvasZoom, 4) },
    overlay,
    fabricIds: fabricFilterStore.getState().shown?.slice() ?? null,
  };
}

/** In the order they are listed everywhere. */
export function listViews(views: Readonly<Record<string, SavedView>> | undefined): SavedView[] {
  return Object.values(views ?? {}).sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}

/** `View 1`, `View 2` ...: the first that is free. */
export function suggestViewName(): string {
  return createNamer(listViews(design().views).map(({ name }) => name))('View 1');
}

/** Keeps what is on the screen. */
export function saveView(name: string): void {
  const id = createId('view', design().views ?? {});
  dispatch({ name: 'addView', args: { view: { id, name, ...takeDown() } } });
}

/** What is on the screen takes the place of what the view was. */
export function updateView(id: string): void {
  dispatch({ name: 'editView', args: { id, patch: takeDown() } });
}

export function renameView(id: string, name: string): void {
  dispatch({ name: 'editView', args: { id, patch: { name } } });
}

export function removeView(id: string): void {
  dispatch({ name: 'removeView', args: { id } });
}

export function goToView(id: string): void {
  const view = findRecord(design().views ?? {}, id);
  assert(view, `there is no view ${id}`);
  setOverlay(readOverlay(view.overlay));
  showFabrics(view.fabricIds);
  moveCamera(view.camera, view.camera.zoom);
  // Files of a later version may name tabs that are not here, and a comparison is not kept with its view.
  setView(CENTRE_VIEWS.find((known) => known === view.tab && known !== 'compare') ?? 'topology');
}

/** `Floor`, `Topology at 80 %, link speed, 2 fabrics` */
export function describeView({ tab, camera, overlay, fabricIds }: SavedView): string {
  const title = `${tab.charAt(0).toUpperCase()}${tab.slice(1)}`;
  if (tab !== 'topology') return title === 'Bom' ? 'BOM' : title;
  const facts = [`${title} at ${Math.round(camera.zoom * 100)}\u202f%`];
  const known = OVERLAYS.find((one) => one.overlay === overlay && overlay !== 'none');
  if (known) facts.push(known.label.toLowerCase());
  if (fabricIds) facts.push(fabricIds.length === 1 ? '1 fabric' : `${fabricIds.length} fabrics`);
  return facts.join(', ');
}
