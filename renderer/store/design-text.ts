/**
 * The text of .weft files, read and written: every way of opening and saving goes through here. What is small is done at once; what
 * is large, in a worker, so that the window stays at hand meanwhile. Same function, same answer, same sentences.
 */
import type { Result } from '#core/base/result.ts';
import type { Design } from '#core/design/design.ts';
import { type DesignFileError, parseDesign, serializeDesign } from '#core/io/design-file.ts';
import type { FileText, OpenedText } from '#core/io/host.ts';
import { DesignMirror, type DesignNews, listNews } from '../workers/design-news.ts';
import type { FileReply, FileRequest } from '../workers/file-messages.ts';
import { measureText, readText } from '../workers/opened-text.ts';
import { nextTurn } from './next-turn.ts';

/** What is needed of a Worker. */
export interface FilePort {
  postMessage(request: FileRequest): void;
  terminate(): void;
  onmessage: ((event: { data: FileReply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

/** Read in some 15 ms. */
const SMALL_TEXT = 300_000;

/** Written in some 15 ms. */
const SMALL_COUNT = 1000;

function createFileWorker(): FilePort {
  return new Worker(new URL('../workers/file-worker.ts', import.meta.url), {
    type: 'module',
    name: 'file',
  }) as FilePort;
}

export interface DesignText {
  /** A file is about to be opened: the worker can start meanwhile. */
  prepare(): void;
  /**
   * `fileName` is used in messages only. `onShaped` hears of a large design when its records are there and not yet all of it is
   * checked: what it takes to show it can be worked out meanwhile.
   */
  read(
    text: OpenedText,
    fileName: string,
    onShaped?: (shaped: Design) => void,
  ): Promise<Result<Design, DesignFileError>>;
  write(design: Design): Promise<FileText>;
}

export function createDesignText(createWorker: () => FilePort): DesignText {
  let worker: FilePort | null = null;
  /** The design that the worker has. */
  let known: Design | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  /** One question at a time. A worker that fails is given up, and the answer is found here: nothing is lost but smoothness. */
  function run<T>(work: (port: FilePort) => Promise<T>, atOnce: () => T | Promise<T>): Promise<T> {
    const answer = queue.then(async () => {
      try {
        worker ??= createWorker();
        return await work(worker);
      } catch {
        worker?.terminate();
        worker = null;
        known = null;
        return atOnce();
      }
    });
    queue = answer.catch(() => undefined);
    return answer;
  }

  async function readIn(
    port: FilePort,
    text: OpenedText,
    fileName: string,
    onShaped: (shaped: Design) => void,
  ): Promise<Result<Design, DesignFileError>> {
    const mirror = new DesignMirror();
    let design: Design | null = null;
    const heard = hear(port, (reply) => {
      if (reply.kind === 'piece') {
        design = mirror.apply(freezePiece(JSON.parse(reply.json) as DesignNews));
        if (design) onShaped(freezeTables(design));
      }
      return reply.kind === 'read' ? reply.result : undefined;
    });
    port.postMessage({ kind: 'read', text, fileName });
    const result = await heard;
    if (!result.ok) return result;
    if (!design) throw new Error('The design was read, and did not arrive.');
    known = design;
    return { ok: true, value: design };
  }

  async function writeIn(port: FilePort, design: Design): Promise<FileText> {
    const heard = hear(port, (reply) => (reply.kind === 'written' ? reply.bytes : undefined));
    // Fails while the pieces are still being sent: it is waited for below.
    heard.catch(() => undefined);
    for (const news of listNews(known, design)) {
      port.postMessage({ kind: 'write', news });
      if (!news.fields) await nextTurn();
    }
    const bytes = await heard;
    known = design;
    return bytes;
  }

  return {
    prepare() {
      try {
        worker ??= createWorker();
      } catch {
        // Found out again, and done without, when there is something to read.
      }
    },
    async read(text, fileName, onShaped = () => undefined) {
      const readHere = async (): ReturnType<DesignText['read']> => parseDesign(await readText(text), fileName);
      return measureText(text) <= SMALL_TEXT
        ? readHere()
        : run((port) => readIn(port, text, fileName, onShaped), readHere);
    },
    async write(design) {
      if (countRecords(design) <= SMALL_COUNT) return serializeDesign(design);
      return run<FileText>(
        (port) => writeIn(port, design),
        () => serializeDesign(design),
      );
    },
  };
}

/** The first reply of which the reader makes something. */
function hear<T>(port: FilePort, read: (reply: FileReply) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }) => {
      if (data.kind === 'failure') reject(new Error(data.details));
      const answer = read(data);
      if (answer !== undefined) resolve(answer);
    };
    port.onerror = ({ message }) => reject(new Error(message ?? 'The worker stopped without a message.'));
  });
}

/** As an open design is, which need not be done in one go then. */
function freezePiece(news: DesignNews): DesignNews {
  for (const { set } of news.tables) for (const [, record] of set) freeze(record);
  freeze(news.fields?.set);
  return news;
}

/** What is in them is frozen already. */
function freezeTables(design: Design): Design {
  for (const table of Object.values(design)) Object.freeze(table);
  return Object.freeze(design);
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const inner of Object.values(Object.freeze(value))) freeze(inner);
}

function countRecords({ devices, racks, placements, links }: Design): number {
  return [devices, racks, placements, links].reduce((sum, table) => sum + Object.keys(table).length, 0);
}

const designText = createDesignText(createFileWorker);

export const prepareToRead = designText.prepare;
export const readDesign = designText.read;
export const writeDesign = designText.write;
