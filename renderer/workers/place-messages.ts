/** What the window and the worker that places racks say to each other. Only the newest question is worked on. */
import type { Result } from '#core/base/result.ts';
import type { Design } from '#core/design/design.ts';
import type { FloorProposal, FloorRequest, PlaceProgress } from '#core/place/floor-proposal.ts';

export type PlaceRequest =
  | {
      readonly kind: 'propose';
      readonly requestId: number;
      readonly design: Design;
      readonly request: FloorRequest;
    }
  | { readonly kind: 'cancel' };

export type PlaceReply =
  | { readonly kind: 'progress'; readonly requestId: number; readonly progress: PlaceProgress }
  | { readonly kind: 'proposed'; readonly requestId: number; readonly proposal: Result<FloorProposal, string> }
  /** A fault of ours. */
  | { readonly kind: 'failure'; readonly requestId: number; readonly details: string };
