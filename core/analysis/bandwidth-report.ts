/** What the bandwidth analyses say about one fabric: plain values, part of the report. */

/** Cables of one link that a cut goes through. */
export interface CutLink {
  readonly linkId: string;
  readonly connectionCount: number;
  /** One direction, Gb/s; all of it is used by the flow across the cut. */
  readonly bandwidthGbps: number;
}

export interface BisectionCut {
  /**
   * How the endpoints were halved: 'order' (physical order, pods kept whole), 'pods' (every other pod), 'interleave' (every
   * other endpoint), 'rail' (lower rails against upper, where endpoints sit on one rail), 'islands' (parts of the fabric
   * that no cable joins), 'slab' (through the middle of a dimension), 'search' (local search).
   */
  readonly name: string;
  readonly bandwidthGbps: number;
  readonly ratio: number;
}

export interface Bisection {
  /** Max-flow between the halves on the worst cut tried, one direction, Gb/s. */
  readonly bandwidthGbps: number;
  /** Injection bandwidth of the smaller half, Gb/s. */
  readonly injectionGbps: number;
  /** bandwidth / injection; 1 = non-blocking on the cuts tried. */
  readonly ratio: number;
  /** Name of the worst of `cuts`. */
  readonly worstCut: string;
  readonly cuts: readonly BisectionCut[];
  /** The links that limit the worst cut: together exactly its bandwidth. */
  readonly cutLinks: readonly CutLink[];
  /** The endpoints are cabled to each other and pass traffic on (torus of chips). */
  readonly relaysThroughEndpoints: boolean;
  /**
   * Between the ports on the lower and on the upper rails when no server helps: what traffic that changes rails finds in the
   * fabric itself. null = endpoints have no rails. Not among `cuts`: a server joins its own ports inside.
   */
  readonly acrossRails: {
    readonly railCount: number;
    readonly bandwidthGbps: number;
    readonly injectionGbps: number;
    readonly ratio: number;
  } | null;
}
