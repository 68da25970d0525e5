/** How the window is divided: one view or two. */
import type { Action } from '../store/action-registry.ts';
import { switchHalves } from '../store/halves.ts';
import { setSplit, viewStore } from '../store/view-store.ts';

const isOpen = (): boolean => viewStore.getState().screen === 'studio';
const isSplit = (): boolean => viewStore.getState().otherView !== null;

/** The keys go on from there too: to the tab of the view worked in. */
function focusActiveHalf(): void {
  requestAnimationFrame(() => {
    const { activeHalf } = viewStore.getState();
    document.querySelector<HTMLElement>(`[data-testid="half-${activeHalf}"] [role="tab"][data-active]`)?.focus();
  });
}

export const layoutActions: readonly Action[] = [
  {
    id: 'split',
    label: 'Two views side by side',
    shortcut: '$mod+Backslash',
    worksInFields: true,
    enabled: isOpen,
    checked: isSplit,
    run: () => setSplit(!isSplit()),
  },
  {
    id: 'other-half',
    label: 'Go to the other view',
    shortcut: 'F6',
    worksInFields: true,
    enabled: () => isOpen() && isSplit(),
    run() {
      viewStore.setState(switchHalves);
      focusActiveHalf();
    },
  },
];
