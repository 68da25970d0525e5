import { describe, expect, it } from 'vitest';
import type { FirstFigures } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import type { RawPort } from '../../../renderer/store/design-port.ts';
import { createReportPort } from '../../../renderer/store/report-port.ts';
import { type DesignMessage, receiveDesigns } from '../../../renderer/workers/design-wire.ts';
import type { ReportReply, ReportRequest } from '../../../renderer/workers/report-messages.ts';
import { ReplyTeller, type WireMessage } from '../../../renderer/workers/reply-tables.ts';
import { createManyItems } from '../../support/many-items.ts';

/** Answers an analysis with a table as long as the design has devices, and keeps the designs it was asked about. */
class RawDouble implements RawPort<WireMessage> {
  readonly designs: Design[] = [];
  messageCount = 0;
  onmessage: RawPort<WireMessage>['onmessage'] = null;
  onerror: RawPort<WireMessage>['onerror'] = null;
  private readonly teller = new ReplyTeller();
  private readonly receive = receiveDesigns(({ requestId, design }: ReportRequest) => {
    this.designs.push(design);
    const links = Object.keys(design.devices).map((linkId) => ({ linkId }));
    for (const { message, transfer } of this.teller.list({ kind: 'first-figures', requestId, first: { links } })) {
      this.onmessage?.({ data: structuredClone(message, { transfer }) });
    }
  });

  postMessage(message: DesignMessage): void {
    this.messageCount += 1;
    this.receive(structuredClone(message));
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
