/** What every part of the drawing of the plan needs: canvas, camera, colours, hatches; boxes in sight, and text on plates. */
import type { ExplainSource } from '../../store/explain-store.ts';
import type { FloorCamera } from '../../store/floor-store.ts';
import type { ScreenSize } from './camera.ts';
import { createHatch, type FloorPalette, type Hatch } from './floor-palette.ts';
import type { FloorScene } from './floor-scene.ts';

interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A figure of the plan that tells how it is counted, and where it is written, px. */
export interface FloorFigure extends PlateBox {
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly name: string;
}

export interface Drawing {
  readonly context: CanvasRenderingContext2D;
  readonly camera: FloorCamera;
  readonly size: ScreenSize;
  readonly palette: FloorPalette;
  readonly scene: FloorScene;
  /** Hatches by colour and kind, made when first asked for. */
  readonly findHatch: (hatch: Exclude<Hatch, 'none'>, colour: string) => CanvasPattern | string;
  /** Written so far. */
  readonly figures: FloorFigure[];
}

/** Kept from frame to frame: a hatch is a canvas of its own. */
const hatchesByContext = new WeakMap<CanvasRenderingContext2D, Map<string, CanvasPattern | string>>();

export function createDrawing(
  context: CanvasRenderingContext2D,
  camera: FloorCamera,
  size: ScreenSize,
  palette: FloorPalette,
  scene: FloorScene,
): Drawing {
  const hatches = hatchesByContext.get(context) ?? new Map<string, CanvasPattern | string>();
  hatchesByContext.set(context, hatches);
  const findHatch: Drawing['findHatch'] = (hatch, colour) => {
    const key = `${hatch} ${colour}`;
    const known = hatches.get(key) ?? createHatch(context, hatch, colour) ?? colour;
    hatches.set(key, known);
    return known;
  };
  return { context, camera, size, palette, scene, findHatch, figures: [] };
}

/** Box in pixels, or null when it is out of sight. */
export function toBox(
  { camera, size }: Drawing,
  xM: number,
  yM: number,
  widthM: number,
  depthM: number,
): { x: number; y: number; width: number; height: number } | null {
  const x = (xM - camera.xM) * camera.scale;
  const y = (yM - camera.yM) * camera.scale;
  const width = widthM * camera.scale;
  const height = depthM * camera.scale;
  return x > size.width || y > size.height || x + width < 0 || y + height < 0 ? null : { x, y, width, height };
}

const fontByContext = new WeakMap<CanvasRenderingContext2D, string>();

/** Forgets the font set last: a canvas that changes its size has lost it. */
export function forgetFont(context: CanvasRenderingContext2D): void {
  fontByContext.delete(context);
}

/** Parsing a font costs more than drawing a number in it, so it is set only when it changes. */
export function setFont({ context, palette }: Drawing, px: number, weight = 400): void {
  const font = `${weight} ${px}px ${palette.font}`;
  if (fontByContext.get(context) === font) return;
  context.font = font;
  fontByContext.set(context, font);
}

/**
 * Text on a plate of the surface's colour: readable over whatever lies below. Nothing, and null, when it would be wider than allowed.
 */
export function drawPlate(
  drawing: Drawing,
  text: string,
  x: number,
  y: number,
  px: number,
  { colours }: FloorPalette,
  widthPx = Number.POSITIVE_INFINITY,
): PlateBox | null {
  const { context } = drawing;
  setFont(drawing, px, 600);
  const width = context.measureText(text).width + 8;
  if (width > widthPx + 5) return null;
  context.fillStyle = colours['surface-1'];
  const plate = { x: x - width / 2, y: y - px / 2 - 2, width, height: px + 4 };
  context.fillRect(plate.x, plate.y, plate.width, plate.height);
  context.fillStyle = colours['text-1'];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5);
  return plate;
}
