/**
 * Runs the simulation off the UI thread, beside the report: the fast models at once, the flow model in steps, so that newer
 * questions and the user's cancel come in between. A thin shell: all thinking is in core.
 */
import { builtInParts } from '#assets/catalog/built-in-parts.ts';
import { builtInPrices } from '#assets/catalog/built-in-prices.ts';
import { assertDefined } from '#core/base/assert.ts';
import { createCatalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import type { Scenario } from '#core/design/scenario.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import { resolveConstants } from '#core/sim/constants.ts';
import { simulateFlows } from '#core/sim/flow/simulate-flows.ts';
import { placeJob } from '#core/sim/place-job.ts';
import { breakNetlist } from '#core/sim/read-scenario.ts';
import { type Simulated, simulate } from '#core/sim/simulate.ts';
import { type DesignMessage, receiveDesigns } from './design-wire.ts';
import type { SimReply, SimRequest } from './sim-messages.ts';

const catalog = createCatalog(builtInParts, builtInPrices);

/** How long the flow model may work before the messages that have arrived meanwhile are let in. */
const SLICE_MS = 40;

/** What is drawn, spelled out when it is first needed. */
interface Drawing {
  readonly serial: number;
  readonly design: Design;
  netlist: Netlist | null;
}

let drawing: Drawing | null = null;
let newestSimulateId = 0;
let runningFlowId = 0;

function takeDrawing({ serial, design }: { serial: number; design: Design | null }): Drawing {
  if (design) drawing = { serial, design, netlist: null };
  return assertDefined(drawing, `the drawing ${serial} was never sent`);
}

function spellOut(drawn: Drawing): Netlist {
  drawn.netlist ??= elaborate(drawn.design, catalog).netlist;
  return drawn.netlist;
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

function send(reply: SimReply): void {
  self.postMessage(reply);
}

async function runFlows(requestId: number, drawn: Drawing, scenario: Scenario): Promise<void> {
  const netlist = breakNetlist(spellOut(drawn), scenario);
  const placement = placeJob(netlist, scenario);
  if (!placement.ok) {
    send({ kind: 'flow', requestId, flow: placement });
    return;
  }
  const steps = simulateFlows(netlist, placement.value, scenario, resolveConstants(scenario.constants));
  let sliceEndMs = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      send({ kind: 'flow', requestId, flow: step.value });
      return;
    }
    if (performance.now() < sliceEndMs) continue;
    send({ kind: 'flow-progress', requestId, progress: step.value });
    await pause();
    if (runningFlowId !== requestId) return;
    sliceEndMs = performance.now() + SLICE_MS;
  }
}

async function answer(request: Exclude<SimRequest, { kind: 'cancel-flows' }>): Promise<void> {
  const { requestId } = request;
  const drawn = takeDrawing(request);
  if (request.kind === 'simulate') newestSimulateId = requestId;
  if (request.kind === 'run-flows') runningFlowId = requestId;
  await pause();
  switch (request.kind) {
    case 'simulate':
      if (requestId === newestSimulateId) {
        send({ kind: 'simulated', requestId, simulated: simulate(spellOut(drawn), request.scenario) });
      }
      break;
    case 'compare': {
      const simulated: Simulated[] = [];
      for (const scenario of request.scenarios) {
        simulated.push(simulate(spellOut(drawn), scenario));
        await pause();
      }
      send({ kind: 'compared', requestId, simulated });
      break;
    }
    case 'run-flows':
      if (requestId === runningFlowId) await runFlows(requestId, drawn, request.scenario);
      break;
  }
}

const receive = receiveDesigns((request: SimRequest) => {
  if (request.kind === 'cancel-flows') {
    runningFlowId = 0;
    return;
  }
  answer(request).catch((fault: unknown) => {
    const details = fault instanceof Error ? (fault.stack ?? fault.message) : String(fault);
    send({ kind: 'failure', requestId: request.requestId, details });
  });
});

self.addEventListener('message', ({ data }: MessageEvent<DesignMessage>) => receive(data));
