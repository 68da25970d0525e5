/**
 * The units the user wants figures in. Values are kept and computed in Gb/s, W and m; only their texts and fields change. Set by the
 * window before it draws anew.
 */

export interface Units {
  /** `usual`: networks in bits, collectives in bytes, as data sheets and benchmarks print them. */
  readonly bandwidth: 'usual' | 'bits' | 'bytes';
  readonly heat: 'watts' | 'btu';
  readonly length: 'metres' | 'feet';
}

export const USUAL_UNITS: Units = { bandwidth: 'usual', heat: 'watts', length: 'metres' };

/** Metres in an international foot, exactly. */
export const METRES_PER_FOOT = 0.3048;
/** BTU/h in a watt: 3600 s / 1055.056 J. */
export const BTU_PER_HOUR_PER_WATT = 3600 / 1055.055_852_62;

let current: Units = USUAL_UNITS;

export function units(): Units {
  return current;
}

export function setUnits(next: Units): void {
  current = next;
}
