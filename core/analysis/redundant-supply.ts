/** What the PDUs of a rack still deliver when what its redundancy allows for has failed. */
import type { SupplyLine } from './supply.ts';
import { sumUsable } from './supply.ts';

export type Carry =
  | { readonly kind: 'known'; readonly usableW: number /** What is left, for sentences. */; readonly left: string }
  | { readonly kind: 'not-known'; readonly reason: string };

/** All but one PDU; of unequal ones the strongest is out. */
export function computeAllButOne(lines: readonly SupplyLine[], rackName: string): Carry {
  const usableW = sumUsable(lines);
  if (usableW === null) return explainUnrated(rackName);
  const strongestW = Math.max(0, ...lines.map(({ rating }) => rating.usableW ?? 0));
  return { kind: 'known', usableW: usableW - strongestW, left: 'with one PDU out the others carry' };
}

/**
 * The weaker side alone. Sides are feeds; where no PDU names its feed, half of the PDUs are taken to hang on each of two.
 * `nameFeed` gives a feed's name by its id.
 */
export function computeOneSide(
  lines: readonly SupplyLine[],
  rackName: string,
  nameFeed: (feedId: string) => string,
): Carry {
  const totalW = sumUsable(lines);
  if (totalW === null) return explainUnrated(rackName);
  const sides = new Map<string | null, number>();
  for (const { pdus, usableW } of lines) sides.set(pdus.feedId, (sides.get(pdus.feedId) ?? 0) + (usableW ?? 0));
  if (!sides.has(null)) {
    const [weakest, ...others] = [...sides].toSorted(([, x], [, y]) => x - y);
    if (!weakest) return { kind: 'known', usableW: 0, left: 'its PDUs carry' };
    const name = nameFeed(weakest[0] ?? '');
    if (others.length === 0)
      return { kind: 'known', usableW: 0, left: `all its PDUs hang on ${name}, and without it carry` };
    return { kind: 'known', usableW: weakest[1], left: `${name} alone carries` };
  }
  if (sides.size > 1) return { kind: 'not-known', reason: `the feed of some PDUs of ${rackName} is not said` };
  const count = lines.reduce((sum, { pdus }) => sum + pdus.count, 0);
  const usableW = count === 0 ? 0 : (totalW / count) * Math.floor(count / 2);
  return { kind: 'known', usableW, left: 'one of its two feeds carries' };
}

function explainUnrated(rackName: string): Carry {
  return { kind: 'not-known', reason: `the usable power of the PDUs of ${rackName} is not known` };
}
