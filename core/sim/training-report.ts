/** What a training step costs on the drawn fabric, and what it would cost on one without limits. Times in ms. */

import type { Bottleneck } from './estimate.ts';
import type { ServingReport } from './serving/serving-report.ts';

/** One kind of exchange; an axis may have several. */
export interface AxisTraffic {
  readonly axis: 'tensor' | 'context' | 'pipeline' | 'data' | 'expert';
  /** What is exchanged, e.g. 'reduce-scatter of gradients'; tells the exchanges of one axis apart. */
  readonly collective: string;
  /** GPUs of one group; all groups work at once. */
  readonly groupSize: number;
  readonly sizeBytes: number;
  readonly countPerStep: number;
  readonly timeEachUs: number;
  readonly totalMs: number;
  /** Not hidden behind compute. */
  readonly exposedMs: number;
  /** The same on the ideal network. */
  readonly idealExposedMs: number;
  readonly bottleneck: Bottleneck;
}

export interface StepTime {
  readonly computeMs: number;
  readonly bubbleMs: number;
  readonly exposedMs: number;
  readonly stepMs: number;
  /** Model FLOPs utilisation, 0 to 1. */
  readonly mfu: number;
}

export interface TrainingReport {
  readonly modelName: string;
  readonly gpuCount: number;
  readonly layout: {
    readonly tensor: number;
    readonly context: number;
    readonly pipeline: number;
    readonly data: number;
    readonly expert: number;
  };
  readonly flopsPerStep: number;
  readonly drawn: StepTime;
  readonly ideal: StepTime;
  readonly traffic: readonly AxisTraffic[];
  /** Share of the step in which GPUs wait for the network, 0 to 1. */
  readonly networkShare: number;
  readonly tokensPerSecond: number;
  readonly lostGpuHoursPerYear: number;
  /** null = no price given. */
  readonly lostMoneyPerYear: number | null;
  readonly currency: string;
  readonly checkpoint: CheckpointReport | null;
  /** The trained model served by the same GPUs; null = they are one scale-up domain. */
  readonly serving: ServingReport | null;
  readonly notes: readonly string[];
}

export interface CheckpointReport {
  readonly sizeBytes: number;
  readonly writeSeconds: number;
  readonly restoreSeconds: number;
  /** What sets the pace, e.g. 'storage servers', 'compute NICs of the storage fabric'. */
  readonly limit: string;
  /** Share of running time spent waiting for checkpoints. */
  readonly overheadShare: number;
}
