/** How the figures of what is selected are counted, for menus, keys and the command list. */
import type { Action } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { pinFigure } from '../store/explain-store.ts';
import { listFiguresOf, type ObjectFigures } from '../store/object-figures.ts';
import { reportStore } from '../store/report-store.ts';
import { isStudioOpen, viewStore } from '../store/view-store.ts';

function findFigures(): ObjectFigures | null {
  if (!isStudioOpen()) return null;
  return listFiguresOf(design(), reportStore.getState().report, viewStore.getState().selection);
}

function isInSight(element: Element): boolean {
  const { left, right, top, bottom, width } = element.getBoundingClientRect();
  return width > 1 && right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;
}

/** A whole view with the focus is no place to stand beside. */
const MOST_PX = 400;

function isSmall(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return element !== document.body && width > 1 && width < MOST_PX && height < MOST_PX;
}

/** Beside the item on the canvas or the floor, or what has the focus; where neither is in sight, beside the inspector's heading. */
function findAnchor(): HTMLElement {
  const { selection } = viewStore.getState();
  const ids = selection.map(({ kind, id }) => `${kind}:${id}`);
  const items = [...document.querySelectorAll<HTMLElement>('.cv-root [data-canvas-id], .fl-stand[data-selected]')];
  const isChosen = ({ dataset }: HTMLElement): boolean =>
    dataset['selected'] === 'true' || ids.includes(dataset['canvasId'] ?? '');
  const item = items.find((own) => isChosen(own) && isInSight(own));
  const focused = findFocused();
  if (item || isSmall(focused)) return item ?? focused;
  return document.querySelector<HTMLElement>('.inspector__head') ?? focused;
}

function findFocused(): HTMLElement {
  return document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
}

export const explainActions: readonly Action[] = [
  {
    id: 'explain-selection',
    label: 'Explain the figures of the selection',
    shortcut: 'Shift+KeyE',
    enabled: () => findFigures() !== null,
    run() {
      const found = findFigures();
      if (!found) return;
      pinFigure({ anchor: findAnchor(), source: found.metricIds, figure: found.name, returnTo: findFocused() });
    },
  },
];
