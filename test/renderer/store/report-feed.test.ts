import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '#core/analysis/report.ts';
import { createDesign } from '#core/design/design.ts';
import { createReportFeed, type ReportFeed, type WorkerPort } from '../../../renderer/store/report-feed.ts';
import type { ReportReply, ReportRequest } from '../../../renderer/workers/report-messages.ts';

/** A worker that answers when the test says so. */
class HandWorker implements WorkerPort {
  readonly asked: ReportRequest[] = [];
  isTerminated = false;
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  postMessage(request: ReportRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(reply: ReportReply): void {
    this.onmessage?.({ data: reply });
  }
  /** Answers the last analysis asked for. */
  report(): void {
    const request = this.asked.at(-1);
    if (request?.kind !== 'analyse') throw new Error('the last question was not an analysis');
    const report = { designName: request.design.name } as Report;
    this.reply({ kind: 'report', requestId: request.requestId, report, estimate: null });
  }
}

let workers: HandWorker[];
let log: string[];
let feed: ReportFeed;

const worker = (): HandWorker => workers.at(-1) as HandWorker;

beforeEach(() => {
  workers = [];
  log = [];
  feed = createReportFeed(
    () => {
      const created = new HandWorker();
      workers.push(created);
      return created;
    },
    {
      onComputing: (isComputing) => log.push(isComputing ? 'busy' : 'idle'),
      onReport: (reply, design) => log.push(`${reply.report.designName} for ${design.name}`),
      onFailure: (details) => log.push(`failed: ${details}`),
    },
  );
});

describe('the report feed', () => {
  it('keeps one analysis in flight and only the newest waiting', () => {
    for (const name of ['first', 'second', 'third', 'fourth']) feed.post(createDesign(name));
    expect(worker().asked).toHaveLength(1);
    worker().report();
    expect(worker().asked).toHaveLength(2);
    worker().report();
    expect(log.filter((line) => line.includes('for'))).toEqual(['first for first', 'fourth for fourth']);
    expect(log.filter((line) => line === 'idle')).toHaveLength(1);
  });

  it('names equal designs by equal serials, so that the worker can reuse what it derived', () => {
    const [one, two] = [createDesign('one'), createDesign('one')];
    expect(feed.serialOf(one)).toBe(feed.serialOf(one));
    expect(feed.serialOf(one)).not.toBe(feed.serialOf(two));
  });

  it('answers other questions while an analysis runs', async () => {
    feed.post(createDesign('busy'));
    const answer = feed.ask({ kind: 'split-bom', serial: 1, design: createDesign('busy'), by: 'rack' });
    worker().reply({ kind: 'bom-sections', requestId: worker().asked.at(-1)?.requestId ?? 0, sections: [] });
    expect(await answer).toMatchObject({ sections: [] });
    expect(log).not.toContain('idle');
  });

  it('reports a fault of the analysis and goes on with the next design', () => {
    feed.post(createDesign('bad'));
    worker().reply({ kind: 'failure', requestId: worker().asked[0]?.requestId ?? 0, details: 'boom' });
    expect(log).toContain('failed: boom');
    feed.post(createDesign('good'));
    worker().report();
    expect(log).toContain('good for good');
  });

  it('replaces a worker that died, and rejects what it was asked', async () => {
    feed.post(createDesign('one'));
    const answer = feed.ask({ kind: 'split-bom', serial: 1, design: createDesign('one'), by: 'rack' });
    const dead = worker();
    dead.onerror?.({ message: 'out of memory' });
    await expect(answer).rejects.toThrow('out of memory');
    expect(dead.isTerminated).toBe(true);
    expect(log).toContain('failed: out of memory');
    feed.post(createDesign('two'));
    expect(workers).toHaveLength(2);
    worker().report();
    expect(log).toContain('two for two');
  });
});
