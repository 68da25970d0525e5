/** Flows as the algorithms of fair sharing take them: the links on each one's way, and what holds it back by itself. */

/** Hops of flow f are first[f] .. first[f + 1] - 1. */
export interface FlowPaths {
  readonly flowCount: number;
  readonly first: Uint32Array;
  readonly link: Uint32Array;
  /** By hop: part of the flow's rate that takes this link; null = all of it on every hop. */
  readonly share: Float32Array | Float64Array | null;
}

export interface FlowLimits {
  /** By flow: equal flows that it stands for; its rate is theirs together. null = one each. */
  readonly weight: Float64Array | null;
  /** By flow: highest rate; null = no caps. */
  readonly cap: Float64Array | null;
}
