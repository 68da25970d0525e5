/** What a device's power supplies plug into, and what a PDU offers. */
import type { DevicePart, PduPart, PowerSupply } from '../../../catalog/part.ts';

/** A C13 outlet carries 10 A (IEC 60320-1), at 240 V this many W: larger supplies have C20 inlets. */
const C13_LIMIT_W = 2400;

export interface Outlets {
  readonly c13: number;
  readonly c19: number;
  /** 1 = there is one. */
  readonly busbar: number;
  /** Outlets that take either plug. */
  readonly either: number;
}

/** As stated, or by the size of the supply; null = not known. */
export function getInlet({ psu }: DevicePart): PowerSupply['inlet'] {
  if (!psu) return null;
  if (psu.inlet !== null) return psu.inlet;
  return psu.wattsEach !== null && psu.wattsEach > C13_LIMIT_W ? 'C20' : null;
}

/** Whether its supplies come in two equal halves, one for each feed: 1+1, 3+3, N+N. */
export function needsEqualFeeds({ psu }: DevicePart): boolean {
  const match = /^(\d+|N)\s*\+\s*(\d+|N)/.exec(psu?.redundancy ?? '');
  return match !== null && match[1] === match[2];
}

/** null = not known. */
export function countOutlets({ outlets }: PduPart): Outlets | null {
  if (outlets === null) return null;
  const sum = { c13: 0, c19: 0, busbar: 0, either: 0 };
  for (const [kind, count] of Object.entries(outlets)) {
    if (/busbar/.test(kind)) sum.busbar += count;
    else if (/C13/.test(kind) && /C19/.test(kind)) sum.either += count;
    else if (/C13/.test(kind)) sum.c13 += count;
    else if (/C19/.test(kind)) sum.c19 += count;
  }
  return sum;
}
