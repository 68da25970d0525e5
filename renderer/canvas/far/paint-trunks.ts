/** The lines of the far view: as thick as their connections are many, in the colour most of them have. */
import type { Link } from '#core/design/design.ts';
import type { Paint } from '../overlay/paint.ts';
import { type Box, computeStrokeWidth, type Point } from '../route-link.ts';
import { touches } from './box-grid.ts';
import type { FarTrunk } from './far-scene.ts';
import { type FarView, middleOf } from './far-view.ts';

/** More lines than this in one picture are a grey haze, and slow: the thickest stay. */
const mostLines = 1500;
/** From so many on they thin out, so that the picture stays light. */
const crowd = 150;
/** As `data-quiet` of overlay.css. */
const quietWidth = 1.4;
const quietAlpha = 0.8;

export interface LineLook {
  /** CSS colour. */
  readonly colour: string;
  readonly dash: readonly number[] | null;
  readonly width: number;
  readonly isQuiet: boolean;
  readonly isLit: boolean;
}

export interface ShownTrunk {
  readonly trunk: FarTrunk;
  /** On the screen. */
  readonly from: Point;
  readonly to: Point;
  readonly look: LineLook;
}

/** Those that cross the picture. `boxes` are of the two ends, by place. */
export function listShownTrunks(
  trunks: readonly FarTrunk[],
  boxes: (place: number) => Box | undefined,
  view: FarView,
  look: (trunk: FarTrunk) => LineLook | null,
): ShownTrunk[] {
  const shown: ShownTrunk[] = [];
  for (let at = trunks.length - 1; at >= 0 && shown.length < mostLines; at -= 1) {
    const trunk = trunks[at] as FarTrunk;
    const a = boxes(trunk.from);
    const b = boxes(trunk.to);
    if (!a || !b) continue;
    const from = middleOf(a);
    const to = middleOf(b);
    const around = {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    };
    if (!touches(around, view)) continue;
    const line = look(trunk);
    if (!line) continue;
    const place = (point: Point): Point => ({ x: (point.x - view.x) * view.zoom, y: (point.y - view.y) * view.zoom });
    shown.push({ trunk, from: place(from), to: place(to), look: line });
  }
  return shown.reverse();
}

/** What most connections of a trunk look like; `paint` answers for one link, null = leave it out. */
export function mixLooks(
  trunk: FarTrunk,
  paint: (link: Link) => (Pick<Paint, 'colour' | 'dash' | 'width' | 'isQuiet'> & { readonly weight: number }) | null,
): LineLook | null {
  const weights = new Map<string, number>();
  let best: ReturnType<typeof paint> = null;
  let most = 0;
  for (const link of trunk.links) {
    const own = paint(link);
    if (!own) continue;
    const weight = (weights.get(own.colour) ?? 0) + own.weight;
    weights.set(own.colour, weight);
    if (weight > most) [best, most] = [own, weight];
  }
  if (!best) return null;
  const width = best.width ?? computeStrokeWidth(trunk.connectionCount ?? 1);
  return { colour: best.colour, dash: best.dash, width, isQuiet: best.isQuiet, isLit: false };
}

/** Lines that look the same are one stroke. */
export function paintTrunks(
  context: CanvasRenderingContext2D,
  shown: readonly ShownTrunk[],
  resolve: (css: string) => string,
): void {
  const groups = new Map<string, ShownTrunk[]>();
  for (const line of shown) {
    const { colour, width, dash, isQuiet } = line.look;
    const key = `${colour} ${Math.round(width * 2)} ${dash?.join() ?? ''} ${isQuiet}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const thinning = shown.length <= crowd ? 1 : Math.max(0.3, Math.sqrt(crowd / shown.length));
  context.lineCap = 'round';
  for (const [first, ...rest] of groups.values()) {
    if (!first) continue;
    const { look } = first;
    context.strokeStyle = resolve(look.colour);
    // What steps back does so by being thin, as beside the far view.
    const width = look.isQuiet ? Math.min(look.width, quietWidth) : look.width;
    context.lineWidth = Math.max(0.75, width * thinning);
    context.globalAlpha = Math.min(look.isQuiet ? quietAlpha : 1, Math.max(0.4, thinning));
    context.setLineDash(look.dash ? [...look.dash] : []);
    context.beginPath();
    for (const { from, to } of [first, ...rest]) {
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
  context.globalAlpha = 1;
  context.setLineDash([]);
}
