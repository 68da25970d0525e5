import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '#core/analysis/report.ts';
import { createDesign } from '#core/design/design.ts';
import { dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import type { WorkerPort } from '../../../renderer/store/report-feed.ts';
import { reportStore, startReportFeed } from '../../../renderer/store/report-store.ts';
import type { ReportRequest } from '../../../renderer/workers/report-messages.ts';

let asked: ReportRequest[];
let worker: WorkerPort;
let stop: () => void;

/** Answers the n-th question for a report; other stores ask theirs between. */
function answer(index: number): void {
  const request = asked.filter(({ kind }) => kind === 'analyse')[index];
  if (request?.kind !== 'analyse') throw new Error(`there is no question ${index} for a report`);
  const report = { designName: request.design.name } as Report;
  worker.onmessage?.({ data: { kind: 'report', requestId: request.requestId, report, estimate: null } });
}

beforeEach(() => {
  asked = [];
  worker = {
    postMessage: (request) => asked.push(request),
    terminate: () => undefined,
    onmessage: null,
    onerror: null,
  };
  openDesign(createDesign('First'), null);
  stop = startReportFeed(() => worker);
});

afterEach(() => stop());

describe('the report of the open design', () => {
  it('is compared with the one before the last edit', () => {
    answer(0);
    dispatch({ name: 'editDesignInfo', args: { name: 'Edited' } });
    expect(reportStore.getState()).toMatchObject({ isStale: true, report: { designName: 'First' } });
    answer(1);
    expect(reportStore.getState()).toMatchObject({
      isStale: false,
      report: { designName: 'Edited' },
      previousReport: { designName: 'First' },
    });
  });

  it('is never compared with that of another document, not even one that is answered late', () => {
    openDesign(createDesign('Second'), null);
    answer(0);
    expect(reportStore.getState()).toMatchObject({ report: null, isStale: true });
    answer(1);
    expect(reportStore.getState()).toMatchObject({
      report: { designName: 'Second' },
      previousReport: null,
      isStale: false,
    });
  });
});
