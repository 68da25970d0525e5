/** From the plan in metres to the screen in pixels and back; zooming and fitting. */
import { type Edges, placeClear } from '../../store/clear-view.ts';
import type { FloorCamera } from '../../store/floor-store.ts';

export interface FloorBox {
  readonly xM: number;
  readonly yM: number;
  readonly widthM: number;
  readonly depthM: number;
}

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

const LEAST_SCALE = 0.05;
const MOST_SCALE = 200;
const MARGIN_PX = 36;

function clampScale(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale));
}

function toScreen(camera: FloorCamera, xM: number, yM: number): { x: number; y: number } {
  return { x: (xM - camera.xM) * camera.scale, y: (yM - camera.yM) * camera.scale };
}

export function toPlan(camera: FloorCamera, x: number, y: number): { xM: number; yM: number } {
  return { xM: camera.xM + x / camera.scale, yM: camera.yM + y / camera.scale };
}

/** Keeps what lies under that point of the screen where it is. */
export function zoomAt(camera: FloorCamera, x: number, y: number, factor: number): FloorCamera {
  const scale = clampScale(camera.scale * factor);
  const { xM, yM } = toPlan(camera, x, y);
  return { xM: xM - x / scale, yM: yM - y / scale, scale };
}

export function panBy(camera: FloorCamera, dx: number, dy: number): FloorCamera {
  return { ...camera, xM: camera.xM - dx / camera.scale, yM: camera.yM - dy / camera.scale };
}

/** The same middle on a surface of another size. */
export function keepMiddle(camera: FloorCamera, before: ScreenSize, now: ScreenSize): FloorCamera {
  const { scale } = camera;
  return {
    ...camera,
    xM: camera.xM - (now.width - before.width) / 2 / scale,
    yM: camera.yM - (now.height - before.height) / 2 / scale,
  };
}

/** Shows the box whole, with room around it and beside what floats over the plan, but no closer than `mostScale`. */
export function fitBox(box: FloorBox, size: ScreenSize, mostScale = 60, floats: readonly Edges[] = []): FloorCamera {
  const drawing = { width: Math.max(box.widthM, 0.1), height: Math.max(box.depthM, 0.1) };
  const limits = { marginX: MARGIN_PX, marginY: MARGIN_PX, leastScale: LEAST_SCALE, mostScale: clampScale(mostScale) };
  const { left, top, scale } = placeClear(drawing, size, floats, limits);
  return { xM: box.xM - left / scale, yM: box.yM - top / scale, scale };
}

/** Moves only as far as the point needs to come into sight. */
export function bringIntoView(camera: FloorCamera, size: ScreenSize, xM: number, yM: number): FloorCamera {
  const { x, y } = toScreen(camera, xM, yM);
  const dx = x < MARGIN_PX ? MARGIN_PX - x : x > size.width - MARGIN_PX ? size.width - MARGIN_PX - x : 0;
  const dy = y < MARGIN_PX ? MARGIN_PX - y : y > size.height - MARGIN_PX ? size.height - MARGIN_PX - y : 0;
  return dx === 0 && dy === 0 ? camera : panBy(camera, dx, dy);
}

/** The smallest box around boxes; null = there are none. */
export function joinBoxes(boxes: readonly FloorBox[]): FloorBox | null {
  if (boxes.length === 0) return null;
  const xM = Math.min(...boxes.map((box) => box.xM));
  const yM = Math.min(...boxes.map((box) => box.yM));
  const east = Math.max(...boxes.map((box) => box.xM + box.widthM));
  const south = Math.max(...boxes.map((box) => box.yM + box.depthM));
  return { xM, yM, widthM: east - xM, depthM: south - yM };
}
