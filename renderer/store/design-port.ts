/**
 * A worker that is asked about designs, as those who ask know it: questions hold whole designs. Between the threads only what differs
 * is told, in pieces: a large design would hold the window up while it is copied.
 */
import type { Design } from '#core/design/design.ts';
import { listNews } from '../workers/design-news.ts';
import type { DesignMessage } from '../workers/design-wire.ts';
import { nextPicture, nextTurn } from './next-turn.ts';

/** What is needed of a Worker, or of what stands for one. */
export interface DesignPort<Request, Reply> {
  postMessage(request: Request): void;
  terminate(): void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** The worker itself. */
export type RawPort<Reply> = DesignPort<DesignMessage, Reply>;

/** `fields`: those of a question that may hold a design; what else they hold, or nothing, is told as it is. */
export function createDesignPort<Request extends object, Reply>(
  worker: RawPort<Reply>,
  fields: readonly string[] = ['design'],
): DesignPort<Request, Reply> {
  const waiting: Request[] = [];
  let isSending = false;
  /** By field: the design that the worker has. */
  const known = new Map<string, Design>();

  const port: DesignPort<Request, Reply> = {
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
  worker.onmessage = (event) => port.onmessage?.(event);
  worker.onerror = (event) => port.onerror?.(event);

  /** At once as far as one piece goes; questions keep their order. */
  async function sendWaiting(): Promise<void> {
    isSending = true;
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      const question = { ...request } as Record<string, unknown>;
      const held = fields.filter((field) => question[field]);
      for (const field of held) {
        const design = question[field] as Design;
        const before = known.get(field) ?? null;
        delete question[field];
        if (before === design) continue;
        known.set(field, design);
        if (isOther(before, design)) await nextPicture();
        for (const news of listNews(before, design)) {
          worker.postMessage({ kind: 'news', field, news });
          if (!news.fields) await nextTurn();
        }
      }
      worker.postMessage({ kind: 'ask', fields: held, question });
    }
    isSending = false;
  }

  return port;
}

/** Nothing of the one before is left to tell it by: comparing them is work for after the first picture of it. */
function isOther(before: Design | null, now: Design): boolean {
  return before === null || (before.devices !== now.devices && before.links !== now.links);
}
