/** Shares of one whole, listed side by side: whole percents that add up to a hundred. */

const ALL = 100;

/**
 * The largest remainders are rounded up. None reads 100 beside another that is more than nothing. Of nothing every share is 0; what is
 * less than nothing counts as nothing.
 */
export function splitPercent(values: readonly number[]): number[] {
  const parts = values.map((value) => Math.max(0, value));
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * ALL);
  const percents = exact.map(Math.floor);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = ALL - percents.reduce((sum, percent) => sum + percent, 0);
  for (const { index } of byRemainder.slice(0, missing)) percents[index] = (percents[index] ?? 0) + 1;
  return leaveRoom(percents, parts);
}

/** The largest of the small ones beside a whole is one per cent, and the whole is not. */
function leaveRoom(percents: readonly number[], parts: readonly number[]): number[] {
  const whole = percents.indexOf(ALL);
  const others = parts.map((part, index) => (index === whole ? 0 : part));
  const largest = Math.max(...others);
  if (whole === -1 || largest === 0) return [...percents];
  const second = others.indexOf(largest);
  return percents.map((percent, index) => (index === whole ? ALL - 1 : index === second ? 1 : percent));
}

/** `92 %`; `< 1 %` where something is rounded to nothing. */
export function formatShares(values: readonly number[]): string[] {
  return splitPercent(values).map((percent, index) =>
    percent === 0 && (values[index] ?? 0) > 0 ? '< 1\u202f%' : `${percent}\u202f%`,
  );
}
