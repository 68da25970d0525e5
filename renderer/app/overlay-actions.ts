/** What the canvas is coloured by, one action each, and one that goes through them. */
import type { Action } from '../store/action-registry.ts';
import { showFabrics, fabricFilterStore } from '../store/fabric-filter.ts';
import { nextOverlay, OVERLAYS } from '../store/overlay-names.ts';
import { type CanvasOverlay, setOverlay, setView, viewStore, isStudioOpen } from '../store/view-store.ts';

/** Colours the canvas where it can be seen; a second time makes it plain again. */
function toggleOverlay(chosen: CanvasOverlay): void {
  const { overlay, view } = viewStore.getState();
  const isOn = overlay !== chosen || view !== 'topology';
  setOverlay(isOn ? chosen : 'none');
  if (isOn) setView('topology');
}

const SHORTCUTS: Readonly<Partial<Record<CanvasOverlay, string>>> = { load: 'Shift+KeyH' };

export const overlayActions: readonly Action[] = [
  ...OVERLAYS.map(
    ({ overlay, label }): Action => ({
      id: `overlay-${overlay}`,
      label: overlay === 'none' ? 'Plain canvas' : `${label} on the canvas`,
      shortcut: SHORTCUTS[overlay] ?? null,
      enabled: isStudioOpen,
      checked: () => viewStore.getState().overlay === overlay,
      run: () => toggleOverlay(overlay),
    }),
  ),
  {
    id: 'overlay-next',
    label: 'Colour the canvas by the next thing',
    shortcut: 'Shift+KeyO',
    enabled: isStudioOpen,
    run() {
      setOverlay(nextOverlay());
      setView('topology');
    },
  },
  {
    id: 'show-all-fabrics',
    label: 'Show all fabrics',
    shortcut: null,
    enabled: () => isStudioOpen() && fabricFilterStore.getState().shown !== null,
    run: () => showFabrics(null),
  },
];
