/**
 * The newest report of the open design. Until the report of the newest edit arrives the last one is shown, marked stale; the
 * figures that counting gives come first.
 * Panels select what they need from it and compute nothing.
 */
import { createStore, useStore } from 'zustand';
import type { BomBy, BomSection } from '#core/analysis/bom-by.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { FloorRuns } from '#core/analysis/floor-runs.ts';
import type { PortMap } from '#core/analysis/port-map.ts';
import type { RailGrid } from '#core/analysis/rail-grid-report.ts';
import type { FirstFigures, Report } from '#core/analysis/report.ts';
import type { Route, RouteQuery } from '#core/analysis/route.ts';
import { assert } from '#core/base/assert.ts';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Result } from '#core/base/result.ts';
import type { Design, Fabric, Link } from '#core/design/design.ts';
import type { ScheduleQuery } from '#core/io/schedule-index.ts';
import type { LinkPreview } from '#core/netlist/preview-link.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { WireMessage } from '../workers/reply-tables.ts';
import type { LabelSample, ScheduleAnswer } from '../workers/schedule-messages.ts';
import type { RawPort } from './design-port.ts';
import { design, designStore } from './design-store.ts';
import { createReportFeed, type ReportAnswer, type ReportFeed, type WorkerPort } from './report-feed.ts';
import { createReportPort } from './report-port.ts';

export type { LabelSample } from '../workers/schedule-messages.ts';

export interface ReportState {
  readonly report: Report | null;
  /** Report before the last edit of the same document, to show what the edit changed. */
  readonly previousReport: Report | null;
  readonly reportRevision: number;
  readonly computing: boolean;
  /** Some figures are not those of the newest edit. */
  readonly isStale: boolean;
  /** Not even those that counting gives: counts, parts, power, cost. */
  readonly isFirstStale: boolean;
  /** Details of an internal fault during analysis. */
  readonly failure: string | null;
}

const EMPTY: ReportState = {
  report: null,
  previousReport: null,
  reportRevision: -1,
  computing: false,
  isStale: false,
  isFirstStale: false,
  failure: null,
};

export const reportStore = createStore<ReportState>(() => EMPTY);

export function useReportStore<T>(selector: (state: ReportState) => T): T {
  return useStore(reportStore, selector);
}

let feed: ReportFeed | null = null;

const estimates = new WeakMap<Report, CollectiveEstimate>();

/** What the current scenario took when that report was made; null = it could not be asked. */
export function findEstimate(report: Report): CollectiveEstimate | null {
  return estimates.get(report) ?? null;
}

/** Of which document a design that was asked about is a state. */
const documentOf = new WeakMap<Design, number>();

/** Reports put together of the first figures of one design and the late ones of an older. */
const mixed = new WeakSet<Report>();

/** The answer about a document that was closed meanwhile: the next one must not be compared with it. */
function isOfOpenDocument(reported: Design): boolean {
  const { documentSerial, isOpen } = designStore.getState();
  return isOpen && documentOf.get(reported) === documentSerial;
}

/** The late figures stay those of the last report, and marked. */
function receiveFirst(first: FirstFigures, reported: Design): void {
  const { report: last, previousReport } = reportStore.getState();
  if (!isOfOpenDocument(reported) || last === null) return;
  const report: Report = { ...last, ...first, cost: { ...first.cost, fabrics: last.cost.fabrics } };
  const estimate = findEstimate(last);
  if (estimate) estimates.set(report, estimate);
  mixed.add(report);
  reportStore.setState({
    report,
    previousReport: mixed.has(last) ? previousReport : last,
    isFirstStale: designStore.getState().edit.design !== reported,
  });
}

function receiveReport({ report, estimate }: ReportAnswer, reported: Design): void {
  if (!isOfOpenDocument(reported)) return;
  if (estimate) estimates.set(report, estimate);
  const { edit } = designStore.getState();
  const isNewest = edit.design === reported;
  reportStore.setState((state) => ({
    report,
    previousReport: state.report && mixed.has(state.report) ? state.previousReport : state.report,
    reportRevision: isNewest ? edit.revision : state.reportRevision,
    isStale: !isNewest,
    isFirstStale: !isNewest,
    failure: null,
  }));
}

function postDesign(): void {
  const { isOpen, documentSerial } = designStore.getState();
  if (!feed || !isOpen) return;
  reportStore.setState({ isStale: true, isFirstStale: true });
  documentOf.set(design(), documentSerial);
  feed.post(design());
}

