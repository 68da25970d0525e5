/**
 * What the window and the simulation worker say to each other. Results of the closed form come in one reply and only for the
 * newest question; the flow model reports how far it is and can be called off.
 */
import type { Result } from '#core/base/result.ts';
import type { Design } from '#core/design/design.ts';
import type { Scenario } from '#core/design/scenario.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import type { Simulated } from '#core/sim/simulate.ts';

/** How far a run of the flow model is. */
export interface FlowProgress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** `serial` names what is drawn, scenarios aside. `design` is null when the worker was sent that serial last. */
interface Drawn {
  readonly requestId: number;
  readonly serial: number;
  readonly design: Design | null;
}

export type SimRequest =
  /** Calls off older questions of the same kind. */
  | (Drawn & { readonly kind: 'simulate'; readonly scenario: Scenario })
  | (Drawn & { readonly kind: 'compare'; readonly scenarios: readonly Scenario[] })
  /** Calls off the run under way. */
  | (Drawn & { readonly kind: 'run-flows'; readonly scenario: Scenario })
  | { readonly kind: 'cancel-flows' };

export type SimReply =
  | { readonly kind: 'simulated'; readonly requestId: number; readonly simulated: Simulated }
  | { readonly kind: 'compared'; readonly requestId: number; readonly simulated: readonly Simulated[] }
  | { readonly kind: 'flow-progress'; readonly requestId: number; readonly progress: FlowProgress }
  | { readonly kind: 'flow'; readonly requestId: number; readonly flow: Result<FlowReport, string> }
  /** A fault of ours; the design itself is untouched. */
  | { readonly kind: 'failure'; readonly requestId: number; readonly details: string };
