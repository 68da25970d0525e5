import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { parseDesign, serializeDesign } from '#core/io/design-file.ts';
import type { FileText } from '#core/io/host.ts';
import { createDesignText, type FilePort } from '../../../renderer/store/design-text.ts';
import { DesignMirror, listNews } from '../../../renderer/workers/design-news.ts';
import type { FileReply, FileRequest } from '../../../renderer/workers/file-messages.ts';
import { createManyItems } from '../../support/many-items.ts';

const LARGE = createManyItems(600);
const TEXT = serializeDesign(LARGE);

/** The file worker's answers, a turn later. `fault` = it dies at the first question. */
class FileDouble implements FilePort {
  readonly asked: FileRequest[] = [];
  onmessage: FilePort['onmessage'] = null;
  onerror: FilePort['onerror'] = null;
  isTerminated = false;
  private mirror = new DesignMirror();
  private readonly fault: boolean;

  constructor(fault: boolean) {
    this.fault = fault;
  }

  postMessage(request: FileRequest): void {
    this.asked.push(structuredClone(request));
    setTimeout(() => (this.fault ? this.onerror?.({ message: 'out of memory' }) : this.answer(request)), 0);
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private answer(request: FileRequest): void {
    if (request.kind === 'write') {
      const design = this.mirror.apply(structuredClone(request.news));
      if (design) this.send({ kind: 'written', bytes: new TextEncoder().encode(serializeDesign(design)) });
      return;
    }
    const parsed = parseDesign(readText(request.text as FileText), request.fileName);
    if (parsed.ok) {
      this.mirror = new DesignMirror(parsed.value);
      for (const news of listNews(null, parsed.value)) this.send({ kind: 'piece', json: JSON.stringify(news) });
    }
    this.send({ kind: 'read', result: parsed.ok ? { ok: true, value: null } : parsed });
  }

  private send(reply: FileReply): void {
    this.onmessage?.({ data: structuredClone(reply) });
  }
}

function readText(text: FileText): string {
  return typeof text === 'string' ? text : new TextDecoder().decode(text);
}

function open(fault = false) {
  const workers: FileDouble[] = [];
  const text = createDesignText(() => {
    workers.push(new FileDouble(fault));
    return workers.at(-1) as FileDouble;
  });
  return { text, workers };
}

describe('the text of designs', () => {
  it('is read and written at once where it is small', async () => {
    const { text, workers } = open();
    const small = createDesign('Small');
    expect(await text.write(small)).toBe(serializeDesign(small));
    expect(await text.read(serializeDesign(small), 'small.weft')).toEqual({ ok: true, value: small });
    expect(workers).toEqual([]);
  });

  it('is read and written by a worker where it is large, and comes out the same', async () => {
    const { text, workers } = open();
    expect(await text.read(TEXT, 'large.weft')).toEqual({ ok: true, value: LARGE });
    expect(readText(await text.write(LARGE))).toBe(TEXT);
    expect(workers).toHaveLength(1);
  });

  it('is written from what changed since it was read', async () => {
    const { text, workers } = open();
    const read = await text.read(TEXT, 'large.weft');
    if (!read.ok) throw new Error(read.error.message);
    const edited = { ...read.value, notes: 'Edited' };
    expect(readText(await text.write(edited))).toBe(serializeDesign(edited));
    const writes = workers[0]?.asked.filter(({ kind }) => kind === 'write');
    expect(writes).toEqual([
      { kind: 'write', news: { isWhole: false, tables: [], fields: { set: { notes: 'Edited' }, gone: [] } } },
    ]);
  });

  it('is refused with the same sentence as a small one', async () => {
    const { text } = open();
    const cut = TEXT.slice(0, -200);
    expect(await text.read(cut, 'cut.weft')).toEqual(parseDesign(cut, 'cut.weft'));
    expect(await text.read(TEXT, 'large.weft')).toEqual({ ok: true, value: LARGE });
  });

  it('is read and written all the same when the worker dies, and the next one starts anew', async () => {
    const { text, workers } = open(true);
    expect(await text.read(TEXT, 'large.weft')).toEqual({ ok: true, value: LARGE });
    expect(await text.write(LARGE)).toBe(TEXT);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it('answers questions asked together in their order', async () => {
    const { text } = open();
    const other = { ...LARGE, name: 'Other' };
    const answers = await Promise.all([text.write(LARGE), text.read(TEXT, 'a.weft'), text.write(other)]);
    expect(readText(answers[0])).toBe(TEXT);
    expect(answers[1]).toEqual({ ok: true, value: LARGE });
    expect(readText(answers[2])).toBe(serializeDesign(other));
  });
});
