import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { openDesign } from '../../../renderer/store/design-store.ts';
import { cancelExport, type ExportPort, writeFile } from '../../../renderer/store/export-store.ts';
import type { ExportReply, ExportRequest } from '../../../renderer/workers/export-messages.ts';

class FakeWorker implements ExportPort {
  onmessage: ((event: { data: ExportReply }) => void) | null = null;
  onerror: ((event: { message?: string }) => void) | null = null;
  readonly requests: ExportRequest[] = [];
  isEnded = false;

  postMessage(request: ExportRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

function start(): { worker: FakeWorker; written: Promise<Uint8Array | null> } {
  openDesign(createDesign('Test'), null);
  const worker = new FakeWorker();
  return { worker, written: writeFile('workbook', () => worker) };
}

describe('writeFile', () => {
  it('asks a worker of its own for the open design, and ends it with the bytes', async () => {
    const { worker, written } = start();
    expect(worker.requests.map(({ file, design }) => [file, design.name])).toEqual([['workbook', 'Test']]);
    worker.onmessage?.({ data: { kind: 'progress', progress: { step: 'cable schedule', share: 0.5 } } });
    expect(worker.isEnded).toBe(false);
    worker.onmessage?.({ data: { kind: 'written', bytes: new Uint8Array([1, 2]) } });
    expect(await written).toEqual(new Uint8Array([1, 2]));
    expect(worker.isEnded).toBe(true);
  });

  it('gives nothing when it is called off, by the user or for another file', async () => {
    const first = start();
    cancelExport();
    expect(await first.written).toBeNull();
    expect(first.worker.isEnded).toBe(true);
    const second = start();
    const third = start();
    expect(await second.written).toBeNull();
    cancelExport();
    expect(await third.written).toBeNull();
  });

  it('passes on what broke', async () => {
    const { worker, written } = start();
    worker.onmessage?.({ data: { kind: 'failure', details: 'no such cage' } });
    await expect(written).rejects.toThrow('no such cage');
    const lost = start();
    lost.worker.onerror?.({});
    await expect(lost.written).rejects.toThrow('stopped without a message');
    expect(lost.worker.isEnded).toBe(true);
  });
});
