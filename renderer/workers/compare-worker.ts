/** Elaborates and analyses two designs off the UI thread and sets them side by side. A thin shell: all thinking is in core. */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { compareReports } from '#core/analysis/compare/compare-reports.ts';
import { explain } from '#core/analysis/explain/explain.ts';
import type { Report } from '#core/analysis/report.ts';
import { assertDefined } from '#core/base/assert.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { DEFAULT_PRICE_BOOK, mergePriceBooks, type PriceBook } from '#core/design/price-book.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { carryScenario } from '#core/sim/carry-scenario.ts';
import { estimateScenario } from '#core/sim/estimate-scenario.ts';
import type { CompareReply, CompareRequest } from './compare-messages.ts';
import { type DesignMessage, receiveDesigns } from './design-wire.ts';

const catalog = createCatalog(builtInParts, builtInPrices);

interface Studied {
  readonly netlist: Netlist;
  readonly report: Report;
}

let own: Design | null = null;
let other: Design | null = null;
let studiedOwn: Studied | null = null;
let studiedOther: Studied | null = null;
/** The book that the other design was studied with. */
let usedBook: PriceBook | undefined;
let newestRequestId = 0;

function study(design: Design): Studied {
  const { netlist, diagnostics } = elaborate(design, catalog);
  return { netlist, report: analyse(netlist, diagnostics) };
}

/** As drawn, with the prices of the own design. */
function studyOther(design: Design, book: PriceBook | undefined): Studied {
  const merged = mergePriceBooks(book ?? DEFAULT_PRICE_BOOK, design.priceBook ?? DEFAULT_PRICE_BOOK);
  return study({ ...design, priceBook: merged });
}

/** Lets the messages that have arrived meanwhile in, among them newer questions. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

type Question = Extract<CompareRequest, { kind: 'compare' }>;

function take(request: Question): void {
  newestRequestId = request.requestId;
  if (request.own) {
    own = request.own;
    studiedOwn = null;
  }
  if (request.other) {
    other = request.other;
    studiedOther = null;
  }
}

async function answer({ requestId, scenario }: Question): Promise<void> {
  await pause();
  if (requestId !== newestRequestId) return;
  const ownDesign = assertDefined(own, 'the own design was never sent');
  const otherDesign = assertDefined(other, 'the other design was never sent');
  studiedOwn ??= study(ownDesign);
  await pause();
  if (requestId !== newestRequestId) return;
  if (studiedOther === null || usedBook !== ownDesign.priceBook) {
    usedBook = ownDesign.priceBook;
    studiedOther = studyOther(otherDesign, usedBook);
  }
  const carried = carryScenario(scenario);
  send({
    kind: 'compared',
    requestId,
    comparison: compareReports(studiedOwn.report, studiedOther.report),
    times: {
      own: estimateScenario(studiedOwn.netlist, scenario),
      other: estimateScenario(studiedOther.netlist, carried.scenario),
      leftOut: carried.leftOut,
    },
  });
}

function send(reply: CompareReply): void {
  self.postMessage(reply);
}

const receive = receiveDesigns((request: CompareRequest) => {
  const { requestId } = request;
  if (request.kind === 'explain') {
    const studied = request.side === 'own' ? studiedOwn : studiedOther;
    const explanation = studied && explain(studied.netlist, studied.report, request.metricId);
    send({ kind: 'explanation', requestId, explanation });
    return;
  }
  take(request);
  answer(request).catch((fault: unknown) => {
    const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    send({ kind: 'failure', requestId, details });
  });
});

self.addEventListener('message', ({ data }: MessageEvent<DesignMessage>) => receive(data));
