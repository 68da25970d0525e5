/** Figures that Weft has no notion of, by name, each with the reason. */
import { type MetricRule, skip } from './metric.ts';

const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/equivalent/, "a paper's estimate of another network, whose inputs are not given"],
  [/saving/, 'a saving against another network, which the inputs do not describe'],
  [/cost|usd|musd|price/, 'prices: the inputs give none'],
  [/failure|mttf|mtbf|reliab/, 'reliability of links: Weft has no failure model'],
  [/latency|(^|_)(us|ns)$/, 'end-to-end latency of software and NICs: the network has only a part in it'],
  [/(^|_)ms$|busbw|factor|time/, 'time of a collective: Weft computes it by simulation, not in the report'],
  [/power_w_mean|measured/, 'a measured figure of a chip, not of the network'],
];

export const outsideMetrics: readonly MetricRule[] = REASONS.map(([pattern, reason]) => ({
  pattern,
  answer: () => skip(reason),
}));

/** Why Weft has no such figure, whatever the drawing; null = it may have. */
export function explainOutside(metric: string): string | null {
  return REASONS.find(([pattern]) => pattern.test(metric))?.[1] ?? null;
}
