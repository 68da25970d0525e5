/**
 * Chance that repeats: the same seed gives the same numbers on every machine. Mulberry32 (T. Ettinger 2017, public
 * domain): 32 bits of state, period 2^32; good enough to pick starting points, not for secrets.
 */

export interface Random {
  /** From 0 up to but not including `bound`. */
  nextInt(bound: number): number;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return {
    nextInt(bound) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
    },
  };
}
