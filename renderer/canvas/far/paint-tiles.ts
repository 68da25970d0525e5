/** Tiles and blocks of the far view: frames with strips for what is in them, devices with their role's edge. */
import type { Device, DeviceRole } from '#core/design/design.ts';
import { formatNumber } from '../../ui/format.ts';
import { toCanvasId } from '../canvas-id.ts';
import type { PaintPart } from '../overlay/paint.ts';
import type { Box } from '../route-link.ts';
import type { FarBlock } from './far-blocks.ts';
import type { FarLabel } from './far-labels.ts';
import type { FarPalette } from './far-palette.ts';
import type { FarScene, FarTile } from './far-scene.ts';

/** How a tile stands out. */
export interface TileMarks {
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isActive: boolean;
  /** Something hangs over it that would go in (or not); null = nothing does. */
  readonly drop: boolean | null;
  /** CSS colour an overlay gives it; null = none. */
  readonly colour: string | null;
  /** What its members fall into, where an overlay tells them apart. */
  readonly parts: readonly PaintPart[];
  /** One switch for several who should be apart. */
  readonly isShared: boolean;
}

export interface ShownTile {
  readonly tile: FarTile;
  /** On the screen. */
  readonly box: Box;
  readonly marks: TileMarks;
  readonly strips: readonly ShownStrip[];
}

export interface ShownStrip {
  /** On the screen. */
  readonly box: Box;
  readonly device: Device;
  /** CSS colour an overlay gives it; null = none. */
  readonly colour: string | null;
  readonly parts: readonly PaintPart[];
  readonly isShared: boolean;
}

/** Smaller than this on the screen a tile is a dot of its colour. */
const dotPx = 5;

/** The ground of an open unit, with its name at the corner; `isTarget`: it would take what hangs over it. */
export function paintFrame(context: CanvasRenderingContext2D, palette: FarPalette, box: Box, isTarget: boolean): void {
  context.fillStyle = palette.colour(`color-mix(in srgb, var(--accent) ${isTarget ? 16 : 6}%, transparent)`);
  context.strokeStyle = palette.colour(isTarget ? 'var(--accent)' : 'var(--line-strong)');
  context.lineWidth = isTarget ? 3 : 1;
  context.setLineDash(isTarget ? [] : [4, 3]);
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, Math.min(10, box.width / 8));
  context.fill();
  context.stroke();
  context.setLineDash([]);
}

export function paintTile(context: CanvasRenderingContext2D, palette: FarPalette, shown: ShownTile): void {
  const { tile, box, marks } = shown;
  const role = tile.device ? roleColour(palette, tile.device.role) : palette.colour('var(--text-3)');
  if (box.width < dotPx) {
    context.fillStyle = marks.colour === null ? role : palette.colour(marks.colour);
    context.globalAlpha = 0.75;
    context.fillRect(box.x, box.y, Math.max(1, box.width), Math.max(1, box.height));
    context.globalAlpha = 1;
    paintMarks(context, palette, box, 0, marks);
    return;
  }
  const radius = Math.min(6, box.width / 8);
  context.fillStyle = palette.colour(tile.device ? 'var(--surface-1)' : 'var(--surface-2)');
  context.strokeStyle = marks.colour === null ? palette.colour('var(--line-strong)') : palette.colour(marks.colour);
  context.lineWidth = marks.colour === null ? 1 : 2;
  paintGround(context, box, radius);
  if (tile.device) {
    context.fillStyle = role;
    context.fillRect(box.x, box.y, Math.min(4, box.width / 10), box.height);
    paintSplit(context, palette, { ...box, y: box.y + box.height * 0.82, height: box.height * 0.18 }, marks.parts);
    if (marks.isShared) outlineShared(context, palette, box);
  } else {
    const hasNames = hasNamedStrips(shown, palette);
    for (const strip of shown.strips) {
      context.fillStyle = strip.colour === null ? roleColour(palette, strip.device.role) : palette.colour(strip.colour);
      context.globalAlpha = hasNames ? 0.32 : 0.55;
      if (strip.parts.length > 1) paintSplit(context, palette, strip.box, strip.parts);
      else context.fillRect(strip.box.x, strip.box.y, strip.box.width, strip.box.height);
      if (strip.isShared) outlineShared(context, palette, strip.box);
    }
    context.globalAlpha = 1;
  }
  paintMarks(context, palette, box, radius, marks);
}

/** Corners rounder than this are seen; square ones are painted in half the time. */
const leastRadiusPx = 2;

function paintGround(context: CanvasRenderingContext2D, { x, y, width, height }: Box, radius: number): void {
  if (radius < leastRadiusPx) {
    context.fillRect(x, y, width, height);
    context.strokeRect(x, y, width, height);
    return;
  }
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.fill();
  context.stroke();
}

