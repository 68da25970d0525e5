/** One kind of message exchange of a training step: over which GPUs, how large, how often, and what may hide it. */
import type { Collective, Layout } from '../../netlist/netlist.ts';
import type { AxisTraffic } from '../training-report.ts';

export type Axis = AxisTraffic['axis'];

/** Compute that runs meanwhile. */
export type Cover =
  /** A given share of the exchange. */
  | { readonly kind: 'share'; readonly share: number }
  /** Attention over the keys and values at hand. */
  | { readonly kind: 'attention' }
  /** Other micro-batches of the pipeline. */
  | { readonly kind: 'pipeline' }
  /** Part of a stretch of the step, shared by all exchanges that name it. */
  | { readonly kind: 'stretch'; readonly stretch: Stretch };

/** The last micro-batch's backward pass; or every micro-batch's forward or backward pass. */
export type Stretch = 'last-backward' | 'forward' | 'backward';

export interface Operation {
  readonly axis: Axis;
  readonly label: string;
  readonly collective: Collective;
  /** In the sense of nccl-tests. */
  readonly sizeBytes: number;
  /** Per GPU. */
  readonly countPerStep: number;
  /** The ranks of a group are those of `axis` under this layout; null = of the job's own. */
  readonly groupLayout: Layout | null;
  readonly cover: Cover;
  /** Experts a token goes to, where a copy for each domain is enough; absent = every copy travels. */
  readonly routed?: { readonly expertsPerToken: number; readonly domainLimit: number | null };
}