/** Starts reporting on the open design and every later edit of it. Returns the way to stop. */
export function startReportFeed(createWorker: () => WorkerPort): () => void {
  feed = createReportFeed(createWorker, {
    onComputing: (computing) => reportStore.setState({ computing }),
    onFirst: receiveFirst,
    onReport: receiveReport,
    onFailure: (failure) => reportStore.setState({ failure }),
  });
  const unsubscribe = designStore.subscribe((state, previous) => {
    const isOther = state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen;
    if (isOther) reportStore.setState({ ...EMPTY, computing: reportStore.getState().computing });
    if (isOther || state.edit.design !== previous.edit.design) postDesign();
  });
  postDesign();
  return () => {
    unsubscribe();
    feed = null;
    reportStore.setState(EMPTY);
  };
}

/** The module worker that runs core; bundled by Vite from this expression. */
export function createReportWorker(): WorkerPort {
  const worker = new Worker(new URL('../workers/report-worker.ts', import.meta.url), {
    type: 'module',
    name: 'report',
  });
  return createReportPort(worker as RawPort<WireMessage>);
}

function openFeed(): ReportFeed {
  assert(feed, 'the report feed was asked before it was started');
  return feed;
}

/** What a link not yet drawn would take: cables, transceivers, ports at both ends. */
export async function previewLink(link: Link, fabric?: Fabric): Promise<LinkPreview> {
  const reply = await openFeed().ask({ kind: 'preview-link', design: design(), link, fabric: fabric ?? null });
  assert(reply.kind === 'link-preview', `a preview was answered with ${reply.kind}`);
  return reply.preview;
}

/** How a figure of the report comes about; null when the design has no such figure. */
export async function explainMetric(metricId: MetricId): Promise<Explanation | null> {
  const current = design();
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'explain', serial: asked.serialOf(current), design: current, metricId });
  assert(reply.kind === 'explanation', `an explanation was answered with ${reply.kind}`);
  return reply.explanation;
}

/** Where the cables of those objects run on the floor of that design. */
export async function askFloorRuns(current: Design, refs: readonly ObjectRef[]): Promise<FloorRuns> {
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'floor-runs', serial: asked.serialOf(current), design: current, refs });
  assert(reply.kind === 'floor-runs', `cable runs were answered with ${reply.kind}`);
  return reply.runs;
}

/** Which leaf every rail of every server reaches, fabric by fabric. */
export async function askRailGrids(): Promise<readonly RailGrid[]> {
  const current = design();
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'rail-grids', serial: asked.serialOf(current), design: current });
  assert(reply.kind === 'rail-grids', `rail grids were answered with ${reply.kind}`);
  return reply.grids;
}

/** The bill of materials taken apart; lines are told by their place in the report's. */
export async function splitBom(by: BomBy): Promise<readonly BomSection[]> {
  const current = design();
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'split-bom', serial: asked.serialOf(current), design: current, by });
  assert(reply.kind === 'bom-sections', `a split bill of materials was answered with ${reply.kind}`);
  return reply.sections;
}

/** Rows of the cable schedule, `count` of them from `first` on, in the order and through the filters of the query. */
export async function readSchedule(query: ScheduleQuery, first: number, count: number): Promise<ScheduleAnswer> {
  const current = design();
  const asked = openFeed();
  const serial = asked.serialOf(current);
  const reply = await asked.ask({ kind: 'schedule-rows', serial, design: current, query, first, count });
  assert(reply.kind === 'schedule-rows', `rows of the schedule were answered with ${reply.kind}`);
  return reply.answer;
}

/** What a label template would make of the first cables. */
export async function tryLabels(labelTemplate: string): Promise<LabelSample> {
  const current = design();
  const asked = openFeed();
  const serial = asked.serialOf(current);
  const reply = await asked.ask({ kind: 'try-labels', serial, design: current, labelTemplate });
  assert(reply.kind === 'label-sample', `labels were answered with ${reply.kind}`);
  return reply.sample;
}

/** The way from one device to another, or the sentence that says why there is none. */
export async function findRoute(query: RouteQuery): Promise<Result<Route, string>> {
  const current = design();
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'find-route', serial: asked.serialOf(current), design: current, query });
  assert(reply.kind === 'route', `a path was answered with ${reply.kind}`);
  return reply.route;
}

/** Front panels with what every port leads to; members that are not there are left out. */
export async function mapPorts(
  members: readonly { readonly deviceId: string; readonly member: number }[],
): Promise<readonly PortMap[]> {
  const current = design();
  const asked = openFeed();
  const reply = await asked.ask({ kind: 'map-ports', serial: asked.serialOf(current), design: current, members });
  assert(reply.kind === 'port-maps', `port maps were answered with ${reply.kind}`);
  return reply.maps;
}
