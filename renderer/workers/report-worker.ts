/** Runs elaboration and analysis off the UI thread. A thin shell: all thinking is in core. */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import { computeFloorRuns } from '#core/analysis/floor-runs.ts';
import { computeRailGrids } from '#core/analysis/rail-grid.ts';
import type { Report } from '#core/analysis/report.ts';
import { assert } from '#core/base/assert.ts';
import { Memory } from '#core/base/memory.ts';
import { createCatalog, extendCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { previewLink } from '#core/netlist/preview-link.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import { DesignMirror } from './design-news.ts';
import { ReplyTeller } from './reply-tables.ts';
import type { ReportReply, ReportRequest } from './report-messages.ts';
import type { ReportMessage } from './report-wire.ts';
import { openSchedule, type ScheduleDesk } from './schedule-desk.ts';

const builtInCatalog = createCatalog(builtInParts, builtInPrices);

let kept: { readonly serial: number; readonly netlist: Netlist; readonly report: Report } | null = null;

/** What the stages keep of the design before, so that an edit costs what it touches. */
let lastMemory = new Memory();

function derive(serial: number, design: Design): { readonly netlist: Netlist; readonly report: Report } {
  if (kept?.serial === serial) return kept;
  const memory = lastMemory;
  // A fault half way leaves a memory that no later design may rest on.
  lastMemory = new Memory();
  const { netlist, diagnostics } = elaborate(design, builtInCatalog, memory);
  kept = { serial, netlist, report: analyse(netlist, diagnostics, memory) };
  memory.endTurn();
  lastMemory = memory;
  return kept;
}

let schedule: { readonly netlist: Netlist; readonly desk: ScheduleDesk } | null = null;

function deriveSchedule(netlist: Netlist): ScheduleDesk {
  if (schedule?.netlist !== netlist) schedule = { netlist, desk: openSchedule(netlist) };
  return schedule.desk;
}

function estimateCurrent(netlist: Netlist): CollectiveEstimate | null {
  const estimate = estimateScenario(netlist, netlist.currentScenario);
  return estimate.ok ? estimate.value : null;
}

async function answer(request: ReportRequest): Promise<ReportReply> {
  const { requestId } = request;
  switch (request.kind) {
    case 'analyse': {
      const { report, netlist } = derive(request.serial, request.design);
      return { kind: 'report', requestId, report, estimate: estimateCurrent(netlist) };
    }
    case 'preview-link': {
      const catalog = extendCatalog(builtInCatalog, Object.values(request.design.parts));
      const preview = previewLink(request.design, catalog, request.link, request.fabric ?? undefined);
      return { kind: 'link-preview', requestId, preview };
    }
    case 'explain': {
      const { report, netlist } = derive(request.serial, request.design);
      return { kind: 'explanation', requestId, explanation: explain(netlist, report, request.metricId) };
    }
    case 'floor-runs': {
      const { netlist } = derive(request.serial, request.design);
      return { kind: 'floor-runs', requestId, runs: computeFloorRuns(netlist, request.refs) };
    }
    case 'rail-grids': {
      const { netlist } = derive(request.serial, request.design);
      return { kind: 'rail-grids', requestId, grids: computeRailGrids(netlist) };
    }
    case 'split-bom': {
      const { report, netlist } = derive(request.serial, request.design);
      return { kind: 'bom-sections', requestId, sections: computeBomBy(netlist, report.bom, request.by) };
    }
    case 'schedule-rows': {
      const desk = deriveSchedule(derive(request.serial, request.design).netlist);
      return { kind: 'schedule-rows', requestId, answer: desk.read(request.query, request.first, request.count) };
    }
    case 'find-route': {
      const desk = deriveSchedule(derive(request.serial, request.design).netlist);
      return { kind: 'route', requestId, route: desk.findRoute(request.query) };
    }
    case 'map-ports': {
      const desk = deriveSchedule(derive(request.serial, request.design).netlist);
      return { kind: 'port-maps', requestId, maps: desk.mapPorts(request.members) };
    }
    case 'try-labels': {
      const desk = deriveSchedule(derive(request.serial, request.design).netlist);
      return { kind: 'label-sample', requestId, sample: desk.tryLabels(request.labelTemplate) };
    }
  }
}

function describeFault(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
}

const mirror = new DesignMirror();
const teller = new ReplyTeller();
let design: Design | null = null;

function send(reply: ReportReply): void {
  for (const { message, transfer } of teller.list(reply)) self.postMessage(message, { transfer });
}

self.addEventListener('message', ({ data }: MessageEvent<ReportMessage>) => {
  if (data.kind === 'news') {
    design = mirror.apply(data.news);
    return;
  }
  assert(design, 'a question came before the design it is about');
  const request: ReportRequest = { ...data.question, design };
  answer(request)
    .then(send)
    .catch((fault: unknown) => {
      send({ kind: 'failure', requestId: request.requestId, details: describeFault(fault) });
    });
});