/** Broken lines tell it where there is no room for the word. */
function outlineShared(context: CanvasRenderingContext2D, palette: FarPalette, box: Box): void {
  context.strokeStyle = palette.colour('var(--text-1)');
  context.lineWidth = 1.5;
  context.setLineDash([5, 3]);
  context.strokeRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1);
  context.setLineDash([]);
}

/** Nothing where all members are alike. */
function paintSplit(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  box: Box,
  parts: readonly PaintPart[],
): void {
  if (parts.length < 2) return;
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let x = box.x;
  for (const { colour, count } of parts) {
    const width = (box.width * count) / total;
    context.fillStyle = palette.colour(colour);
    context.fillRect(x, box.y, Math.max(0.5, width - 0.5), box.height);
    x += width;
  }
}

function roleColour(palette: FarPalette, role: DeviceRole): string {
  return palette.colour('var(--role)', `cv-role-${role}`);
}

function paintMarks(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  box: Box,
  radius: number,
  marks: TileMarks,
): void {
  const ring = (css: string, width: number, gap: number): void => {
    context.strokeStyle = palette.colour(css);
    context.lineWidth = width;
    context.beginPath();
    context.roundRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap, radius + gap);
    context.stroke();
  };
  if (marks.isLit) ring('var(--warn-fill)', 3, 2);
  if (marks.isSelected) ring('var(--accent)', 2.5, 1);
  if (marks.drop !== null) ring(marks.drop ? 'var(--accent)' : 'var(--danger)', 3, 3);
  if (marks.isActive) ring('var(--accent)', 2, 5);
}

/** A block's ground; its tiles come on top as dots. */
export function paintBlock(context: CanvasRenderingContext2D, palette: FarPalette, box: Box): void {
  const gap = 4;
  context.fillStyle = palette.colour('var(--surface-1)');
  context.strokeStyle = palette.colour('var(--line-strong)');
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap, 6);
  context.fill();
  context.stroke();
}

export function labelBlock(block: FarBlock, scene: FarScene, box: Box, rim: string): FarLabel {
  const maxWidth = Math.max(110, Math.min(260, box.width));
  return {
    figure: { block, scene },
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    lines: block.tiles.length === 1 ? [block.name] : [block.name, block.detail],
    wrap: { parts: block.nameParts, maxHeight: box.height },
    maxWidth,
    rim,
    isStrong: true,
  };
}

/** Inside where there is room, else over the tile's middle on a ground of its own. */
export function labelTile({ tile, box, marks }: ShownTile, palette: FarPalette): FarLabel {
  const hasRoom = box.width >= 56 && box.height >= palette.textPx * 1.6;
  const count = createTail(tile.count, marks.isShared && box.width >= leastSharedPx);
  // What is in a rack shows as strips.
  const isFrame = tile.strips.length > 0 && hasRoom;
  const hasDetail = !isFrame && tile.device === null && (!hasRoom || box.height >= palette.textPx * 3);
  return {
    figure: tile.count > 1 || hasDetail ? { canvasId: tile.id } : undefined,
    x: box.x + box.width / 2,
    y: isFrame ? box.y + Math.min(box.height / 2, palette.textPx) : box.y + box.height / 2,
    lines: hasDetail ? [tile.name, tile.detail] : [tile.name],
    ...count,
    maxWidth: hasRoom ? box.width - 2 : 150,
    rim: hasRoom && !marks.isSelected ? null : marks.isSelected ? 'var(--accent)' : 'var(--line-strong)',
    isStrong: true,
  };
}

/** Whether the strips of a tile have room for names. */
export function hasNamedStrips({ strips }: ShownTile, palette: FarPalette): boolean {
  const [first] = strips;
  return first !== undefined && first.box.width >= 56 && first.box.height >= palette.textPx * 1.5;
}

/** From this width on a tile has room for its name, its count and a word. */
const leastSharedPx = 120;

/** What should be apart is one. */
function createTail(count: number, isShared: boolean): Pick<FarLabel, 'tail'> {
  const words = [...(count === 1 ? [] : [`\u00d7 ${formatNumber(count)}`]), ...(isShared ? ['shared'] : [])];
  return words.length === 0 ? {} : { tail: words.join(' ') };
}

export function labelStrip({ box, device, isShared }: ShownStrip): FarLabel {
  return {
    figure: device.count > 1 ? { canvasId: toCanvasId('device', device.id) } : undefined,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    lines: [device.name],
    ...createTail(device.count, isShared && box.width >= leastSharedPx),
    maxWidth: box.width - 2,
    rim: null,
    isStrong: false,
  };
}
