/** Reads and writes the text of large designs off the UI thread. A thin shell: what a file is, core knows. */
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import type { OpenedText } from '#core/io/host.ts';
import { readText } from './opened-text.ts';
import { DesignMirror, type DesignNews, listNews } from './design-news.ts';
import type { FileReply, FileRequest } from './file-messages.ts';
import { workerBytes } from './worker-bytes.ts';

/** The design that was read or written last: the next one to be written is told by how it differs. */
let mirror = new DesignMirror();

function send(reply: FileReply, transfer: ArrayBuffer[] = []): void {
  self.postMessage(reply, { transfer });
}

async function read(text: OpenedText, fileName: string): Promise<void> {
  // The window is busy with the pieces while the rest is checked here.
  const parsed = parseDesign(await readText(text), fileName, (shaped) => {
    for (const news of listNews(null, shaped)) send({ kind: 'piece', json: JSON.stringify(news) });
  });
  if (parsed.ok) mirror = new DesignMirror(parsed.value);
  send({ kind: 'read', result: parsed.ok ? { ok: true, value: null } : parsed });
}

function write(news: DesignNews): void {
  const design = mirror.apply(news);
  if (!design) return;
  const bytes = workerBytes.encode(serializeDesign(design));
  send({ kind: 'written', bytes }, [bytes.buffer]);
}

function tellFault(fault: unknown): void {
  send({ kind: 'failure', details: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
}

async function answer(request: FileRequest): Promise<void> {
  if (request.kind === 'read') await read(request.text, request.fileName);
  else write(request.news);
}

self.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  answer(data).catch(tellFault);
});
