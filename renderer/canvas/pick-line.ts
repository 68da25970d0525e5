/**
 * The line under the pointer. Racks lie over lines, which are seen through their open body, so that there a press would never reach them:
 * what the eye sees as a line is one all the same. Asked when the pointer moves or presses, never in a frame.
 */
import { distanceToPath } from './distance-to-path.ts';
import type { Point } from './route-link.ts';

/** A pointer event, or what has of one as much as is needed. */
export interface PointerSpot {
  readonly target: EventTarget | null;
  readonly clientX: number;
  readonly clientY: number;
}

/** As wide as a line is for the hand. */
const linePath = '.react-flow__edge-interaction';
/** A rack between what stands in it. */
const frame = '.react-flow__node-rack, .cv-rack';
const openBody = `${frame}, .cv-rack-hint`;
/** From the top of a rack; agrees with the ground of its head in nodes.css. */
const platePx = 78;

/** Whether a line may be seen where the pointer is on this: told at once. */
export function mayShowLine(target: EventTarget | null): target is Element {
  return target instanceof Element && target.matches(`${linePath}, ${openBody}`);
}

/** The element of the link, which names it; null = no line is seen there, or something lies over it. */
export function pickLine({ target, clientX, clientY }: PointerSpot): HTMLElement | SVGElement | null {
  if (!mayShowLine(target)) return null;
  const at = { x: clientX, y: clientY };
  const within: SVGGraphicsElement[] = [];
  for (const element of document.elementsFromPoint(at.x, at.y)) {
    if (element instanceof SVGGraphicsElement && element.matches(linePath)) within.push(element);
    else if (!letsThrough(element, at)) break;
  }
  return chooseNearest(within, at)?.closest<HTMLElement | SVGElement>('[data-canvas-id]') ?? null;
}

/** The canvas id of that link. */
export function pickLineId(spot: PointerSpot): string | null {
  return pickLine(spot)?.dataset['canvasId'] ?? null;
}

function letsThrough(element: Element, { y }: Point): boolean {
  if (!(element instanceof HTMLElement) || !element.matches(openBody)) return false;
  if (!element.matches(frame)) return true;
  const { top, height } = element.getBoundingClientRect();
  return y - top > (platePx * height) / element.offsetHeight;
}

/** Where many begin at one port, the topmost is often not the one that is meant. */
function chooseNearest(lines: readonly SVGGraphicsElement[], at: Point): SVGGraphicsElement | undefined {
  const [first] = lines;
  const matrix = lines.length > 1 ? first?.getScreenCTM() : null;
  if (!matrix) return first;
  const point = new DOMPoint(at.x, at.y).matrixTransform(matrix.inverse());
  const distances = lines.map((line) => distanceToPath(line.getAttribute('d') ?? '', point));
  return lines[distances.indexOf(Math.min(...distances))];
}
