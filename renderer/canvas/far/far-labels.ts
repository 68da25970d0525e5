/** Names on the bitmap, as on a map: the important ones first, each only where it covers no other. */
import { createLabelRoom } from '../label-room.ts';
import type { Box } from '../route-link.ts';
import type { FarFigure, FigureSpot } from './far-figures.ts';
import type { FarPalette } from './far-palette.ts';
import { wrapParts } from './name-block.ts';

export interface FarLabel {
  /** The middle, on the screen. */
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  /** The first line in parts: it takes a second line, where the height has room for it, before any is left out. */
  readonly wrap?: { readonly parts: readonly string[]; readonly maxHeight: number };
  /** After the first line and never cut: a count. */
  readonly tail?: string;
  /** px; longer lines are cut. */
  readonly maxWidth: number;
  /** CSS colour of the rim; null = none, and no ground either. */
  readonly rim: string | null;
  readonly isStrong: boolean;
  /** What the figure in it counts; absent = there is none. */
  readonly figure?: FarFigure | undefined;
}

const lineFactor = 1.35;
const padX = 4;
const padY = 3;
const ellipsis = '\u2026';

/** Names too long to measure again for every picture. */
const widths = new Map<string, number>();
const mostWidths = 20_000;

export interface LabelPainter {
  /** False when there was no room. */
  readonly paint: (label: FarLabel) => boolean;
  /** Figures written so far. */
  readonly figures: readonly FigureSpot[];
  /** No name that is not its own goes over it any more. */
  readonly keepFree: (box: Box) => void;
}

export function createLabelPainter(context: CanvasRenderingContext2D, palette: FarPalette): LabelPainter {
  const taken = createLabelRoom([]);
  const figures: FigureSpot[] = [];
  const lineHeight = palette.textPx * lineFactor;
  const fonts = { strong: `600 ${palette.textPx}px ${palette.family}`, plain: `${palette.textPx}px ${palette.family}` };
  const ground = palette.colour('var(--surface-1)');
  const strong = palette.colour('var(--text-1)');
  const faint = palette.colour('var(--text-2)');

  const measure = (font: string, text: string): number => {
    const key = `${font}\n${text}`;
    const before = widths.get(key);
    if (before !== undefined) return before;
    context.font = font;
    const { width } = context.measureText(text);
    if (widths.size > mostWidths) widths.clear();
    widths.set(key, width);
    return width;
  };
  const cut = (font: string, text: string, room: number): string => {
    const full = measure(font, text);
    if (full <= room) return text;
    const kept = Math.floor((text.length * (room - measure(font, ellipsis))) / full);
    // Names that differ differ at their end.
    const head = Math.ceil(kept / 3);
    return kept < 2 ? '' : `${text.slice(0, head)}${ellipsis}${text.slice(text.length - (kept - head))}`;
  };

  return {
    figures,
    keepFree: taken.take,
    paint(label) {
      const { x, y, tail, maxWidth, rim, isStrong, figure } = label;
      const room = maxWidth - (rim === null ? 0 : 2 * padX);
      const fits = (line: string): boolean => measure(isStrong ? fonts.strong : fonts.plain, line) <= room;
      const names = nameLines(label, lineHeight, fits);
      const fontOf = (at: number): string => (at < names.length && isStrong ? fonts.strong : fonts.plain);
      const end = tail === undefined ? '' : ` ${tail}`;
      const texts = [...names, ...label.lines.slice(1)].map((text, at) =>
        at === 0 ? `${cut(fontOf(0), text, room - measure(fontOf(0), end))}${end}` : cut(fontOf(at), text, room),
      );
      const shown = texts.filter((text) => text !== '');
      if (shown.length === 0 || texts[0] === '') return false;
      const textWidth = Math.max(...texts.map((text, at) => measure(fontOf(at), text)));
      const width = textWidth + 2 * padX;
      // On what is there already names stand close, as in a list.
      const pad = rim === null ? 0 : padY;
      const height = texts.length * lineHeight + 2 * pad;
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (!taken.isFree(box)) return false;
      taken.take(box);
      if (figure) figures.push({ box, figure });
      if (rim !== null) {
        context.fillStyle = ground;
        context.strokeStyle = rim;
        context.lineWidth = 1.25;
        context.beginPath();
        context.roundRect(box.x, box.y, width, height, Math.min(8, height / 2));
        context.fill();
        context.stroke();
      }
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      for (const [at, text] of texts.entries()) {
        context.font = fontOf(at);
        context.fillStyle = at < names.length ? strong : faint;
        context.fillText(text, x, box.y + pad + (at + 0.5) * lineHeight);
      }
      return true;
    },
  };
}

/** Two lines for the name where they and the rest lie within what is named. */
function nameLines({ lines, wrap }: FarLabel, lineHeight: number, fits: (line: string) => boolean): readonly string[] {
  if (!wrap) return lines.slice(0, 1);
  const hasRoom = (lines.length + 1) * lineHeight + 4 * padY <= wrap.maxHeight;
  return wrapParts(wrap.parts, hasRoom ? 2 : 1, fits);
}
