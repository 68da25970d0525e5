/** What the flow model answers: when phases end, how full every cable gets, and how far chance spreads the result. */

/** One job's collective, all seeds. Times in us. */
export interface FlowJobResult {
  /** 'main', or the traffic's id. */
  readonly jobId: string;
  readonly name: string;
  readonly medianUs: number;
  readonly p5Us: number;
  readonly p95Us: number;
  /** Alone on the fabric with perfect spreading: what chance and neighbours cost is the difference. */
  readonly idealUs: number;
  readonly busbwGBps: number;
}

export interface FlowPhase {
  readonly jobId: string;
  readonly label: string;
  readonly startUs: number;
  readonly endUs: number;
  readonly flowCount: number;
}

export interface BusyLink {
  /** Link of the design. */
  readonly linkId: string;
  readonly memberA: number;
  readonly memberB: number;
  readonly nameA: string;
  readonly nameB: string;
  readonly direction: 'a-to-b' | 'b-to-a';
  readonly gbps: number;
  /** Mean over the run and highest, shares of the line rate. */
  readonly meanUtilisation: number;
  readonly peakUtilisation: number;
  readonly flowCount: number;
}

export interface FlowReport {
  readonly scenarioId: string;
  readonly jobs: readonly FlowJobResult[];
  /** Of the run nearest the median. */
  readonly timeline: readonly FlowPhase[];
  /** Busiest first, at most 200. */
  readonly busiest: readonly BusyLink[];
  /** By link of the design: the fullest of its cables, share of the line rate, in the run nearest the median. */
  readonly utilisationOfLink: Readonly<Record<string, number>>;
  readonly meanUtilisationOfLink: Readonly<Record<string, number>>;
  readonly seedCount: number;
  readonly flowCount: number;
  /** Flows that found no way: the fabric is split for them. */
  readonly strandedCount: number;
  /** What was simplified for this run, e.g. a ring sampled by one of its equal steps. */
  readonly notes: readonly string[];
}
