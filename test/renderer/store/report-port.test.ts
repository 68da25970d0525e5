import { describe, expect, it } from 'vitest';
import type { FirstFigures } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { createReportPort, type RawPort } from '../../../renderer/store/report-port.ts';
import { DesignMirror } from '../../../renderer/workers/design-news.ts';
import type { ReportReply } from '../../../renderer/workers/report-messages.ts';
import type { ReportMessage } from '../../../renderer/workers/report-wire.ts';
import { ReplyTeller } from '../../../renderer/workers/reply-tables.ts';
import { createManyItems } from '../../support/many-items.ts';

/** Answers an analysis with a table as long as the design has devices, and keeps the designs it was asked about. */
class RawDouble implements RawPort {
  readonly designs: (Design | null)[] = [];
  messageCount = 0;
  onmessage: RawPort['onmessage'] = null;
  onerror: RawPort['onerror'] = null;
  private readonly mirror = new DesignMirror();
  private readonly teller = new ReplyTeller();
  private design: Design | null = null;

  postMessage(message: ReportMessage): void {
    this.messageCount += 1;
    const data = structuredClone(message);
    if (data.kind === 'news') {
      this.design = this.mirror.apply(data.news);
      return;
    }
    this.designs.push(this.design);
    const links = Object.keys(this.design?.devices ?? {}).map((linkId) => ({ linkId }));
    const reply = { kind: 'first-figures', requestId: data.question.requestId, first: { links } };
    for (const { message: told, transfer } of this.teller.list(reply)) {
      this.onmessage?.({ data: structuredClone(told, { transfer }) });
    }
  }

  terminate(): void {}
}

function ask(port: ReturnType<typeof createReportPort>, requestId: number, design: Design): void {
  port.postMessage({ kind: 'analyse', requestId, serial: requestId, design });
}

describe('the way to the report worker', () => {
  it('tells designs and reports whole and in order, however large', async () => {
    const raw = new RawDouble();
    const port = createReportPort(raw);
    const replies: ReportReply[] = [];
    const all = new Promise<void>((done) => {
      port.onmessage = ({ data }) => {
        replies.push(data);
        if (replies.length === 3) done();
      };
    });
    const large = createManyItems(2000);
    const edited = { ...large, name: 'Edited' };
    ask(port, 1, large);
    ask(port, 2, edited);
    ask(port, 3, createManyItems(200));
    await all;
    expect(raw.designs).toEqual([large, edited, createManyItems(200)]);
    expect(replies.map(({ requestId }) => requestId)).toEqual([1, 2, 3]);
    const figures = replies.map((reply) => (reply as { first: FirstFigures }).first);
    expect(figures[0]?.links).toEqual(Object.keys(large.devices).map((linkId) => ({ linkId })));
    expect(figures[1]?.links).toBe(figures[0]?.links);
  });

  it('tells a small change at once', async () => {
    const raw = new RawDouble();
    const port = createReportPort(raw);
    const design = createManyItems(100);
    await new Promise<void>((done) => {
      port.onmessage = () => done();
      ask(port, 1, design);
    });
    ask(port, 2, { ...design, notes: 'Edited' });
    expect(raw.designs).toHaveLength(2);
    expect(raw.messageCount).toBe(4);
  });
});
