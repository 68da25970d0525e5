/**
 * What an overlay says of what is drawn: for each object a colour, a pattern and words, and what they mean. Plain values from
 * plain values, so that every way of drawing the canvas takes them from here.
 */
import type { Device, Link, Rack } from '#core/design/design.ts';
import { formatNumber } from '../../ui/format.ts';

/** Some of a group's members, in its split bar. */
export interface PaintPart {
  readonly label: string;
  /** A CSS colour. */
  readonly colour: string;
  readonly isHatched: boolean;
  readonly count: number;
}

/** How one object looks. Colour never stands alone: a figure, a pattern or a width says the same. */
export interface Paint {
  /** A CSS colour: a custom property of the theme. */
  readonly colour: string;
  /** Of a link, px; null = its own. */
  readonly width: number | null;
  /** Lengths of dashes and gaps, px; null = a solid line. */
  readonly dash: readonly number[] | null;
  /** Shown beside the object: `87 %`, `day 2`; empty = the object says it itself. */
  readonly figure: string;
  /** A sentence for the card and for screen readers; empty = nothing to add. */
  readonly fact: string;
  /** Steps back behind what the overlay is about. */
  readonly isQuiet: boolean;
  /** What its members fall into, as lengths of a bar; empty = nobody asks. The figure says the same. */
  readonly parts: readonly PaintPart[];
  /** A sign beside the figure: what others have apart is one here. */
  readonly isShared: boolean;
}

export interface LegendRow {
  readonly key: string;
  readonly shape: 'line' | 'box';
  readonly colour: string;
  readonly width: number;
  readonly dash: readonly number[] | null;
  readonly label: string;
  /** How many of what look so. */
  readonly detail: string;
}

/** Answers are the same objects as long as the painter is. */
export interface Painter {
  readonly link: (link: Link) => Paint | null;
  readonly device: (device: Device) => Paint | null;
  readonly rack: (rack: Rack) => Paint | null;
  /** Only what occurs. */
  readonly rows: readonly LegendRow[];
  /** What the words above do not say; empty = nothing. */
  readonly note: string;
}

const PLAIN: Paint = {
  colour: 'var(--text-3)',
  width: null,
  dash: null,
  figure: '',
  fact: '',
  isQuiet: false,
  parts: [],
  isShared: false,
};

export function createPaint(paint: Partial<Paint>): Paint {
  return { ...PLAIN, ...paint };
}

export function isSamePaint(a: Paint, b: Paint): boolean {
  const { parts, ...rest } = a;
  return (Object.keys(rest) as (keyof typeof rest)[]).every((key) => rest[key] === b[key]) && areSame(parts, b.parts);
}

function areSame(a: readonly PaintPart[], b: readonly PaintPart[]): boolean {
  if (a === b) return true;
  const isSame = (part: PaintPart, at: number): boolean => {
    const other = b[at];
    return other?.label === part.label && other.colour === part.colour && other.count === part.count;
  };
  return a.length === b.length && a.every(isSame);
}

const MOST_PARTS = 3;

/** `A 8, B 4, free 20`. */
export function describeParts(parts: readonly PaintPart[]): string {
  const shown = parts.slice(0, parts.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS);
  const words = shown.map(({ label, count }) => `${label} ${formatNumber(count)}`);
  const rest = parts.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  return [...words, ...(rest > 0 ? [`others ${formatNumber(rest)}`] : [])].join(', ');
}

/** Says nothing of anything. */
export const NO_PAINT = (): null => null;

/** `4 device groups and 12 links`; kinds of which there are none are left out. */
export function joinCounts(counts: readonly string[]): string {
  const shown = counts.filter((text) => !text.startsWith('0 '));
  const last = shown.pop();
  if (last === undefined) return '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
