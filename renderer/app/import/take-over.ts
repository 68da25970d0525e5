/** What was read enters the design, as one step each. Where no design is open, a new one is. */
import { createDesign } from '#core/design/design.ts';
import type { Price } from '#core/design/price-book.ts';
import { createDevicePart, type DevicePartChoice } from '#core/io/device-type/create-device-part.ts';
import { catalog, createGestureId, dispatch } from '../../store/design-store.ts';
import type { ReadDeviceType } from '../../store/import-store.ts';
import { showNotice } from '../../store/notice-store.ts';
import { viewStore } from '../../store/view-store.ts';
import { formatCount } from '../../ui/format.ts';
import { formatToday } from '../../ui/today.ts';
import { showDesign } from '../document-files.ts';

function ensureDesign(): void {
  if (viewStore.getState().screen !== 'studio') showDesign(createDesign('Untitled'), null);
}

/** The id, or the first of its followers that no part has. */
function findFreeId(id: string): string {
  const { byId } = catalog();
  if (!byId.has(id)) return id;
  let number = 2;
  while (byId.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

interface ChosenDeviceType extends ReadDeviceType {
  readonly choice: DevicePartChoice;
}

export function addDeviceTypes(chosen: readonly ChosenDeviceType[]): void {
  ensureDesign();
  const gestureId = createGestureId();
  const today = formatToday(new Date());
  const added = chosen.flatMap(({ fileName, type, choice }) => {
    const part = createDevicePart(type, choice, { fileName, today });
    const refused = dispatch({ name: 'addPart', args: { part: { ...part, id: findFreeId(part.id) } } }, gestureId);
    return refused.length === 0 ? [part.model] : [];
  });
  if (added.length === 0) return;
  const what = added.length === 1 ? `${added[0]} is` : `${added.length} device types are`;
  showNotice('success', `${what} among the parts of this design now`);
}

export function takePrices(prices: Readonly<Record<string, Price>>): void {
  ensureDesign();
  const refused = dispatch({ name: 'setPrices', args: { prices } });
  if (refused.length === 0) showNotice('success', `Took over ${formatCount(Object.keys(prices).length, 'price')}`);
}
