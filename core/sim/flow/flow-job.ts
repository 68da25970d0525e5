/** A job of the flow model, ready to run: its phases with every flow's way through the fabric. */
import type { FlowPaths } from '../../graph/flow-paths.ts';

export interface RoutedPhase {
  readonly label: string;
  readonly paths: FlowPaths;
  readonly bytes: Float64Array;
  /** Before the flows start: software, protocol and the way of the first byte. */
  readonly delayUs: number;
  /** The phase takes at least this from the start of its flows; no flow is faster. */
  readonly scaleUpUs: number;
}

export interface FlowJob {
  readonly jobId: string;
  readonly phases: readonly RoutedPhase[];
  /** Starts over until the first job of the run, which does not, has ended. */
  readonly repeats: boolean;
}
