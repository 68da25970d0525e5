/**
 * Keeps one worker busy with the newest design: never more than one analysis in flight and one waiting, older waiting ones
 * are dropped, and what is left to do for an older design is given up once its first figures are there. Other questions (previews, exports) go to the same worker and are answered by promise.
 * A worker that dies is replaced at the next question.
 */
import type { FirstFigures, Report } from '#core/analysis/report.ts';
import { assert } from '#core/base/assert.ts';
import type { Design } from '#core/design/design.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { ReportReply, ReportRequest } from '../workers/report-messages.ts';
import type { DesignPort } from './design-port.ts';

export type WorkerPort = DesignPort<ReportRequest, ReportReply>;

export interface ReportAnswer {
  readonly report: Report;
  /** Of the current scenario; null = it cannot be asked of this design. */
  readonly estimate: CollectiveEstimate | null;
}

export interface FeedListener {
  onComputing(isComputing: boolean): void;
  /** Soon; the report of the same design follows unless another one is asked about meanwhile. */
  onFirst(first: FirstFigures, design: Design): void;
  onReport(answer: ReportAnswer, design: Design): void;
  onFailure(details: string): void;
}

type Question<R = ReportRequest> = R extends ReportRequest ? Omit<R, 'requestId'> : never;

export interface ReportFeed {
  /** Asks for the report of that design; only the newest one asked for is sure to be answered. */
  post(design: Design): void;
  ask(question: Question): Promise<ReportReply>;
  /** Names the design to the worker, so that it can reuse what it derived from it. */
  serialOf(design: Design): number;
}

interface Pending {
  readonly resolve: (reply: ReportReply) => void;
  readonly reject: (fault: Error) => void;
}

interface Analysis {
  readonly requestId: number;
  readonly design: Design;
  first: FirstFigures | null;
}

export function createReportFeed(createWorker: () => WorkerPort, listener: FeedListener): ReportFeed {
  const serials = new WeakMap<Design, number>();
  const pending = new Map<number, Pending>();
  let worker: WorkerPort | null = null;
  let lastSerial = 0;
  let lastRequestId = 0;
  let inFlight: Analysis | null = null;
  let waiting: Design | null = null;

  function serialOf(design: Design): number {
    const known = serials.get(design);
    if (known !== undefined) return known;
    lastSerial += 1;
    serials.set(design, lastSerial);
    return lastSerial;
  }

  function openWorker(): WorkerPort {
    if (worker) return worker;
    worker = createWorker();
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => lose(event.message ?? 'The worker stopped without a message.');
    return worker;
  }

  /** The worker itself died: everything it was asked stays unanswered. */
  function lose(details: string): void {
    worker?.terminate();
    worker = null;
    const unanswered = [...pending.values()];
    pending.clear();
    for (const question of unanswered) question.reject(new Error(details));
    finishAnalysis();
    listener.onFailure(details);
  }

  function receive(reply: ReportReply): void {
    if (inFlight && reply.requestId === inFlight.requestId) {
      receiveAnalysis(reply, inFlight);
      return;
    }
    const question = pending.get(reply.requestId);
    if (!question) return;
    pending.delete(reply.requestId);
    if (reply.kind === 'failure') question.reject(new Error(reply.details));
    else question.resolve(reply);
  }

  function receiveAnalysis(reply: ReportReply, asked: Analysis): void {
    if (reply.kind === 'first-figures') {
      asked.first = reply.first;
      if (waiting) finishAnalysis();
      listener.onFirst(reply.first, asked.design);
      return;
    }
    finishAnalysis();
    if (reply.kind === 'failure') listener.onFailure(reply.details);
    if (reply.kind !== 'late-figures') return;
    assert(asked.first, 'late figures came before the first ones');
    listener.onReport({ report: { ...asked.first, ...reply.late }, estimate: reply.estimate }, asked.design);
  }

  function finishAnalysis(): void {
    inFlight = null;
    const next = waiting;
    waiting = null;
    if (next) send(next);
    else listener.onComputing(false);
  }

  function send(design: Design): void {
    lastRequestId += 1;
    inFlight = { requestId: lastRequestId, design, first: null };
    listener.onComputing(true);
    openWorker().postMessage({ kind: 'analyse', requestId: lastRequestId, serial: serialOf(design), design });
  }

  return {
    serialOf,
    post(design) {
      if (inFlight?.design === design) {
        waiting = null;
        return;
      }
      // Once its first figures are there, nobody waits for the rest of an older design.
      if (inFlight && inFlight.first === null) waiting = design;
      else send(design);
    },
    ask(question) {
      lastRequestId += 1;
      const requestId = lastRequestId;
      return new Promise((resolve, reject) => {
        pending.set(requestId, { resolve, reject });
        openWorker().postMessage({ ...question, requestId });
      });
    },
  };
}
