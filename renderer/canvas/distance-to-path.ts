/** How far a point is from the path of a link, as route-link.ts writes it: straight and curved pieces between absolute points. Pure. */
import type { Point } from './route-link.ts';

/** Straight pieces that stand for a curve: less than a tenth of a pixel beside it where it bends most. */
const piecesOfCurve = 32;

/** Infinite for a path without a piece. */
export function distanceToPath(path: string, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  let at: Point | null = null;
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MLQC])([^MLQC]*)/g)) {
    const points = readPoints(numbers);
    const end = points.at(-1);
    if (!end) continue;
    if (letter !== 'M' && at) nearest = Math.min(nearest, distanceToCurve([at, ...points], point));
    at = end;
  }
  return nearest;
}

function readPoints(numbers: string): Point[] {
  return numbers
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x = 0, y = 0] = pair.split(',').map(Number);
      return { x, y };
    });
}

/** Of a Bézier curve with these controls; two are a straight line. */
function distanceToCurve(controls: readonly Point[], point: Point): number {
  const pieces = controls.length === 2 ? 1 : piecesOfCurve;
  let nearest = Number.POSITIVE_INFINITY;
  let from = curveAt(controls, 0);
  for (let piece = 1; piece <= pieces; piece += 1) {
    const to = curveAt(controls, piece / pieces);
    nearest = Math.min(nearest, distanceToPiece(from, to, point));
    from = to;
  }
  return nearest;
}

/** Between each two controls at the share of the way, until one point is left. */
function curveAt(controls: readonly Point[], share: number): Point {
  let points = controls;
  while (points.length > 1) points = points.slice(1).map((to, index) => mix(points[index] ?? to, to, share));
  return points[0] ?? { x: 0, y: 0 };
}

function mix(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** From a straight piece. */
export function distanceToPiece(from: Point, to: Point, { x, y }: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const at = mix(from, to, Math.min(1, Math.max(0, share)));
  return Math.hypot(at.x - x, at.y - y);
}
