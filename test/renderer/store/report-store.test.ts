import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CostReport } from '#core/analysis/bom-report.ts';
import type { FirstFigures, LateFigures, Report } from '#core/analysis/report.ts';
import { createDesign } from '#core/design/design.ts';
import { dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import type { WorkerPort } from '../../../renderer/store/report-feed.ts';
import { reportStore, startReportFeed } from '../../../renderer/store/report-store.ts';
import type { ReportRequest } from '../../../renderer/workers/report-messages.ts';

let asked: ReportRequest[];
let worker: WorkerPort;
let stop: () => void;

/** Answers the n-th question for a report, or the first half of it; other stores ask theirs between. */
function answer(index: number, isWhole = true): void {
  const request = asked.filter(({ kind }) => kind === 'analyse')[index];
  if (request?.kind !== 'analyse') throw new Error(`there is no question ${index} for a report`);
  const { requestId, design } = request;
  const first = { designName: design.name, cost: { currency: design.name } } as FirstFigures;
  worker.onmessage?.({ data: { kind: 'first-figures', requestId, first } });
  if (!isWhole) return;
  const cost = { currency: design.name, fabrics: [{ name: design.name }] } as unknown as CostReport;
  const late = { cost, problems: [{ message: design.name }] } as unknown as LateFigures;
  worker.onmessage?.({ data: { kind: 'late-figures', requestId, late, estimate: null } });
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

  it('shows what is counted first, with the late figures of the report before, marked', () => {
    answer(0);
    dispatch({ name: 'editDesignInfo', args: { name: 'Edited' } });
    expect(reportStore.getState()).toMatchObject({ isStale: true, isFirstStale: true });
    answer(1, false);
    const mixed = reportStore.getState();
    expect(mixed).toMatchObject({ isStale: true, isFirstStale: false, previousReport: { designName: 'First' } });
    expect(mixed.report).toMatchObject({
      designName: 'Edited',
      cost: { currency: 'Edited', fabrics: [{ name: 'First' }] },
      problems: [{ message: 'First' }],
    });
    dispatch({ name: 'editDesignInfo', args: { name: 'Again' } });
    expect(reportStore.getState()).toMatchObject({ isStale: true, isFirstStale: true });
    answer(2);
    const whole: Partial<Report> = {
      designName: 'Again',
      problems: [{ message: 'Again' }] as unknown as Report['problems'],
    };
    expect(reportStore.getState()).toMatchObject({
      isStale: false,
      isFirstStale: false,
      report: whole,
      previousReport: { designName: 'First' },
    });
  });

  it('shows no half of the first report of a document', () => {
    answer(0, false);
    expect(reportStore.getState()).toMatchObject({ report: null, isStale: true });
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
