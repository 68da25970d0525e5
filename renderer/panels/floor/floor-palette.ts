/** The theme's colours as a 2D canvas needs them: read from the style sheet, with hatches made from them. */

const TOKENS = [
  'surface-0',
  'surface-1',
  'surface-2',
  'surface-3',
  'text-1',
  'text-2',
  'text-3',
  'line',
  'line-strong',
  'accent',
  'accent-soft',
  'danger',
  'danger-soft',
  'danger-fill',
  'warn',
  'warn-soft',
  'warn-fill',
  'ok',
  'ok-fill',
  'ok-soft',
  'fabric-1',
  'fabric-2',
  'fabric-3',
  'fabric-4',
  'fabric-5',
  'fabric-6',
  'fabric-7',
  'fabric-8',
  'heat-0',
  'heat-1',
  'heat-2',
  'heat-3',
  'heat-4',
  'heat-5',
] as const;

export type FloorToken = (typeof TOKENS)[number];

export interface FloorPalette {
  readonly colours: Readonly<Record<FloorToken, string>>;
  readonly font: string;
}

/** Reads the colours that hold for an element now. */
export function readPalette(element: Element): FloorPalette {
  const style = getComputedStyle(element);
  const colours = {} as Record<FloorToken, string>;
  for (const token of TOKENS) colours[token] = style.getPropertyValue(`--${token}`).trim();
  return { colours, font: getComputedStyle(document.body).fontFamily };
}

export type Hatch = 'none' | 'lines' | 'dots' | 'cross';

const TILE_PX = 8;

/** A tile of strokes that tells surfaces apart without their colour. */
export function createHatch(
  context: CanvasRenderingContext2D,
  hatch: Exclude<Hatch, 'none'>,
  colour: string,
): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = TILE_PX;
  tile.height = TILE_PX;
  const brush = tile.getContext('2d');
  if (!brush) return null;
  brush.strokeStyle = colour;
  brush.fillStyle = colour;
  if (hatch === 'dots') {
    brush.fillRect(1, 1, 1.6, 1.6);
    brush.fillRect(5, 5, 1.6, 1.6);
  } else {
    drawDiagonal(brush, false);
    if (hatch === 'cross') drawDiagonal(brush, true);
  }
  return context.createPattern(tile, 'repeat');
}

/** Corner to corner, with the corners' neighbours so that tiles join. */
function drawDiagonal(brush: CanvasRenderingContext2D, isFalling: boolean): void {
  brush.beginPath();
  for (const shift of [-TILE_PX, 0, TILE_PX]) {
    brush.moveTo(shift, isFalling ? 0 : TILE_PX);
    brush.lineTo(shift + TILE_PX, isFalling ? TILE_PX : 0);
  }
  brush.lineWidth = 1;
  brush.stroke();
}
