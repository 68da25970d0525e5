import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#core/base/result.ts';
import { createDesign } from '#core/design/design.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import type { Simulated } from '#core/sim/simulate.ts';
import { editCurrentScenario } from '../../../renderer/store/current-scenario.ts';
import { closeDesign, designStore, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import type { SimPort } from '../../../renderer/store/sim-feed.ts';
import {
  cancelFlows,
  runFlows,
  simulateScenarios,
  simulationStore,
  startSimulationFeed,
} from '../../../renderer/store/simulation-store.ts';
import { setScreen, setView } from '../../../renderer/store/view-store.ts';
import type { SimReply, SimRequest } from '../../../renderer/workers/sim-messages.ts';

/** A worker that answers when the test says so. */
class HandWorker implements SimPort {
  readonly asked: SimRequest[] = [];
  isTerminated = false;
  onmessage: SimPort['onmessage'] = null;
  onerror: SimPort['onerror'] = null;
  postMessage(request: SimRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  reply(reply: SimReply): void {
    this.onmessage?.({ data: reply });
  }
}

let workers: HandWorker[];
let stop: () => void;
const worker = (): HandWorker => workers.at(-1) as HandWorker;
const state = () => simulationStore.getState();
const last = () => worker().asked.at(-1) as Extract<SimRequest, { requestId: number }>;

const estimate = { timeUs: 5, candidates: [] } as unknown as CollectiveEstimate;
const flow = { seedCount: 1 } as FlowReport;
const simulated: Simulated = {
  estimate: ok(estimate),
  sweep: ok([estimate]),
  training: null,
  fittingLayout: null,
  notModelled: [],
};

function answer(requestId = last().requestId): void {
  worker().reply({ kind: 'simulated', requestId, simulated });
}

beforeEach(() => {
  workers = [];
  setScreen('studio');
  openDesign(createDesign('Simulated'), null);
  stop = startSimulationFeed(() => {
    const created = new HandWorker();
    workers.push(created);
    return created;
  });
});
afterEach(() => {
  stop();
  closeDesign();
});

describe('the fast models', () => {
  it('are asked only while the view is open', () => {
    editCurrentScenario({ sizeBytes: 64 });
    expect(workers).toHaveLength(0);
    setView('simulate');
    expect(last()).toMatchObject({ kind: 'simulate', scenario: { sizeBytes: 64 } });
    expect(state().isStale).toBe(true);
    answer();
    expect(state()).toMatchObject({ estimate, isStale: false, failure: null });
    setView('topology');
    editCurrentScenario({ sizeBytes: 128 });
    expect(worker().asked).toHaveLength(1);
    expect(state().isStale).toBe(true);
    setView('simulate');
    expect(last()).toMatchObject({ scenario: { sizeBytes: 128 } });
  });

  it('answer the newest question only', () => {
    setView('simulate');
    const older = last().requestId;
    editCurrentScenario({ sizeBytes: 64 });
    answer(older);
    expect(state().estimate).toBeNull();
    answer();
    expect(state()).toMatchObject({ estimate, isStale: false });
  });

  it('are not asked again for another name, and are told the drawing once', () => {
    setView('simulate');
    expect(last()).toMatchObject({ design: designStore.getState().edit.design });
    editCurrentScenario({ sizeBytes: 64 });
    expect(last()).toMatchObject({ design: null, serial: 1 });
    const { length } = worker().asked;
    editCurrentScenario({ name: 'Renamed' });
    expect(worker().asked).toHaveLength(length);
    dispatch({
      name: 'addDevice',
      args: { id: 'device-1', partId: 'dgx-h100', count: 1, position: { x: 0, y: 0 } },
    });
    expect(last()).toMatchObject({ serial: 2 });
    expect(last()).not.toMatchObject({ design: null });
  });

  it('hand their refusal on as a sentence', () => {
    setView('simulate');
    const reason = { ok: false, error: 'There are no GPUs.' } as const;
    worker().reply({
      kind: 'simulated',
      requestId: last().requestId,
      simulated: { estimate: reason, sweep: reason, training: null, fittingLayout: null, notModelled: [] },
    });
    expect(state()).toMatchObject({ estimate: null, sweep: [], refusals: { estimate: 'There are no GPUs.' } });
  });

  it('start anew after the worker died', () => {
    setView('simulate');
    worker().onerror?.({ message: 'out of memory' });
    expect(state().failure).toBe('out of memory');
    editCurrentScenario({ sizeBytes: 64 });
    expect(workers).toHaveLength(2);
    answer();
    expect(state()).toMatchObject({ estimate, failure: null });
  });
});

describe('the flow model', () => {
  it('reports progress and ends with results', () => {
    runFlows();
    const { requestId } = last();
    const progress = { done: 1, total: 4, label: 'seed 1 of 4' };
    worker().reply({ kind: 'flow-progress', requestId, progress });
    expect(state()).toMatchObject({ running: true, progress });
    worker().reply({ kind: 'flow', requestId, flow: ok(flow) });
    expect(state()).toMatchObject({ running: false, progress: null, flow, isFlowStale: false });
  });

  it('keeps the older results when it is called off, and takes no late answer', () => {
    runFlows();
    worker().reply({ kind: 'flow', requestId: last().requestId, flow: ok(flow) });
    runFlows();
    const { requestId } = last();
    cancelFlows();
    expect(worker().asked.at(-1)).toEqual({ kind: 'cancel-flows' });
    worker().reply({ kind: 'flow', requestId, flow: ok({ ...flow, seedCount: 7 }) });
    expect(state()).toMatchObject({ running: false, flow: { seedCount: 1 } });
  });

  it('goes stale with an edit and fresh again with its undo', () => {
    editCurrentScenario({ sizeBytes: 64 });
    runFlows();
    worker().reply({ kind: 'flow', requestId: last().requestId, flow: ok(flow) });
    editCurrentScenario({ routing: 'ecmp' });
    expect(state().isFlowStale).toBe(true);
    undo();
    expect(state().isFlowStale).toBe(false);
  });

  it('is forgotten with the document', () => {
    runFlows();
    worker().reply({ kind: 'flow', requestId: last().requestId, flow: ok(flow) });
    openDesign(createDesign('Another'), null);
    expect(state()).toMatchObject({ flow: null, running: false });
    expect(worker().isTerminated).toBe(true);
  });
});

it('compares scenarios in the order given', async () => {
  const compared = simulateScenarios([]);
  worker().reply({ kind: 'compared', requestId: last().requestId, simulated: [simulated] });
  await expect(compared).resolves.toEqual([simulated]);
});
