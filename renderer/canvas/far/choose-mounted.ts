/**
 * The items that React Flow gets: nodes near the view, links that leave them, and for each such link its other end, which stands
 * there unseen. What is left out the bitmap behind draws. Pure.
 */
import type { CanvasLayout } from '../canvas-layout.ts';
import type { Trunk } from '../merge-links.ts';
import type { BoxGrid } from './box-grid.ts';
import type { Sight } from './sight.ts';

/** Each costs about as much as a node. */
export const LINK_BUDGET = 600;

export interface Mounted {
  /** Canvas ids, frames before what stands in them; null = all of them. */
  readonly nodes: ReadonlySet<string> | null;
  /** Those of them that show; null = all. */
  readonly shown: ReadonlySet<string> | null;
  /** Known to React Flow, never shown. */
  readonly hidden: ReadonlySet<string>;
  /** Link ids; null = all of them. */
  readonly links: ReadonlySet<string> | null;
}

const none: ReadonlySet<string> = new Set();

/** `pinned` stay mounted wherever the view is: what the hand holds. The lines are asked for only where something is mounted. */
export function chooseMounted(
  layout: CanvasLayout,
  grid: BoxGrid,
  listLines: () => readonly Trunk[],
  sight: Sight,
  pinned: readonly string[],
): Mounted {
  const isWhole = !sight.isFar && sight.region === null;
  if (isWhole && listLines().length <= LINK_BUDGET) return { nodes: null, shown: null, hidden: none, links: null };
  const near = isWhole ? [...layout.spots.keys()] : sight.region ? grid.find(sight.region) : [];
  const shown = withFrames([...near, ...pinned], layout);
  const chosen = shown.size === 0 ? [] : chooseLines(listLines(), shown);
  const ends = chosen.flatMap(({ aId, bId }) => [aId, bId]);
  const known = withFrames([...shown, ...ends], layout);
  const hidden = new Set([...known].filter((id) => !shown.has(id)));
  return {
    nodes: sortFramesFirst(known),
    shown,
    hidden,
    links: new Set(chosen.flatMap(({ links }) => links.map(({ id }) => id))),
  };
}

/** Lines with both ends in sight come first; the rest as far as the budget goes. */
function chooseLines(lines: readonly Trunk[], shown: ReadonlySet<string>): Trunk[] {
  const whole: Trunk[] = [];
  const half: Trunk[] = [];
  for (const line of lines) {
    const hasA = shown.has(line.aId);
    const hasB = shown.has(line.bId);
    if (hasA && hasB) whole.push(line);
    else if (hasA || hasB) half.push(line);
  }
  return [...whole, ...half].slice(0, LINK_BUDGET);
}

function withFrames(ids: readonly string[], layout: CanvasLayout): Set<string> {
  const all = new Set<string>();
  for (const id of ids) {
    const spot = layout.spots.get(id);
    if (!spot) continue;
    if (spot.parentId !== undefined) all.add(spot.parentId);
    all.add(id);
  }
  return all;
}

/** React Flow wants a parent before its children, and frames lie below what stands on the plane. */
function sortFramesFirst(ids: ReadonlySet<string>): Set<string> {
  const all = [...ids];
  const rank = (prefix: string): string[] => all.filter((id) => id.startsWith(prefix));
  return new Set([...rank('unit:'), ...rank('rack:'), ...all]);
}
