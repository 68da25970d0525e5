/** Lines of the text report and how figures stand in them. */
import { DIGIT_GAP } from '#core/base/format-count.ts';
import type { PartialSum } from '#core/analysis/report.ts';

export type Line = readonly [name: string, value: string];

export function formatSection(title: string, lines: readonly Line[]): string {
  const width = Math.max(0, ...lines.map(([name]) => name.length));
  return `${title}\n${lines.map(([name, value]) => `  ${name.padEnd(width)}  ${value}\n`).join('')}`;
}

export function formatPower(sum: PartialSum): string {
  if (sum.unknownCount === 0) return `${formatNumber(sum.value / 1000)} kW`;
  const parts = sum.unknownParts.length > 0 ? ` (${clean(sum.unknownParts.join(', '))})` : '';
  if (sum.value === 0) return `unknown${parts}`;
  return `${formatNumber(sum.value / 1000)} kW, partial: ${formatNumber(sum.unknownCount)} without a figure${parts}`;
}

export function formatNumber(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 }).replaceAll(',', DIGIT_GAP);
}

/** A design file may come from anywhere: names must not steer the terminal. */
export function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
