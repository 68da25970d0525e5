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
   * that no cable joins), 'slab' (through the middle of a dimension), 'search' (local search). In a broken fabric also 'apart'
   * (parts that what is broken leaves apart) and 'search-drawn' (local search in the whole fabric).
   */
  readonly name: string;
  readonly bandwidthGbps: number;
  readonly ratio: number;
}

export interface Bisection {
  /** Max-flow between the halves on the worst cut tried, one direction, Gb/s. */
  readonly bandwidthGbps: number;
  /** Injection bandwidth of the smaller half as drawn, Gb/s. */
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

/** One switch; ratio = bandwidth towards endpoints / bandwidth away from them. */
export interface SwitchOversubscription {
  readonly deviceId: string;
  /** From 0. */
  readonly member: number;
  readonly tier: number;
  readonly downGbps: number;
  readonly awayGbps: number;
  readonly ratio: number;
}

/** The switches that ports of one rail hang on, broken ones among them. */
export interface RailOversubscription {
  /** From 0. */
  readonly rail: number;
  /** Members of device groups, from 0, ascending. */
  readonly switches: readonly { readonly deviceId: string; readonly members: readonly number[] }[];
  readonly switchCount: number;
  readonly portCount: number;
  /** null = no switch of the rail has links away from endpoints (rail-only), or none that work. */
  readonly worst: number | null;
  readonly mean: number | null;
}

/**
 * Uniform all-to-all traffic: every endpoint sends to every other in equal shares, on shortest paths only. Each figure is the part
 * of the injection bandwidth that every endpoint reaches before the first channel is full; 1 = full rate, 0 = some endpoints cannot
 * reach each other.
 */
export interface AllToAll {
  /** Flows hashed over equal-cost ports hop by hop: the load expected of each port. One draw of hashes has a busier port, so a run is slower. */
  readonly ecmp: number;
  /** Packets dealt over the same ports one by one: the load that hashing only expects is met. */
  readonly spray: number;
  /** Packets sent where there is room: the best of the splits tried over the shortest paths; an ideal that routing approaches. */
  readonly adaptive: number;
  /** Ordered endpoint pairs without a path. */
  readonly unreachablePairs: number;
  /** The link that fills first under `ecmp`; null = no traffic. */
  readonly busiestLinkId: string | null;
  /** Its load at full injection / its bandwidth, one direction; more than 1 = it limits. */
  readonly busiestLoad: number;
  /** true = from a sample of destinations, averaged over the cables of each link. */
  readonly isEstimate: boolean;
}

/** What carries no traffic in a fabric under the current scenario. */
export interface FabricFailures {
  readonly switchCount: number;
  readonly endpointCount: number;
  readonly connectionCount: number;
  /** Endpoints that work and have lost the rest of the fabric, by device group. */
  readonly cutOff: readonly CutOffEndpoints[];
}

export interface CutOffEndpoints {
  readonly deviceId: string;
  readonly count: number;
  /** Member index of the first one, from 0. */
  readonly first: number;
}

export interface PathDiversity {
  /** Most switches, or relaying endpoints, between two endpoints on a shortest path. */
  readonly diameter: number;
  /** Shortest paths between endpoints that share no switch, parallel cables counted apart; null = all share one. */
  readonly shortestPathsFewest: number | null;
  readonly shortestPathsMean: number | null;
  /** Paths with no cable in common, also longer ones: the fewest over the pairs looked at, farthest apart; null = all share a switch. */
  readonly disjointPathsFewest: number | null;
  readonly disjointPairsTried: number;
  /** true = from a sample of destinations. */
  readonly isEstimate: boolean;
}

export interface LatencyClass {
  /** direct: a cable of their own; leaf: one switch between; pod: more, in the same pod; across: the rest. */
  readonly kind: 'direct' | 'leaf' | 'pod' | 'across';
  /** Ordered pairs. */
  readonly pairCount: number;
  readonly switchesFewest: number;
  readonly switchesMost: number;
  readonly meanNs: number;
  readonly maxNs: number;
}

/** A delay that was taken for parts that do not state theirs. */
export interface DelayAssumption {
  readonly label: string;
  readonly valueNs: number;
  readonly deviceCount: number;
  readonly deviceIds: readonly string[];
}

/** What one stretch of a path adds. */
export interface LatencyStep {
  /** nic: both ends together; cable: one link, without its error correction; fec: that of one link; relay: a switch or an endpoint that relays. */
  readonly kind: 'nic' | 'cable' | 'fec' | 'relay';
  readonly ns: number;
  /** Of the link or device; null = the ends. */
  readonly refId: string | null;
  /** Of a cable, as bought where known. */
  readonly lengthM: number | null;
  /** The figure was taken for a part that states none. */
  readonly isAssumed: boolean;
}

/** One way, from host memory to host memory, over ordered endpoint pairs; the quickest of the paths with the fewest switches. */
export interface LatencyReport {
  readonly p50Ns: number;
  readonly p95Ns: number;
  readonly maxNs: number;
  readonly pairCount: number;
  readonly classes: readonly LatencyClass[];
  /** The path of a pair at the median: its steps add up to p50Ns. */
  readonly medianPath: readonly LatencyStep[];
  readonly assumptions: readonly DelayAssumption[];
  /** true = from a sample of destinations. */
  readonly isEstimate: boolean;
}
