/**
 * Places racks on a floor off the UI thread, in steps, so that the user's cancel and newer questions come in between. A thin
 * shell: all thinking is in core.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { FloorRequest } from '#core/place/floor-proposal.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import { type DesignMessage, receiveDesigns } from './design-wire.ts';
import type { PlaceReply, PlaceRequest } from './place-messages.ts';

const catalog = createCatalog(builtInParts);

/** How long to work before the messages that have arrived meanwhile are let in. */
const SLICE_MS = 40;

let newestRequestId = 0;

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function send(reply: PlaceReply): void {
  self.postMessage(reply);
}

async function propose(requestId: number, design: Design, request: FloorRequest): Promise<void> {
  await pause();
  if (requestId !== newestRequestId) return;
  const steps = proposeFloor(elaborate(design, catalog).netlist, request);
  let sliceEndMs = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      send({ kind: 'proposed', requestId, proposal: step.value });
      return;
    }
    if (performance.now() < sliceEndMs) continue;
    send({ kind: 'progress', requestId, progress: step.value });
    await pause();
    if (requestId !== newestRequestId) return;
    sliceEndMs = performance.now() + SLICE_MS;
  }
}

const receive = receiveDesigns((question: PlaceRequest) => {
  if (question.kind === 'cancel') {
    newestRequestId = 0;
    return;
  }
  const { requestId } = question;
  newestRequestId = requestId;
  propose(requestId, question.design, question.request).catch((fault: unknown) => {
    const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    send({ kind: 'failure', requestId, details });
  });
});

self.addEventListener('message', ({ data }: MessageEvent<DesignMessage>) => receive(data));
