import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { parseRequirements, type Requirements } from '#core/generate/requirements.ts';
import {
  askForDesign,
  closeRequirements,
  explainRequired,
  type DesignSummary,
  openRequirements,
  type RequirementsPort,
  requirementsStore,
} from '../../../renderer/store/requirements-store.ts';
import type { RequirementsReply, RequirementsRequest } from '../../../renderer/workers/requirements-messages.ts';

/** A worker that answers when the test says so. */
class HandWorker implements RequirementsPort {
  readonly asked: RequirementsRequest[] = [];
  isTerminated = false;
  onmessage: RequirementsPort['onmessage'] = null;
  onerror: RequirementsPort['onerror'] = null;
  postMessage(request: RequirementsRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(reply: RequirementsReply): void {
    this.onmessage?.({ data: reply });
  }
}

let workers: HandWorker[];
const worker = (): HandWorker => workers.at(-1) as HandWorker;
const state = () => requirementsStore.getState();
const createWorker = (): HandWorker => {
  const created = new HandWorker();
  workers.push(created);
  return created;
};

function createRequirements(endpointCount: number): Requirements {
  const parsed = parseRequirements({
    name: `${endpointCount}`,
    endpoint: { partId: 'dgx-b200' },
    endpointCount,
    fabrics: [
      { id: 'compute', purpose: 'compute', technology: 'infiniband', topology: 'rail-optimised', speedGbps: 400 },
    ],
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const ask = (requirements: Requirements | null): void => askForDesign(requirements, createWorker);
const lastRequestId = (): number => worker().asked.at(-1)?.requestId ?? 0;
const summary = { switchCount: 12 } as DesignSummary;

function answerFits(requestId = lastRequestId()): void {
  worker().reply({ kind: 'fits', requestId, design: createDesign('answer'), notes: [], summary });
}

beforeEach(() => {
  workers = [];
  openRequirements();
});
afterEach(closeRequirements);

describe('the answer to requirements', () => {
  it('takes the answers to the newest question only', () => {
    ask(createRequirements(1));
    const older = lastRequestId();
    const newest = createRequirements(2);
    ask(newest);
    answerFits(older);
    expect(state().outcome).toBeNull();
    answerFits();
    expect(state()).toMatchObject({ answered: newest, outcome: { kind: 'fits' }, isComputing: true });
    worker().reply({ kind: 'done', requestId: older });
    expect(state().isComputing).toBe(true);
    worker().reply({ kind: 'done', requestId: lastRequestId() });
    expect(state().isComputing).toBe(false);
    expect(workers).toHaveLength(1);
  });

  it('fills in proposals as they are compared', () => {
    ask(createRequirements(1));
    answerFits();
    const proposals = ['two planes', 'four planes'].map((label, index) => ({
      label,
      requirements: createRequirements(index + 10),
    }));
    worker().reply({ kind: 'proposals', requestId: lastRequestId(), proposals });
    expect(state().proposals.map((proposal) => proposal.summary)).toEqual([null, null]);
    worker().reply({ kind: 'compared', requestId: lastRequestId(), index: 1, summary });
    expect(state().proposals.map((proposal) => proposal.summary)).toEqual([null, summary]);
  });

  it('remembers the last design that fitted while the next does not', () => {
    const fitting = createRequirements(1);
    ask(fitting);
    answerFits();
    ask(createRequirements(2));
    worker().reply({ kind: 'misfit', requestId: lastRequestId(), message: 'too many' });
    expect(state()).toMatchObject({
      outcome: { kind: 'misfit', message: 'too many' },
      lastFitting: { requirements: fitting },
    });
  });

  it('asks nothing while answers are missing, and does not take late answers', () => {
    ask(createRequirements(1));
    const older = lastRequestId();
    ask(null);
    expect(worker().asked).toHaveLength(1);
    answerFits(older);
    expect(state()).toMatchObject({ asked: null, outcome: null, isComputing: false });
  });

  it('derives a figure without ending the answer, and lets a question go with its worker', async () => {
    const fitting = createRequirements(1);
    ask(fitting);
    const explained = explainRequired(fitting, 'switches');
    expect(worker().asked.at(-1)).toMatchObject({ kind: 'explain', requirements: fitting, metricId: 'switches' });
    const requestId = lastRequestId();
    const explanation = {
      title: 'Switches',
      formula: 'N = \u03a3(n)',
      values: [],
      counted: [],
      sources: [],
      caveats: [],
    };
    worker().reply({ kind: 'explanation', requestId, explanation });
    expect(await explained).toEqual(explanation);
    answerFits(worker().asked[0]?.requestId);
    expect(state().outcome?.kind).toBe('fits');
    const late = explainRequired(fitting, 'gpus');
    closeRequirements();
    expect(await late).toBeNull();
    expect(await explainRequired(fitting, 'gpus')).toBeNull();
  });

  it('replaces a worker that died, and ends it with the dialog', () => {
    ask(createRequirements(1));
    worker().onerror?.({ message: 'out of memory' });
    expect(worker().isTerminated).toBe(true);
    expect(state()).toMatchObject({ failure: 'out of memory', isComputing: false });
    ask(createRequirements(2));
    expect(workers).toHaveLength(2);
    expect(state().failure).toBeNull();
    closeRequirements();
    expect(worker().isTerminated).toBe(true);
    expect(state().isOpen).toBe(false);
  });
});
