/**
 * The report worker as the feed knows it: designs go there, and reports come back, whole. Between the threads only what differs is
 * told, in pieces: a large design or report would hold the window up while it is copied.
 */
import type { Design } from '#core/design/design.ts';
import { listNews } from '../workers/design-news.ts';
import type { ReportReply, ReportRequest } from '../workers/report-messages.ts';
import type { ReportMessage } from '../workers/report-wire.ts';
import { ReplyReader, type WireMessage } from '../workers/reply-tables.ts';
import { nextPicture, nextTurn } from './next-turn.ts';
import type { WorkerPort } from './report-feed.ts';

/** What is needed of a Worker. */
export interface RawPort {
  postMessage(message: ReportMessage): void;
  terminate(): void;
  onmessage: ((event: { data: WireMessage }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

export function createReportPort(worker: RawPort): WorkerPort {
  const reader = new ReplyReader();
  const waiting: ReportRequest[] = [];
  let isSending = false;
  /** The design that the worker has. */
  let known: Design | null = null;

  const port: WorkerPort = {
    postMessage(request) {
      waiting.push(request);
      if (!isSending) void sendWaiting();
    },
    terminate() {
      waiting.length = 0;
      worker.terminate();
    },
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = ({ data }) => {
    const arrived = reader.read(data);
    if (arrived) port.onmessage?.({ data: arrived.reply as ReportReply });
  };
  worker.onerror = (event) => port.onerror?.(event);

  /** At once as far as one piece goes; questions keep their order. */
  async function sendWaiting(): Promise<void> {
    isSending = true;
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      const { design, ...question } = request;
      if (isOther(known, design)) await nextPicture();
      for (const news of listNews(known, design)) {
        worker.postMessage({ kind: 'news', news });
        if (!news.fields) await nextTurn();
      }
      known = design;
      worker.postMessage({ kind: 'ask', question });
    }
    isSending = false;
  }

  return port;
}

/** Nothing of the one before is left to tell it by: comparing them is work for after the first picture of it. */
function isOther(before: Design | null, now: Design): boolean {
  return before === null || (before.devices !== now.devices && before.links !== now.links);
}
