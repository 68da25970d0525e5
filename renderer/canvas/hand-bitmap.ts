/** Drawing on the bitmap of what the hand moves: it covers the view, and is drawn anew in every frame. */
import type { Guide } from './interaction.ts';
import type { LinkLook } from './link-look.ts';
import type { RoutedLink } from './route-all.ts';

export interface HandView {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly [number, number, number];
}

export interface HandScene {
  readonly links: readonly { readonly look: LinkLook; readonly route: RoutedLink }[];
  readonly guides: readonly Guide[];
}

const mostPixelRatio = 2;
const endRadius = 3.5;
/** Of guides, px on the screen. */
const overhang = 16;
const tickHeight = 9;

export function drawOnHandBitmap(bitmap: HTMLCanvasElement, view: HandView, { links, guides }: HandScene): void {
  const isEmpty = links.length === 0 && guides.length === 0;
  if (bitmap.hidden !== isEmpty) bitmap.hidden = isEmpty;
  tellGuides(bitmap, guides);
  const context = isEmpty ? null : bitmap.getContext('2d');
  if (!context) return;
  const [x, y, zoom] = view.transform;
  const ratio = Math.min(mostPixelRatio, window.devicePixelRatio || 1);
  fit(bitmap, view, ratio);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, bitmap.width, bitmap.height);
  context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
  context.lineCap = 'round';
  for (const { look, route } of links) drawLink(context, look, route);
  if (guides.length === 0) return;
  context.globalAlpha = 1;
  context.fillStyle = getComputedStyle(bitmap).color;
  for (const guide of guides) drawGuide(context, guide, 1 / zoom);
}

/** The bitmap lies in the moving view and stays where the view is. */
function fit(bitmap: HTMLCanvasElement, { width, height, transform: [x, y, zoom] }: HandView, ratio: number): void {
  const columns = Math.round(width * ratio);
  const rows = Math.round(height * ratio);
  if (bitmap.width !== columns) bitmap.width = columns;
  if (bitmap.height !== rows) bitmap.height = rows;
  const place = `translate(${-x / zoom}px, ${-y / zoom}px) scale(${1 / (zoom * ratio)})`;
  if (bitmap.dataset['place'] === place) return;
  bitmap.dataset['place'] = place;
  bitmap.style.transform = place;
}

function drawLink(context: CanvasRenderingContext2D, look: LinkLook, { path, start, end }: RoutedLink): void {
  const line = new Path2D(path);
  context.globalAlpha = look.opacity;
  if (look.halo) {
    context.setLineDash([]);
    context.strokeStyle = look.halo.colour;
    context.lineWidth = look.halo.width;
    context.stroke(line);
  }
  context.setLineDash(look.dash);
  context.strokeStyle = look.colour;
  context.lineWidth = look.width;
  context.stroke(line);
  if (!look.end) return;
  context.setLineDash([]);
  context.fillStyle = look.end.colour;
  context.strokeStyle = look.end.rim;
  context.lineWidth = look.end.rimWidth;
  for (const { x, y } of [start, end]) {
    context.beginPath();
    context.arc(x, y, endRadius, 0, 2 * Math.PI);
    context.fill();
    context.stroke();
  }
}

/** `thin`: a px of the screen, on the plane. A line lies across its axis; a gap along it, two ticks with a line from one to the other. */
function drawGuide(context: CanvasRenderingContext2D, { kind, axis, at, from, to }: Guide, thin: number): void {
  const stroke = (isLevel: boolean, start: number, end: number, across: number): void => {
    if (isLevel) context.fillRect(start, across - thin / 2, end - start, thin);
    else context.fillRect(across - thin / 2, start, thin, end - start);
  };
  if (kind === 'line') {
    stroke(axis === 'y', from - overhang * thin, to + overhang * thin, at);
    return;
  }
  const reach = (tickHeight * thin) / 2;
  stroke(axis === 'x', from, to, at);
  for (const tick of [from + thin / 2, to - thin / 2]) stroke(axis === 'y', at - reach, at + reach, tick);
}

/** A bitmap tells nobody what is on it. */
function tellGuides(bitmap: HTMLCanvasElement, guides: readonly Guide[]): void {
  const kinds = [...new Set(guides.map(({ kind }) => kind))].join(' ');
  if ((bitmap.dataset['guides'] ?? '') === kinds) return;
  if (kinds === '') delete bitmap.dataset['guides'];
  else bitmap.dataset['guides'] = kinds;
}
