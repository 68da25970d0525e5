/** How the window is divided: panels at the sides and below, one view or two. */
import type { Action } from '../store/action-registry.ts';
import { switchHalves } from '../store/halves.ts';
import { setSidePanel, sidePanelsStore, type SidePanels } from '../store/side-panels.ts';
import { setProblemsOpen, setSplit, viewStore, isStudioOpen } from '../store/view-store.ts';

const isSplit = (): boolean => viewStore.getState().otherView !== null;

/** The keys go on from there too: to the tab of the view worked in. */
function focusActiveHalf(): void {
  requestAnimationFrame(() => {
    const { activeHalf } = viewStore.getState();
    document.querySelector<HTMLElement>(`[data-testid="half-${activeHalf}"] [role="tab"][data-active]`)?.focus();
  });
}

function togglePanel(panel: keyof SidePanels): void {
  setSidePanel(panel, !sidePanelsStore.getState()[panel]);
}

export const layoutActions: readonly Action[] = [
  {
    id: 'split',
    label: 'Two views side by side',
    shortcut: '$mod+Backslash',
    worksInFields: true,
    enabled: isStudioOpen,
    checked: isSplit,
    run: () => setSplit(!isSplit()),
  },
  {
    id: 'other-half',
    label: 'Go to the other view',
    shortcut: 'F6',
    worksInFields: true,
    enabled: () => isStudioOpen() && isSplit(),
    run() {
      viewStore.setState(switchHalves);
      focusActiveHalf();
    },
  },
  {
    id: 'toggle-palette',
    label: 'Panel of parts',
    shortcut: '$mod+KeyB',
    worksInFields: true,
    enabled: isStudioOpen,
    checked: () => sidePanelsStore.getState().palette,
    run: () => togglePanel('palette'),
  },
  {
    id: 'toggle-inspector',
    label: 'Inspector',
    shortcut: '$mod+Alt+KeyB',
    worksInFields: true,
    enabled: isStudioOpen,
    checked: () => sidePanelsStore.getState().inspector,
    run: () => togglePanel('inspector'),
  },
  {
    id: 'toggle-problems',
    label: 'Problems and rules',
    shortcut: '$mod+KeyJ',
    worksInFields: true,
    enabled: isStudioOpen,
    checked: () => viewStore.getState().problemsOpen,
    run: () => setProblemsOpen(!viewStore.getState().problemsOpen),
  },
];
