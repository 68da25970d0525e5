/** Why two things do not go together. A fact nobody states is not a fit, but it is not a proven misfit either. */
export interface Misfit {
  /** One sentence without a full stop. */
  readonly reason: string;
  /** The facts compared are known and disagree; false = one of them is not known. */
  readonly isProven: boolean;
}

export function misfit(reason: string): Misfit {
  return { reason, isProven: true };
}

export function notKnown(reason: string): Misfit {
  return { reason, isProven: false };
}

/** The misfit when it is proven; lets pass what nobody knows. */
export function takeProven(found: Misfit | null): Misfit | null {
  return found?.isProven === true ? found : null;
}
