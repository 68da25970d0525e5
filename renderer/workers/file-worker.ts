/** Reads and writes the text of large designs off the UI thread. A thin shell: what a file is, core knows. */
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import { DesignMirror, listNews } from './design-news.ts';
import type { FileReply, FileRequest } from './file-messages.ts';
import { workerBytes } from './worker-bytes.ts';

/** The design that was read or written last: the next one to be written is told by how it differs. */
let mirror = new DesignMirror();

function send(reply: FileReply, transfer: ArrayBuffer[] = []): void {
  self.postMessage(reply, { transfer });
}

function read(text: string, fileName: string): void {
  const parsed = parseDesign(text, fileName);
  if (parsed.ok) {
    mirror = new DesignMirror(parsed.value);
    for (const news of listNews(null, parsed.value)) send({ kind: 'piece', news });
  }
  send({ kind: 'read', result: parsed.ok ? { ok: true, value: null } : parsed });
}

self.addEventListener('message', ({ data }: MessageEvent<FileRequest>) => {
  try {
    if (data.kind === 'read') {
      read(data.text, data.fileName);
      return;
    }
    const design = mirror.apply(data.news);
    if (!design) return;
    const bytes = workerBytes.encode(serializeDesign(design));
    send({ kind: 'written', bytes }, [bytes.buffer]);
  } catch (fault) {
    send({ kind: 'failure', details: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
