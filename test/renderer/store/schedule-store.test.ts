import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '#core/analysis/report.ts';
import type { ScheduleQuery } from '#core/io/schedule-index.ts';
import { createDesign } from '#core/design/design.ts';
import { openDesign } from '../../../renderer/store/design-store.ts';
import type { WorkerPort } from '../../../renderer/store/report-feed.ts';
import { reportStore, startReportFeed } from '../../../renderer/store/report-store.ts';
import { chooseRows } from '../../../renderer/store/schedule-lights.ts';
import { findRow, scheduleStore, setQuery, unwatchRows, watchRows } from '../../../renderer/store/schedule-store.ts';
import { viewStore } from '../../../renderer/store/view-store.ts';
import type { ReportRequest } from '../../../renderer/workers/report-messages.ts';

const CABLES = 1_000;

/** A worker that is answered by hand; its rows are told by their number, those of a filtered query by a tenth of it. */
class Desk implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  readonly asked: ReportRequest[] = [];
  terminate = vi.fn<() => void>();

  postMessage(request: ReportRequest): void {
    this.asked.push(request);
  }

  takeQuery(): Extract<ReportRequest, { kind: 'schedule-rows' }> {
    const request = this.asked.findLast(({ kind }) => kind === 'schedule-rows');
    if (request?.kind !== 'schedule-rows') throw new Error('no rows were asked for');
    return request;
  }

  /** Answers as long as more is asked for. */
  async settle(): Promise<void> {
    let answered = 0;
    while (answered !== this.asked.length) {
      answered = this.asked.length;
      await this.answerRows();
    }
  }

  async answerRows(): Promise<void> {
    const { requestId, query, first, count } = this.takeQuery();
    const rowCount = query.text === '' ? CABLES : CABLES / 10;
    const rows = Array.from({ length: Math.max(0, Math.min(count, rowCount - first)) }, (_, at) =>
      nameRow(query, first + at),
    );
    const answer = { first, rows, rowCount, totalCount: CABLES };
    this.onmessage?.({ data: { kind: 'schedule-rows', requestId, answer } as never });
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

const end = (device: string) => ({ deviceId: device, member: 0 });

function nameRow(query: ScheduleQuery, at: number) {
  return { label: `${query.text}${at}`, linkId: 'link-1', a: end('server'), b: end('leaf') };
}

let desk = new Desk();
let stop = (): void => undefined;

const countAsked = (): number => desk.asked.filter(({ kind }) => kind === 'schedule-rows').length;

beforeEach(() => {
  unwatchRows();
  stop();
  desk = new Desk();
  stop = startReportFeed(() => desk);
  openDesign(createDesign('cables'), null);
  setQuery(() => ({ text: '' }));
  reportStore.setState({ report: { designName: 'cables' } as Report, isStale: false });
});

// Files share one world: what still listened here would ask among the questions of the next.
afterAll(() => {
  unwatchRows();
  stop();
});

describe('the schedule on screen', () => {
  it('fetches the pages in sight and the one after, and no more', async () => {
    watchRows({ first: 300, end: 340 });
    expect(desk.takeQuery()).toMatchObject({ first: 256, count: 128 });
    await desk.answerRows();
    expect(desk.takeQuery()).toMatchObject({ first: 384, count: 128 });
    await desk.answerRows();
    const { pages, rowCount, totalCount } = scheduleStore.getState();
    expect([rowCount, totalCount]).toEqual([CABLES, CABLES]);
    expect(findRow(pages, 300)?.label).toBe('300');
    expect(findRow(pages, 0)).toBeUndefined();
    watchRows({ first: 310, end: 350 });
    expect(countAsked()).toBe(2);
  });

  it('keeps the old rows until those of a new query are there, and throws late answers away', async () => {
    watchRows({ first: 0, end: 20 });
    await desk.settle();
    setQuery(() => ({ text: 'x' }));
    expect(scheduleStore.getState().isAsking).toBe(true);
    expect(findRow(scheduleStore.getState().pages, 5)?.label).toBe('5');
    setQuery(() => ({ text: 'y' }));
    // The answer to x; then y is asked.
    await desk.answerRows();
    expect(findRow(scheduleStore.getState().pages, 5)?.label).toBe('5');
    await desk.answerRows();
    expect(findRow(scheduleStore.getState().pages, 5)?.label).toBe('y5');
    expect(scheduleStore.getState()).toMatchObject({ rowCount: CABLES / 10, isAsking: false });
  });

  it('asks nothing while the report is made anew, and everything in sight again with the new one', async () => {
    watchRows({ first: 0, end: 20 });
    await desk.settle();
    chooseRows([{ first: 2, end: 4 }]);
    const before = countAsked();
    reportStore.setState({ isStale: true });
    watchRows({ first: 600, end: 620 });
    expect(countAsked()).toBe(before);
    reportStore.setState({ report: { designName: 'moved' } as Report, isStale: false });
    expect(countAsked()).toBe(before + 1);
    await desk.answerRows();
    expect(findRow(scheduleStore.getState().pages, 600)?.label).toBe('600');
    // As many rows in the same order: the same places are chosen still.
    expect(scheduleStore.getState().chosen).toEqual([{ first: 2, end: 4 }]);
  });

  it('selects the link of chosen rows and lights up both ends', async () => {
    watchRows({ first: 0, end: 20 });
    await desk.answerRows();
    chooseRows([{ first: 0, end: 3 }]);
    expect(viewStore.getState().selection).toEqual([{ kind: 'link', id: 'link-1' }]);
    expect(viewStore.getState().highlighted).toEqual([
      { kind: 'link', id: 'link-1' },
      { kind: 'device', id: 'server', member: 0 },
      { kind: 'device', id: 'leaf', member: 0 },
    ]);
  });
});
