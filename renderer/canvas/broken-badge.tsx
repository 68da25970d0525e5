/** How much of an object is broken: sign, number and colour together. */
import { Unplug } from 'lucide-react';
import { formatNumber } from '../ui/format.ts';

export interface BrokenCount {
  readonly brokenCount: number;
  readonly total: number;
}

interface BrokenBadgeProps extends BrokenCount {
  /** The total stands beside it already. */
  readonly isShort?: boolean;
}

export function BrokenBadge({ isShort = false, ...broken }: BrokenBadgeProps) {
  return <BrokenSign text={isShort ? describeBrokenShort(broken) : describeBroken(broken)} />;
}

export function BrokenSign({ text }: { readonly text: string }) {
  return (
    <span className="cv-broken" data-figure="broken">
      <Unplug size={11} aria-hidden />
      {text}
    </span>
  );
}

/** `64 broken` beside `1 024 × 400G`. */
export function describeBrokenShort({ brokenCount, total }: BrokenCount): string {
  return brokenCount === total ? 'broken' : `${formatNumber(brokenCount)} broken`;
}

/** `1 of 4 broken`, `broken` for a single one. */
export function describeBroken({ brokenCount, total }: BrokenCount): string {
  if (total === 1) return 'broken';
  if (brokenCount === total) return total === 2 ? 'both broken' : `all ${formatNumber(total)} broken`;
  return `${formatNumber(brokenCount)} of ${formatNumber(total)} broken`;
}

/** How an object is drawn: not broken, in part, or all of it. */
export function markBroken({ brokenCount, total }: BrokenCount): 'some' | 'all' | undefined {
  if (brokenCount === 0) return undefined;
  return brokenCount < total ? 'some' : 'all';
}
