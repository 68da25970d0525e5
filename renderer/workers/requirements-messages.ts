/**
 * What the dialog of requirements and its worker say to each other. One question brings several answers: first the design,
 * then what it is compared with, one by one; a newer question ends the answers to the older one.
 */
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { PriceSum } from '#core/analysis/bom-report.ts';
import type { PartialSum } from '#core/analysis/report.ts';
import type { Design, DeviceRole } from '#core/design/design.ts';
import type { Requirements } from '#core/generate/requirements.ts';

/** A question for the derivation of a figure ends nothing; it has numbers of its own. */
export type RequirementsRequest =
  | { readonly kind: 'generate'; readonly requestId: number; readonly requirements: Requirements }
  | {
      readonly kind: 'explain';
      readonly requestId: number;
      readonly requirements: Requirements;
      readonly metricId: MetricId;
    };

/** Switches of one tier of a fabric, all planes and pods together. */
export interface TierSummary {
  readonly role: DeviceRole;
  readonly switchCount: number;
  /** As the report labels it; several when planes or groups differ. */
  readonly models: readonly string[];
  readonly groups: readonly { readonly name: string; readonly model: string; readonly count: number }[];
}

export interface FabricSummary {
  readonly fabricId: string;
  readonly name: string;
  /** Switches that another fabric has counted already (converged ones) are left out. */
  readonly tiers: readonly TierSummary[];
  readonly oversubscription: number | null;
  readonly bisectionRatio: number | null;
  /** Switches between the two endpoints farthest apart. */
  readonly switchesMost: number | null;
  readonly latencyMaxNs: number | null;
}

/** What the dialog shows of a report. */
export interface DesignSummary {
  readonly gpuCount: number;
  readonly endpointCount: number;
  readonly switchCount: number;
  readonly cableCount: number;
  readonly transceiverCount: number;
  /** 0 = nothing is placed in racks. */
  readonly rackCount: number;
  readonly powerMaxW: PartialSum;
  /** Everything but the endpoints themselves: switches, and all transceivers. */
  readonly networkPowerMaxW: PartialSum;
  /** Switches, NICs, modules and cables at the prices that come with the catalog. */
  readonly networkCost: PriceSum;
  readonly currency: string;
  readonly fabrics: readonly FabricSummary[];
  readonly errorCount: number;
  readonly warningCount: number;
}

/** Other requirements, and in one line what is changed in them. */
export interface Proposal {
  readonly label: string;
  readonly requirements: Requirements;
}

export type RequirementsReply =
  | {
      readonly kind: 'fits';
      readonly requestId: number;
      readonly design: Design;
      readonly notes: readonly string[];
      readonly summary: DesignSummary;
    }
  | { readonly kind: 'misfit'; readonly requestId: number; readonly message: string }
  /** Alternatives to a design that fits, ways out of one that does not. */
  | { readonly kind: 'proposals'; readonly requestId: number; readonly proposals: readonly Proposal[] }
  /** `null` = it turned out not to fit. */
  | {
      readonly kind: 'compared';
      readonly requestId: number;
      readonly index: number;
      readonly summary: DesignSummary | null;
    }
  | { readonly kind: 'done'; readonly requestId: number }
  /** null = there is no such figure. */
  | { readonly kind: 'explanation'; readonly requestId: number; readonly explanation: Explanation | null }
  /** A fault of ours. */
  | { readonly kind: 'failure'; readonly requestId: number; readonly details: string };
