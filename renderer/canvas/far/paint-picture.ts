/** One picture of the far view, in order: trunks, blocks and tiles, names, counts of trunks. What nodes show already is left out. */
import type { Link } from '#core/design/design.ts';
import type { Painter } from '../overlay/paint.ts';
import type { Box, Point } from '../route-link.ts';
import { touches } from './box-grid.ts';
import type { FarBlocks } from './far-blocks.ts';
import { createLabelPainter, type LabelPainter } from './far-labels.ts';
import type { FigureSpot } from './far-figures.ts';
import type { FarPalette } from './far-palette.ts';
import { describeTrunk, type FarScene, type FarTile, type FarTrunk } from './far-scene.ts';
import { chooseBlocks, type FarView, toScreen } from './far-view.ts';
import {
  hasNamedStrips,
  labelBlock,
  labelStrip,
  labelTile,
  paintBlock,
  paintFrame,
  paintTile,
  type ShownTile,
} from './paint-tiles.ts';
import { type LineLook, listShownTrunks, mixLooks, paintTrunks, type ShownTrunk } from './paint-trunks.ts';

export interface FarContent {
  readonly scene: FarScene;
  readonly painter: Painter;
  /** CSS colour of a fabric. */
  readonly fabricColour: (fabricId: string) => string;
  readonly weightOf: (linkId: string) => number;
  /** Canvas ids. */
  readonly selected: ReadonlySet<string>;
  readonly lit: ReadonlySet<string>;
  readonly active: string | null;
  readonly dropTarget: { readonly canvasId: string; readonly isAllowed: boolean } | null;
  readonly isFar: boolean;
  /** Canvas ids that show as nodes, and link ids as edges. null = all. */
  readonly nodes: ReadonlySet<string> | null;
  readonly links: ReadonlySet<string> | null;
  /** Tiles on their way, by canvas id: how far. */
  readonly shifts: ReadonlyMap<string, Point>;
}

/** Names of trunks need lines this long on the screen. */
const leastNamedPx = 90;
const mostTrunkNames = 160;

/** Paints in CSS px; the caller has scaled the context. Returns the figures it has written. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  content: FarContent,
  view: FarView,
): readonly FigureSpot[] {
  const { scene } = content;
  const blocks = content.isFar ? chooseBlocks(scene, view.zoom) : null;
  const boxOf = (place: number): Box | undefined => {
    const tile = scene.tiles[place];
    return tile && shift(content, tile);
  };
  const trunks = listShownTrunks(
    blocks?.trunks ?? scene.trunks,
    blocks ? (place) => blocks.blocks[place]?.box : boxOf,
    view,
    (trunk) => lookAt(content, trunk),
  );
  const labels = createLabelPainter(context, palette);
  if (content.isFar) paintFrames(context, palette, content, view, blocks === null);
  paintTrunks(context, trunks, palette.colour);
  if (blocks) paintBlocks(context, palette, content, view, blocks, labels);
  else paintTiles(context, palette, content, view, labels);
  if (content.isFar) nameTrunks(labels, palette, trunks);
  return labels.figures;
}

/** Names stand above the frame's corner; where blocks show, those carry them. */
function paintFrames(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  { scene, dropTarget }: FarContent,
  view: FarView,
  isNamed: boolean,
): void {
  for (const frame of scene.frames) {
    if (!touches(frame.box, view)) continue;
    const box = toScreen(view, frame.box);
    paintFrame(context, palette, box, dropTarget?.canvasId === frame.id);
    if (!isNamed || box.width < 40) continue;
    context.font = `600 ${palette.textPx}px ${palette.family}`;
    context.textAlign = 'left';
    context.textBaseline = 'bottom';
    context.fillStyle = palette.colour('var(--text-2)');
    context.fillText(frame.name, box.x + 2, box.y - 3, box.width - 4);
  }
}

function shift(content: FarContent, tile: FarTile): Box {
  const by = content.shifts.get(tile.id);
  return by ? { ...tile.box, x: tile.box.x + by.x, y: tile.box.y + by.y } : tile.box;
}

/** null = all its links are drawn as edges. */
function lookAt(content: FarContent, trunk: FarTrunk): LineLook | null {
  const { painter, fabricColour, weightOf, links } = content;
  const look = mixLooks(trunk, (link: Link) => {
    if (links === null || links.has(link.id)) return null;
    const paint = painter.link(link);
    const own = paint ?? { colour: fabricColour(link.fabricId), dash: null, width: null, isQuiet: false };
    return { ...own, weight: weightOf(link.id) };
  });
  if (!look) return null;
  const isMarked = (ids: ReadonlySet<string>): boolean =>
    ids.size > 0 && trunk.links.some((link) => ids.has(`link:${link.id}`));
  if (isMarked(content.selected)) return { ...look, colour: 'var(--accent)', width: look.width + 2, isLit: true };
  if (isMarked(content.lit)) return { ...look, colour: 'var(--warn-fill)', width: look.width + 2, isLit: true };
  return look;
}

