/** The figures that the last picture of the far view has written, and where: so that the one the pointer rests on can tell how it is counted. */
import { explainTally, type TallyTerm } from '#core/analysis/explain/explain-tally.ts';
import type { Link } from '#core/design/design.ts';
import { design } from '../../store/design-store.ts';
import type { ExplainSource } from '../../store/explain-store.ts';
import { listFiguresOf, listTrunkFigures } from '../../store/object-figures.ts';
import { reportStore } from '../../store/report-store.ts';
import { formatCount } from '../../ui/format.ts';
import { parseCanvasId } from '../canvas-id.ts';
import { findSource } from '../figure-at.ts';
import { contains } from '../node-boxes.ts';
import type { Box, Point } from '../route-link.ts';
import { countRacked, type FarBlock } from './far-blocks.ts';
import type { FarScene, FarTile } from './far-scene.ts';
import type { FarView } from './far-view.ts';

/** What a label counts: the item drawn there, the links of a trunk, or the tiles of a block. */
export type FarFigure =
  | { readonly canvasId: string }
  | { readonly links: readonly Link[] }
  | { readonly block: FarBlock; readonly scene: FarScene };

/** A label with a figure, px of the picture. */
export interface FigureSpot {
  readonly box: Box;
  readonly figure: FarFigure;
}

export interface FoundFigure {
  /** On the plane. */
  readonly box: Box;
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly name: string;
}

let picture: { readonly view: FarView; readonly spots: readonly FigureSpot[] } | null = null;

/** null = nothing is painted. */
export function keepFigures(view: FarView | null, spots: readonly FigureSpot[]): void {
  picture = view && { view, spots };
}

/** The figure written at a point of the plane; null = none is, or nothing is known of it yet. */
export function findFarFigure(point: Point): FoundFigure | null {
  const spot = findSpot(point);
  const told = spot && tell(spot.figure);
  if (!picture || !told) return null;
  const { view } = picture;
  const { box } = spot;
  const onPlane = {
    x: box.x / view.zoom + view.x,
    y: box.y / view.zoom + view.y,
    width: box.width / view.zoom,
    height: box.height / view.zoom,
  };
  return { ...told, box: onPlane };
}

/** Whether a figure is written at a point of the plane. */
export function isFarFigure(point: Point): boolean {
  return findSpot(point) !== undefined;
}

function findSpot({ x, y }: Point): FigureSpot | undefined {
  if (!picture) return undefined;
  const { view, spots } = picture;
  const at = { x: (x - view.x) * view.zoom, y: (y - view.y) * view.zoom };
  return spots.findLast(({ box }) => contains(box, at));
}

function tell(figure: FarFigure): Pick<FoundFigure, 'source' | 'name'> | null {
  const { report } = reportStore.getState();
  if (!report) return null;
  if ('block' in figure) {
    const tiles = figure.block.tiles.flatMap((at) => figure.scene.tiles[at] ?? []);
    return { source: () => explainBlock(figure.block.name, tiles), name: figure.block.name };
  }
  if ('links' in figure) {
    const ids = figure.links.map(({ id }) => id);
    const refs = ids.map((id) => ({ kind: 'link', id }) as const);
    const name = listFiguresOf(design(), report, refs)?.name ?? formatCount(refs.length, 'link');
    const [only = '', ...others] = ids;
    if (others.length > 0) return { source: listTrunkFigures(ids), name };
    return { source: [`link/connections/${only}`, `link/cables/${only}`], name };
  }
  const { canvasId } = figure;
  const source = findSource(canvasId, parseCanvasId(canvasId).kind === 'unit' ? 'contents' : 'count', report);
  const name = listFiguresOf(design(), report, [parseCanvasId(canvasId)])?.name ?? '';
  return source === null ? null : { source, name };
}

/** A block counts its racks; one without racks its devices, or else its units. */
function explainBlock(name: string, tiles: readonly FarTile[]): ReturnType<typeof explainTally> {
  const racks = tiles.filter(({ rack }) => rack !== null);
  const devices = tiles.filter(({ device }) => device !== null);
  const [counted, unit] =
    racks.length > 0 ? [racks, 'racks'] : devices.length > 0 ? [devices, 'devices'] : [tiles, 'units'];
  const terms = counted.map((tile): TallyTerm => {
    const { kind, id } = parseCanvasId(tile.id);
    return { name: tile.name, count: tile.count, refs: [{ kind, id }] };
  });
  const inside = countRacked(racks);
  const beside = racks.length > 0 && devices.length > 0 ? devices.reduce((sum, { count }) => sum + count, 0) : 0;
  const caveats = [
    ...(inside === 0 ? [] : [`In them ${formatCount(inside, 'device')}.`]),
    ...(beside === 0 ? [] : [`Beside them ${formatCount(beside, 'device')} in no rack.`]),
  ];
  return explainTally({ title: name, unit, terms, caveats });
}
