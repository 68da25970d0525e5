/** How something looks that stands for several objects. */
import { describeParts, type Paint, type PaintPart } from './paint.ts';

const MOST_FACTS = 3;

/**
 * As most of them look, by weight; what steps back counts only where nothing else is there, so that one broken among many shows.
 * Where figures differ it says so.
 */
export function mixPaints(paints: readonly Paint[], weights: readonly number[]): Paint | null {
  const isLoud = paints.some(({ isQuiet }) => !isQuiet);
  const heard = paints.flatMap((paint, at) => (isLoud && paint.isQuiet ? [] : [{ paint, weight: weights[at] ?? 1 }]));
  const totals = new Map<string, number>();
  for (const { paint, weight } of heard) totals.set(paint.colour, (totals.get(paint.colour) ?? 0) + weight);
  const [most] = [...totals].sort(([, a], [, b]) => b - a);
  const best = heard.find(({ paint }) => paint.colour === most?.[0])?.paint;
  if (!best) return null;
  const figures = new Set(heard.map(({ paint }) => paint.figure));
  const facts = [...new Set(heard.map(({ paint }) => paint.fact).filter((fact) => fact !== ''))];
  const parts = addParts(heard.flatMap(({ paint }) => paint.parts));
  return {
    ...best,
    ...(parts.length > 1 ? { colour: 'var(--text-2)', dash: null } : {}),
    figure: parts.length > 0 ? describeParts(parts) : figures.size === 1 ? best.figure : 'mixed',
    fact: facts.slice(0, MOST_FACTS).join('; '),
    parts,
  };
}

function addParts(parts: readonly PaintPart[]): PaintPart[] {
  const sums = new Map<string, PaintPart>();
  for (const part of parts) sums.set(part.label, { ...part, count: part.count + (sums.get(part.label)?.count ?? 0) });
  return [...sums.values()];
}
