/** Writes one file from a design, off the UI thread and beside the report, and tells how far it is. A thin shell around core. */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { analyse } from '#core/analysis/analyse.ts';
import { computeBomBy } from '#core/analysis/bom-by.ts';
import type { BomBy, BomSection } from '#core/analysis/bom-report.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { writeCableSchedule } from '#core/io/cable-schedule.ts';
import type { ExportProgress } from '#core/io/export-progress.ts';
import { writeWorkbook } from '#core/io/workbook.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { type DesignMessage, receiveDesigns } from './design-wire.ts';
import type { ExportReply, ExportRequest } from './export-messages.ts';
import { workerBytes } from './worker-bytes.ts';

/** How often progress is told. */
const TELL_MS = 80;

function send(reply: ExportReply): void {
  self.postMessage(reply);
}

/** Takes the steps one by one. */
async function finish<T>(steps: Generator<ExportProgress, T> | AsyncGenerator<ExportProgress, T>): Promise<T> {
  let nextMs = 0;
  for (let step = await steps.next(); ; step = await steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < nextMs) continue;
    send({ kind: 'progress', progress: step.value });
    nextMs = performance.now() + TELL_MS;
  }
}

function writeBook(design: Design): Promise<Uint8Array<ArrayBuffer>> {
  const { netlist, diagnostics } = elaborate(design, createCatalog(builtInParts, builtInPrices));
  const report = analyse(netlist, diagnostics);
  const split = (by: BomBy): BomSection[] => computeBomBy(netlist, report.bom, by);
  const sections = { fabric: split('fabric'), rack: split('rack'), phase: split('phase') };
  return finish(writeWorkbook({ report, netlist, sections }, workerBytes));
}

async function writeSchedule(design: Design): Promise<Uint8Array<ArrayBuffer>> {
  const { netlist } = elaborate(design, createCatalog(builtInParts, builtInPrices));
  return workerBytes.encode(await finish(writeCableSchedule(netlist)));
}

const receive = receiveDesigns(({ file, design }: ExportRequest) => {
  const written = file === 'workbook' ? writeBook(design) : writeSchedule(design);
  written.then(
    (bytes) => self.postMessage({ kind: 'written', bytes } satisfies ExportReply, { transfer: [bytes.buffer] }),
    (fault: unknown) => {
      const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
      send({ kind: 'failure', details });
    },
  );
});

self.addEventListener('message', ({ data }: MessageEvent<DesignMessage>) => receive(data));
