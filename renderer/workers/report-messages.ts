/** What the window and the report worker say to each other. Plain values only: they are cloned between threads. */
import type { BomBy, BomSection } from '#core/analysis/bom-by.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { FloorRuns } from '#core/analysis/floor-runs.ts';
import type { PortMap } from '#core/analysis/port-map.ts';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import type { FirstFigures, LateFigures } from '#core/analysis/report.ts';
import type { Route, RouteQuery } from '#core/analysis/route.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Result } from '#core/base/result.ts';
import type { Design, Fabric, Link } from '#core/design/design.ts';
import type { ScheduleQuery } from '#core/io/schedule-index.ts';
import type { LinkPreview } from '#core/netlist/preview-link.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { LabelSample, ScheduleAnswer } from './schedule-messages.ts';

/** `serial` names one immutable design: the worker keeps the netlist of the last serial it saw. */
export type ReportRequest =
  | { readonly kind: 'analyse'; readonly requestId: number; readonly serial: number; readonly design: Design }
  | {
      readonly kind: 'preview-link';
      readonly requestId: number;
      readonly design: Design;
      readonly link: Link;
      readonly fabric: Fabric | null;
    }
  | {
      readonly kind: 'explain';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly metricId: MetricId;
    }
  | {
      readonly kind: 'floor-runs';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly refs: readonly ObjectRef[];
    }
  | { readonly kind: 'rail-grids'; readonly requestId: number; readonly serial: number; readonly design: Design }
  | {
      readonly kind: 'split-bom';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly by: BomBy;
    }
  /** Rows first .. first + count - 1 of those the query finds. */
  | {
      readonly kind: 'schedule-rows';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly query: ScheduleQuery;
      readonly first: number;
      readonly count: number;
    }
  | {
      readonly kind: 'try-labels';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly labelTemplate: string;
    }
  | {
      readonly kind: 'find-route';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly query: RouteQuery;
    }
  /** Members of device groups, counted from 0. */
  | {
      readonly kind: 'map-ports';
      readonly requestId: number;
      readonly serial: number;
      readonly design: Design;
      readonly members: readonly { readonly deviceId: string; readonly member: number }[];
    };

export type ReportReply =
  /** An analysis is answered twice; in full only when no newer one was asked for meanwhile. */
  | { readonly kind: 'first-figures'; readonly requestId: number; readonly first: FirstFigures }
  | {
      readonly kind: 'late-figures';
      readonly requestId: number;
      readonly late: LateFigures;
      /** Of the current scenario; null = it cannot be asked of this design. */
      readonly estimate: CollectiveEstimate | null;
    }
  | { readonly kind: 'link-preview'; readonly requestId: number; readonly preview: LinkPreview }
  /** null = the report has no such figure. */
  | { readonly kind: 'explanation'; readonly requestId: number; readonly explanation: Explanation | null }
  | { readonly kind: 'floor-runs'; readonly requestId: number; readonly runs: FloorRuns }
  | { readonly kind: 'rail-grids'; readonly requestId: number; readonly grids: readonly RailGrid[] }
  | { readonly kind: 'bom-sections'; readonly requestId: number; readonly sections: readonly BomSection[] }
  | { readonly kind: 'schedule-rows'; readonly requestId: number; readonly answer: ScheduleAnswer }
  | { readonly kind: 'port-maps'; readonly requestId: number; readonly maps: readonly PortMap[] }
  | { readonly kind: 'route'; readonly requestId: number; readonly route: Result<Route, string> }
  | { readonly kind: 'label-sample'; readonly requestId: number; readonly sample: LabelSample }
  /** A fault of ours; the design itself is untouched. */
  | { readonly kind: 'failure'; readonly requestId: number; readonly details: string };
