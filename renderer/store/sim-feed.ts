/**
 * Talks to the simulation worker: tells it what is drawn only when that changed, gives out request ids, keeps promises.
 * A worker that dies is replaced at the next question.
 */
import type { Design } from '#core/design/design.ts';
import type { Scenario } from '#core/design/scenario.ts';
import type { Simulated } from '#core/sim/simulate.ts';
import type { FlowProgress, SimReply, SimRequest } from '../workers/sim-messages.ts';
import type { DesignPort } from './design-port.ts';

export type SimPort = DesignPort<SimRequest, SimReply>;

type FlowOutcome = Extract<SimReply, { kind: 'flow' }>['flow'];

/** Called for the newest question of its kind only. */
export interface SimListener {
  onSimulated(simulated: Simulated): void;
  onProgress(progress: FlowProgress): void;
  onFlow(flow: FlowOutcome): void;
  /** Everything under way is lost. */
  onFailure(details: string): void;
}

export interface SimFeed {
  simulate(design: Design, scenario: Scenario): void;
  runFlows(design: Design, scenario: Scenario): void;
  cancelFlows(): void;
  compare(design: Design, scenarios: readonly Scenario[]): Promise<readonly Simulated[]>;
  /** Ends the worker; the next question starts another. */
  close(): void;
}

/** What no simulated time depends on, or what travels beside the design. */
const APART: ReadonlySet<string> = new Set<keyof Design>([
  'name',
  'notes',
  'scenarios',
  'currentScenarioId',
  'spares',
  'priceBook',
  'views',
  'titleBlock',
]);

/** True when both designs draw the same things; their scenarios may differ. */
export function isSameDrawing(a: Design, b: Design): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Design>;
  return [...keys].every((key) => APART.has(key) || a[key] === b[key]);
}

interface Pending {
  readonly resolve: (simulated: readonly Simulated[]) => void;
  readonly reject: (fault: Error) => void;
}

export function createSimFeed(createWorker: () => SimPort, listener: SimListener): SimFeed {
  const pending = new Map<number, Pending>();
  let worker: SimPort | null = null;
  let sent: Design | null = null;
  let serial = 0;
  let lastRequestId = 0;
  let simulateId = 0;
  let flowId = 0;

  function openWorker(): SimPort {
    if (worker) return worker;
    worker = createWorker();
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => {
      const details = event.message ?? 'The worker stopped without a message.';
      end(details);
      listener.onFailure(details);
    };
    return worker;
  }

  function end(details: string): void {
    worker?.terminate();
    worker = null;
    sent = null;
    simulateId = 0;
    flowId = 0;
    const unanswered = [...pending.values()];
    pending.clear();
    for (const question of unanswered) question.reject(new Error(details));
  }

  function receive(reply: SimReply): void {
    const { requestId } = reply;
    switch (reply.kind) {
      case 'simulated':
        if (requestId === simulateId) listener.onSimulated(reply.simulated);
        break;
      case 'flow-progress':
        if (requestId === flowId) listener.onProgress(reply.progress);
        break;
      case 'flow':
        if (requestId === flowId) listener.onFlow(reply.flow);
        break;
      case 'compared':
        pending.get(requestId)?.resolve(reply.simulated);
        pending.delete(requestId);
        break;
      case 'failure':
        pending.get(requestId)?.reject(new Error(reply.details));
        pending.delete(requestId);
        if (requestId === simulateId || requestId === flowId) listener.onFailure(reply.details);
        break;
    }
  }

  /** What every question about that drawing carries. */
  function head(design: Design): { requestId: number; serial: number; design: Design | null } {
    lastRequestId += 1;
    const isKnown = worker !== null && sent !== null && isSameDrawing(sent, design);
    if (!isKnown) serial += 1;
    sent = design;
    return { requestId: lastRequestId, serial, design: isKnown ? null : design };
  }

  return {
    simulate(design, scenario) {
      const question = head(design);
      simulateId = question.requestId;
      openWorker().postMessage({ kind: 'simulate', ...question, scenario });
    },
    runFlows(design, scenario) {
      const question = head(design);
      flowId = question.requestId;
      openWorker().postMessage({ kind: 'run-flows', ...question, scenario });
    },
    cancelFlows() {
      flowId = 0;
      worker?.postMessage({ kind: 'cancel-flows' });
    },
    compare(design, scenarios) {
      const question = head(design);
      return new Promise((resolve, reject) => {
        pending.set(question.requestId, { resolve, reject });
        openWorker().postMessage({ kind: 'compare', ...question, scenarios });
      });
    },
    close: () => end('The design was closed.'),
  };
}
