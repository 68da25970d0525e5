/**
 * Copy, cut and paste of devices and racks. What is copied is a small design in the text of a .weft file, so that it goes through the
 * system's clipboard to any other design, window or text editor, and comes back from there.
 */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { isBlockRef } from '#core/design/block-ref.ts';
import type { Design } from '#core/design/design.ts';
import { createPasteIds } from '#core/edit/fragment-ids.ts';
import type { FragmentIds } from '#core/edit/insert-fragment.ts';
import { listCutDevices, listFreeDevices, pickFragment } from '#core/edit/pick-fragment.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { catalog, design, dispatch } from './design-store.ts';
import { showNotice } from './notice-store.ts';
import { placeFragment } from './place-fragment.ts';
import { select, sendCanvasCommand, setView, viewStore } from './view-store.ts';

/** What was copied last in this window: for a paste where the system's clipboard may not be read. */
let lastCopied: string | null = null;

/** Whether there is a device or a rack in the selection. */
export function canCopy(): boolean {
  const { screen, selection } = viewStore.getState();
  return screen === 'studio' && selection.some(isBlockRef);
}

/** The selection as text for the clipboard; null when nothing of it can be copied. */
export function copySelection(): string | null {
  const fragment = pickFragment(design(), viewStore.getState().selection);
  if (isEmpty(fragment)) return null;
  lastCopied = serializeDesign(fragment);
  showNotice('info', `Copied ${describe(fragment)}`);
  return lastCopied;
}

/** Copies and removes, as one step: a rack with what stands in it. Null when nothing was cut; then it was said why. */
export function cutSelection(): string | null {
  const { selection } = viewStore.getState();
  const fragment = pickFragment(design(), selection);
  if (isEmpty(fragment)) return null;
  const reason = explainNoCut(fragment);
  if (reason !== null) {
    showNotice('warning', reason);
    return null;
  }
  const items: ObjectRef[] = [
    ...Object.keys(fragment.racks).map((id): ObjectRef => ({ kind: 'rack', id })),
    ...Object.keys(fragment.devices).map((id): ObjectRef => ({ kind: 'device', id })),
  ];
  if (dispatch({ name: 'removeItems', args: { items } }).length > 0) return null;
  lastCopied = serializeDesign(fragment);
  return lastCopied;
}

/** A group can only go as a whole: its members are one object with a count. */
function explainNoCut(fragment: Design): string | null {
  const rack = Object.values(fragment.racks).find(({ id, count }) => (design().racks[id]?.count ?? count) > count);
  if (rack) {
    const total = design().racks[rack.id]?.count ?? 0;
    return `${rack.count} of the ${total} racks of ${rack.name} cannot be cut out: cut the whole group, or copy.`;
  }
  const [device] = listCutDevices(design(), fragment);
  if (!device) return null;
  const count = fragment.devices[device.id]?.count ?? 0;
  return `Only ${count} of the ${device.count} ${device.name} are selected: cut needs all of them. Copy works.`;
}

function isEmpty({ devices, racks }: Design): boolean {
  return Object.keys(devices).length === 0 && Object.keys(racks).length === 0;
}

/** `1 scalable unit, 4 racks, 12 devices, 3 links` */
function describe({ units = {}, racks, devices, links }: Design): string {
  const sum = (table: Readonly<Record<string, { readonly count: number }>>): number =>
    Object.values(table).reduce((total, { count }) => total + count, 0);
  const parts = [
    [Object.keys(units).length, 'scalable unit'],
    [sum(racks), 'rack'],
    [sum(devices), 'device'],
    [Object.keys(links).length, 'link'],
  ] as const;
  const named = parts.filter(([count]) => count > 0);
  return named.map(([count, noun]) => `${count} ${noun}${count === 1 ? '' : 's'}`).join(', ');
}

/** Pastes what was copied in this window, where the system's clipboard cannot be read. False = there is nothing. */
export function pasteLastCopied(): boolean {
  if (lastCopied === null) return false;
  pasteText(lastCopied);
  return true;
}

/** Adds the objects that the text describes, selects them and brings them to sight. */
export function pasteText(text: string): void {
  const read = parseDesign(text, 'What is on the clipboard');
  if (!read.ok) {
    const isOurs = read.error.reason !== 'not-json' && read.error.reason !== 'not-weft';
    const message = isOurs ? read.error.message : 'There are no devices or racks on the clipboard: copy some first.';
    showNotice('info', message);
    return;
  }
  const fragment = read.value;
  const ids = createPasteIds(design(), fragment, catalog());
  const offset = placeFragment(design(), fragment, viewStore.getState());
  if (dispatch({ name: 'pasteItems', args: { fragment, ids, offset } }).length > 0) return;
  select(listPasted(fragment, ids));
  // Pasted racks are seen there too; the other views show nothing new.
  if (viewStore.getState().view === 'racks') return;
  setView('topology');
  sendCanvasCommand('show-selection');
}

/** Units, and the racks and free-standing devices in none: what a hand would take to move all of it. */
function listPasted(fragment: Design, ids: FragmentIds): ObjectRef[] {
  const units = Object.values(fragment.units ?? {});
  const grouped = new Set(units.flatMap(({ members }) => members.map(({ kind, id }) => `${kind} ${id}`)));
  const isFree = ({ kind, id }: ObjectRef): boolean => !grouped.has(`${kind} ${id}`);
  const racks = Object.keys(fragment.racks).map((id): ObjectRef => ({ kind: 'rack', id }));
  const devices = listFreeDevices(fragment).map(({ id }): ObjectRef => ({ kind: 'device', id }));
  return [
    ...units.map(({ id }): ObjectRef => ({ kind: 'unit', id: ids.units?.[id] ?? id })),
    ...racks.filter(isFree).map(({ kind, id }): ObjectRef => ({ kind, id: ids.racks[id] ?? id })),
    ...devices.filter(isFree).map(({ kind, id }): ObjectRef => ({ kind, id: ids.devices[id] ?? id })),
  ];
}
