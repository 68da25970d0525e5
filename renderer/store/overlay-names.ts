/** What the canvas can be coloured by, in the order of menus and of the key that goes through them. */
import { type CanvasOverlay, viewStore } from './view-store.ts';

interface OverlayName {
  readonly overlay: CanvasOverlay;
  /** In menus. */
  readonly label: string;
  /** Over its legend. */
  readonly title: string;
}

export const OVERLAYS: readonly OverlayName[] = [
  { overlay: 'none', label: 'Plain', title: '' },
  { overlay: 'fabric', label: 'Fabrics', title: 'Fabrics' },
  { overlay: 'speed', label: 'Link speed', title: 'Link speed' },
  { overlay: 'load', label: 'Link load', title: 'Link load' },
  { overlay: 'failures', label: 'Failures', title: 'Failures' },
  { overlay: 'tenant', label: 'Tenants', title: 'Tenants' },
  { overlay: 'phase', label: 'Days of purchase', title: 'Bought on' },
  { overlay: 'power', label: 'Power', title: 'Power' },
];

/** The one after that which is on; after the last, plain. */
export function nextOverlay(): CanvasOverlay {
  const at = OVERLAYS.findIndex(({ overlay }) => overlay === viewStore.getState().overlay);
  return OVERLAYS[(at + 1) % OVERLAYS.length]?.overlay ?? 'none';
}

/** The same word, if it is that of an overlay. */
export function readOverlay(word: string): CanvasOverlay {
  return OVERLAYS.find(({ overlay }) => overlay === word)?.overlay ?? 'none';
}
