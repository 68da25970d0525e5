import { beforeEach, describe, expect, it } from 'vitest';
import type { FirstFigures, LateFigures } from '#core/analysis/report.ts';
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
  /** Answers the last analysis asked for, or the first half of it. */
  report(isWhole = true): void {
    const request = this.asked.at(-1);
    if (request?.kind !== 'analyse') throw new Error('the last question was not an analysis');
    const { requestId, design } = request;
    this.reply({ kind: 'first-figures', requestId, first: { designName: design.name } as FirstFigures });
    if (isWhole) this.reply({ kind: 'late-figures', requestId, late: {} as LateFigures, estimate: null });
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
      onFirst: (first, design) => log.push(`first figures of ${first.designName} about ${design.name}`),
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
    expect(log.filter((line) => line.includes(' for '))).toEqual(['fourth for fourth']);
    expect(log.filter((line) => line === 'idle')).toHaveLength(1);
  });

  it('tells the first figures before the report, and gives up the rest when another design waits', () => {
    feed.post(createDesign('one'));
    worker().report(false);
    expect(log).toEqual(['busy', 'first figures of one about one']);
    const given = worker().asked[0]?.requestId ?? 0;
    worker().reply({ kind: 'late-figures', requestId: given, late: {} as LateFigures, estimate: null });
    expect(log.slice(2)).toEqual(['idle', 'one for one']);

    feed.post(createDesign('two'));
    feed.post(createDesign('three'));
    worker().report(false);
    const late = (worker().asked.at(-2) as ReportRequest).requestId;
    worker().reply({ kind: 'late-figures', requestId: late, late: {} as LateFigures, estimate: null });
    worker().report();
    expect(log.filter((line) => line.includes(' about '))).toHaveLength(3);
    expect(log.filter((line) => line.includes(' for '))).toEqual(['one for one', 'three for three']);
  });

  it('does not ask again about the design in flight, and drops what waited when that is the newest again', () => {
    const design = createDesign('one');
    for (const asked of [design, createDesign('two'), design]) feed.post(asked);
    worker().report();
    expect(worker().asked).toHaveLength(1);
    expect(log.at(-1)).toBe('one for one');
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
