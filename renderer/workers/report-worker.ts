/** Runs elaboration and analysis off the UI thread. A thin shell: all thinking is in core. */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import { computeFloorRuns } from '#core/analysis/floor-runs.ts';
import { computeRailGrids } from '#core/analysis/rail-grid.ts';
import { createCatalog, extendCatalog } from '#core/catalog/catalog.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { previewLink } from '#core/netlist/preview-link.ts';
import { DesignStages } from './design-stages.ts';
import { type DesignMessage, receiveDesigns } from './design-wire.ts';
import { Rehearsal } from './rehearsal.ts';
import { ReplyTeller } from './reply-tables.ts';
import type { ReportReply, ReportRequest } from './report-messages.ts';
import { openSchedule, type ScheduleDesk } from './schedule-desk.ts';

const builtInCatalog = createCatalog(builtInParts, builtInPrices);

const stages = new DesignStages(builtInCatalog);

let schedule: { readonly netlist: Netlist; readonly desk: ScheduleDesk } | null = null;

function deriveSchedule(netlist: Netlist): ScheduleDesk {
  if (schedule?.netlist !== netlist) schedule = { netlist, desk: openSchedule(netlist) };
  return schedule.desk;
}

/** The newest analysis asked for: older ones need not be gone on with. */
let newestAnalysis = 0;

/** First what counting gives; the rest unless another design is asked about meanwhile. */
async function analyseDesign({ requestId, serial, design }: ReportRequest & { kind: 'analyse' }): Promise<void> {
  newestAnalysis = requestId;
  send({ kind: 'first-figures', requestId, first: stages.readFirst(serial, design) });
  await nextMessages();
  if (newestAnalysis !== requestId) return;
  send({ kind: 'late-figures', requestId, ...stages.readRest(serial, design) });
}

/** Lets messages in that wait. */
function nextMessages(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

async function answer(request: Exclude<ReportRequest, { kind: 'analyse' }>): Promise<ReportReply> {
  const { requestId } = request;
  switch (request.kind) {
    case 'preview-link': {
      const catalog = extendCatalog(builtInCatalog, Object.values(request.design.parts));
      const preview = previewLink(request.design, catalog, request.link, request.fabric ?? undefined);
      return { kind: 'link-preview', requestId, preview };
    }
    case 'explain': {
      const netlist = stages.readNetlist(request.serial, request.design);
      const report = stages.readReport(request.serial, request.design);
      return { kind: 'explanation', requestId, explanation: explain(netlist, report, request.metricId) };
    }
    case 'floor-runs': {
      const netlist = stages.readNetlist(request.serial, request.design);
      return { kind: 'floor-runs', requestId, runs: computeFloorRuns(netlist, request.refs) };
    }
    case 'rail-grids': {
      const netlist = stages.readNetlist(request.serial, request.design);
      return { kind: 'rail-grids', requestId, grids: computeRailGrids(netlist) };
    }
    case 'split-bom': {
      const netlist = stages.readNetlist(request.serial, request.design);
      const { bom } = stages.readFirst(request.serial, request.design);
      return { kind: 'bom-sections', requestId, sections: computeBomBy(netlist, bom, request.by) };
    }
    case 'schedule-rows': {
      const desk = deriveSchedule(stages.readNetlist(request.serial, request.design));
      return { kind: 'schedule-rows', requestId, answer: desk.read(request.query, request.first, request.count) };
    }
    case 'find-route': {
      const desk = deriveSchedule(stages.readNetlist(request.serial, request.design));
      return { kind: 'route', requestId, route: desk.findRoute(request.query) };
    }
    case 'map-ports': {
      const desk = deriveSchedule(stages.readNetlist(request.serial, request.design));
      return { kind: 'port-maps', requestId, maps: desk.mapPorts(request.members) };
    }
    case 'try-labels': {
      const desk = deriveSchedule(stages.readNetlist(request.serial, request.design));
      return { kind: 'label-sample', requestId, sample: desk.tryLabels(request.labelTemplate) };
    }
  }
}

function describeFault(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

const rehearsal = new Rehearsal(builtInCatalog);
/** So long nobody has asked anything: opening the window and drawing come first. */
const REHEARSAL_AFTER_MS = 2000;
let nextStep: ReturnType<typeof setTimeout> | undefined;

function rehearseIn(ms: number): void {
  clearTimeout(nextStep);
  if (rehearsal.isOver) return;
  nextStep = setTimeout(() => {
    rehearsal.step();
    rehearseIn(0);
  }, ms);
}

const teller = new ReplyTeller();

function send(reply: ReportReply): void {
  for (const { message, transfer } of teller.list(reply)) self.postMessage(message, { transfer });
}

const receive = receiveDesigns((request: ReportRequest) => {
  const answered = request.kind === 'analyse' ? analyseDesign(request) : answer(request).then(send);
  answered.catch((fault: unknown) => {
    send({ kind: 'failure', requestId: request.requestId, details: describeFault(fault) });
  });
});

self.addEventListener('message', ({ data }: MessageEvent<DesignMessage>) => {
  rehearseIn(REHEARSAL_AFTER_MS);
  receive(data);
});

rehearseIn(REHEARSAL_AFTER_MS);
