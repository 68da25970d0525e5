/** Bandwidth of every member towards the endpoints and away from them, Gb/s, one direction. */
export interface SwitchBandwidth {
  readonly down: Float64Array;
  readonly away: Float64Array;
}
