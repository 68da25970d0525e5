/** Which of ten thousand boxes touch a part of the plane: a grid of cells, each with the boxes that reach into it. Pure. */
import type { Box } from '../route-link.ts';

/** About five racks wide: a screen at reading size spans a few cells. */
const cellPx = 1536;

export interface BoxGrid {
  readonly size: number;
  /** In the order the boxes were given. */
  readonly find: (area: Box) => string[];
}

interface Cells {
  readonly cells: ReadonlyMap<string, readonly string[]>;
  readonly places: ReadonlyMap<string, number>;
}

/** Built in one pass when first asked, which from afar it is not; a look-up costs what it finds. */
export function createBoxGrid(boxes: ReadonlyMap<string, Box>): BoxGrid {
  let filled: Cells | null = null;
  return {
    size: boxes.size,
    find(area) {
      filled ??= fillCells(boxes);
      const { cells, places } = filled;
      const found = new Set<string>();
      const take = (ids: readonly string[] | undefined): void => {
        for (const id of ids ?? []) {
          const box = boxes.get(id);
          if (box && touches(box, area)) found.add(id);
        }
      };
      if (countCells(area) > cells.size) for (const ids of cells.values()) take(ids);
      else forEachCell(area, (key) => take(cells.get(key)));
      return [...found].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    },
  };
}

function fillCells(boxes: ReadonlyMap<string, Box>): Cells {
  const cells = new Map<string, string[]>();
  const places = new Map<string, number>();
  for (const [id, box] of boxes) {
    places.set(id, places.size);
    forEachCell(box, (key) => {
      const cell = cells.get(key);
      if (cell) cell.push(id);
      else cells.set(key, [id]);
    });
  }
  return { cells, places };
}

/** Whether the boxes have a point in common. */
export function touches(a: Box, b: Box): boolean {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

function countCells({ width, height }: Box): number {
  return (Math.floor(width / cellPx) + 2) * (Math.floor(height / cellPx) + 2);
}

function forEachCell(box: Box, visit: (key: string) => void): void {
  const right = Math.floor((box.x + box.width) / cellPx);
  const bottom = Math.floor((box.y + box.height) / cellPx);
  for (let column = Math.floor(box.x / cellPx); column <= right; column += 1) {
    for (let row = Math.floor(box.y / cellPx); row <= bottom; row += 1) visit(`${column},${row}`);
  }
}