function paintTiles(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  content: FarContent,
  view: FarView,
  labels: LabelPainter,
): void {
  const shown = listShownTiles(content, content.scene.tiles, view);
  for (const tile of shown) paintTile(context, palette, tile);
  for (const tile of byImportance(shown)) nameTile(labels, palette, tile);
  for (const { box } of shown) labels.keepFree(box);
}

function nameTile(labels: LabelPainter, palette: FarPalette, shown: ShownTile): void {
  const label = labelTile(shown, palette);
  labels.paint({ ...label, rim: label.rim === null ? null : palette.colour(label.rim) });
  if (hasNamedStrips(shown, palette)) for (const strip of shown.strips) labels.paint(labelStrip(strip));
  const { severity, hasBroken } = shown.tile;
  const trouble = severity === 'advice' ? null : severity;
  if (trouble === null && !hasBroken) return;
  const { box } = shown;
  const rim = palette.colour(trouble === 'error' || hasBroken ? 'var(--danger)' : 'var(--warn-fill)');
  // A sign, not only a colour: error and warning read differently in grey too.
  const sign = hasBroken ? '\u00d7 broken' : trouble === 'error' ? '!' : '\u25b3';
  labels.paint({ x: box.x + box.width, y: box.y, lines: [sign], maxWidth: 80, rim, isStrong: true });
}

function paintBlocks(
  context: CanvasRenderingContext2D,
  palette: FarPalette,
  content: FarContent,
  view: FarView,
  { blocks }: FarBlocks,
  labels: LabelPainter,
): void {
  const shown = blocks.flatMap((block) =>
    touches(block.box, view) ? [{ block, box: toScreen(view, block.box) }] : [],
  );
  for (const { box } of shown) paintBlock(context, palette, box);
  const special: ShownTile[] = [];
  for (const { block } of shown) {
    const tiles = block.tiles.flatMap((at) => content.scene.tiles[at] ?? []);
    for (const tile of listShownTiles(content, tiles, view)) {
      paintTile(context, palette, tile);
      const { isSelected, isActive, isLit } = tile.marks;
      if (isSelected || isActive || isLit) special.push(tile);
    }
  }
  for (const tile of special.slice(0, mostTrunkNames)) nameTile(labels, palette, tile);
  const rim = palette.colour('var(--line-strong)');
  for (const { block, box } of shown) labels.paint(labelBlock(block, content.scene, box, rim));
}

function listShownTiles(content: FarContent, tiles: readonly FarTile[], view: FarView): ShownTile[] {
  return tiles.flatMap((tile): ShownTile[] => {
    if (content.nodes === null || content.nodes.has(tile.id)) return [];
    const box = shift(content, tile);
    if (!touches(box, view)) return [];
    const holds = (isMarked: (id: string) => boolean): boolean =>
      isMarked(tile.id) || tile.strips.some((strip) => isMarked(strip.id));
    const has = (marked: ReadonlySet<string>): boolean => marked.size > 0 && holds((id) => marked.has(id));
    const { painter, dropTarget } = content;
    const paint = tile.device ? painter.device(tile.device) : tile.rack ? painter.rack(tile.rack) : null;
    const marks = {
      isSelected: has(content.selected),
      isLit: has(content.lit),
      isActive: content.active !== null && holds((id) => id === content.active),
      drop: dropTarget !== null && holds((id) => id === dropTarget.canvasId) ? dropTarget.isAllowed : null,
      colour: paint?.colour ?? null,
      parts: paint?.parts ?? [],
      isShared: paint?.isShared ?? false,
    };
    const dx = box.x - tile.box.x;
    const dy = box.y - tile.box.y;
    const strips = tile.strips.map((strip) => {
      const own = painter.device(strip.device);
      return {
        box: toScreen(view, { ...strip.box, x: strip.box.x + dx, y: strip.box.y + dy }),
        device: strip.device,
        colour: own?.colour ?? null,
        parts: own?.parts ?? [],
        isShared: own?.isShared ?? false,
      };
    });
    return [{ tile, box: toScreen(view, box), marks, strips }];
  });
}

function byImportance(shown: readonly ShownTile[]): ShownTile[] {
  const rank = ({ marks, box }: ShownTile): number =>
    (marks.isSelected || marks.isActive ? 1e9 : 0) + (marks.isLit ? 1e8 : 0) + Math.min(1e7, box.width * box.height);
  return [...shown].sort((a, b) => rank(b) - rank(a));
}

function nameTrunks(labels: LabelPainter, palette: FarPalette, trunks: readonly ShownTrunk[]): void {
  let named = 0;
  for (let at = trunks.length - 1; at >= 0 && named < mostTrunkNames; at -= 1) {
    const { trunk, from, to, look } = trunks[at] as ShownTrunk;
    if (Math.hypot(to.x - from.x, to.y - from.y) < leastNamedPx) continue;
    const rim = palette.colour(look.colour);
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
    const lines = [describeTrunk(trunk)];
    const figure = { links: trunk.links };
    const isNamed = spots.some((share) => {
      const x = from.x + (to.x - from.x) * share;
      const y = from.y + (to.y - from.y) * share;
      return labels.paint({ x, y, lines, maxWidth: 140, rim, isStrong: false, figure });
    });
    if (isNamed) named += 1;
  }
}
