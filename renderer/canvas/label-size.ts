/** How large the label of a link is, without measuring: known before it is drawn, so that it can be placed. Pure. */
import { describeBrokenShort } from './broken-badge.tsx';
import type { LinkFigures } from './link-figures.ts';

/** px */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  /** What it says besides the caption stands below it. */
  readonly isStacked: boolean;
}

/** What a label says besides what the link is made of; empty texts are not shown. */
export interface LabelSigns {
  /** Of the overlay. */
  readonly figure: string;
  readonly hops: string;
  readonly cut: string;
}

export type LabelSizes = readonly [LabelSize, ...LabelSize[]];

export const noSigns: LabelSigns = { figure: '', hops: '', cut: '' };

/** Rim and padding. */
const frameWidth = 19;
const gap = 4;
const signWidth = 12;
const digitWidth = 6.1;
const boldDigitWidth = 6.6;
const badgePadding = 10;
/** Style sheets cut longer texts. */
const longestFigure = 150;
const longestHops = 170;
export const labelHeight = 22;
const nextRowHeight = 15;

/** Of the words that a link always has. */
export function estimateCaptionWidth(caption: string): number {
  return frameWidth + digitWidth * caption.length;
}

/** The sizes that it may have, the best first. */
export function estimateLabelSizes({ caption, problems, loss }: LinkFigures, signs: LabelSigns): LabelSizes {
  const { figure, hops, cut } = signs;
  const parts = [digitWidth * caption.length];
  if (loss.brokenCount > 0) parts.push(signWidth + gap + boldDigitWidth * describeBrokenShort(loss).length);
  if (figure !== '') parts.push(Math.min(longestFigure, boldDigitWidth * figure.length));
  if (hops !== '') parts.push(Math.min(longestHops, badgePadding + boldDigitWidth * hops.length));
  if (cut !== '') parts.push(boldDigitWidth * cut.length);
  if (problems !== null) parts[0] = (parts[0] ?? 0) + signWidth + gap;
  const row = {
    width: frameWidth + parts.reduce((sum, part) => sum + gap + part, -gap),
    height: labelHeight,
    isStacked: false,
  };
  const stack = {
    width: frameWidth + Math.max(...parts),
    height: labelHeight + nextRowHeight * (parts.length - 1),
    isStacked: true,
  };
  // What is broken or cut is always said below the caption.
  if (loss.brokenCount > 0 || cut !== '') return [stack];
  return parts.length === 1 ? [row] : [row, stack];
}
