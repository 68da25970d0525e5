/**
 * A second design beside the open one, read-only, and what sets the two apart. Computed in a worker of its own while the view
 * of it is in sight; it follows every edit, and says meanwhile that it is behind.
 */
import { createStore, useStore } from 'zustand';
import type { DesignComparison } from '#core/analysis/compare/compare-reports.ts';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { Design } from '#core/design/design.ts';
import type { Scenario } from '#core/design/scenario.ts';
import type { CompareReply, CompareRequest, ComparedTimes } from '../workers/compare-messages.ts';
import { currentScenario } from './current-scenario.ts';
import { createDesignPort, type DesignPort, type RawPort } from './design-port.ts';
import { design, designStore } from './design-store.ts';
import { dropView, isShown } from './halves.ts';
import { setView, viewStore } from './view-store.ts';

export interface ComparedDesign {
  readonly design: Design;
  /** Where it is from: `plan.weft`, `template`. */
  readonly origin: string;
}

export interface CompareState {
  /** What the open design is compared with; null = nothing. */
  readonly other: ComparedDesign | null;
  /** The question that was put to both, as it was when they were compared. */
  readonly scenario: Scenario | null;
  readonly comparison: DesignComparison | null;
  readonly times: ComparedTimes | null;
  /** The open design has changed since. */
  readonly isStale: boolean;
  /** Details of an internal fault. */
  readonly failure: string | null;
}

const EMPTY: CompareState = {
  other: null,
  scenario: null,
  comparison: null,
  times: null,
  isStale: false,
  failure: null,
};

export type { ComparedTimes } from '../workers/compare-messages.ts';

export const compareStore = createStore<CompareState>(() => EMPTY);

export function useCompareStore<T>(selector: (state: CompareState) => T): T {
  return useStore(compareStore, selector);
}

export type ComparePort = DesignPort<CompareRequest, CompareReply>;

function createCompareWorker(): ComparePort {
  const worker = new Worker(new URL('../workers/compare-worker.ts', import.meta.url), {
    type: 'module',
    name: 'compare',
  });
  return createDesignPort<CompareRequest, CompareReply>(worker as RawPort<CompareReply>, ['own', 'other']);
}

interface Question {
  readonly own: Design;
  readonly other: Design;
  readonly scenario: Scenario;
}

let createPort: () => ComparePort = createCompareWorker;
let worker: ComparePort | null = null;
let lastRequestId = 0;
/** What the worker was told last. */
let asked: Question | null = null;

/** Questions for derivations that are on their way. */
const asking = new Map<number, (explanation: Explanation | null) => void>();
let lastQuestionId = 0;

function endWorker(): void {
  worker?.terminate();
  worker = null;
  asked = null;
  for (const settle of asking.values()) settle(null);
  asking.clear();
}

/** How a figure of one of the two designs comes about; null = it has no such figure. */
export function explainCompared(side: 'own' | 'other', metricId: MetricId): Promise<Explanation | null> {
  if (worker === null) return Promise.resolve(null);
  lastQuestionId += 1;
  const requestId = lastQuestionId;
  worker.postMessage({ kind: 'explain', requestId, side, metricId });
  return new Promise((resolve) => {
    asking.set(requestId, resolve);
  });
}

function fail(details: string): void {
  endWorker();
  compareStore.setState({ failure: details });
}

function openWorker(): ComparePort {
  if (worker) return worker;
  worker = createPort();
  worker.onmessage = (event) => receive(event.data);
  worker.onerror = (event) => fail(event.message ?? 'The worker stopped without a message.');
  return worker;
}

function receive(reply: CompareReply): void {
  if (reply.kind === 'explanation') {
    asking.get(reply.requestId)?.(reply.explanation);
    asking.delete(reply.requestId);
    return;
  }
  if (reply.requestId !== lastRequestId || asked === null) return;
  if (reply.kind === 'failure') {
    fail(reply.details);
    return;
  }
  const { comparison, times } = reply;
  compareStore.setState({ comparison, times, scenario: asked.scenario, isStale: false, failure: null });
}

/** Asks anew when anything is different; a comparison nobody looks at waits until it is in sight. */
function follow(): void {
  const { other, comparison } = compareStore.getState();
  if (!other || !designStore.getState().isOpen) return;
  const question: Question = { own: design(), other: other.design, scenario: currentScenario(design()) };
  const isSame = asked?.own === question.own && asked.other === question.other && asked.scenario === question.scenario;
  if (isSame) return;
  if (comparison && !compareStore.getState().isStale) compareStore.setState({ isStale: true });
  if (!isShown(viewStore.getState(), 'compare')) return;
  const before = asked;
  asked = question;
  lastRequestId += 1;
  openWorker().postMessage({
    kind: 'compare',
    requestId: lastRequestId,
    own: before?.own === question.own ? null : question.own,
    other: before?.other === question.other ? null : question.other,
    scenario: question.scenario,
  });
}

/** Puts a design beside the open one and shows what sets them apart. */
export function compareWith(other: ComparedDesign): void {
  compareStore.setState({ ...EMPTY, other });
  setView('compare');
  follow();
}

/** Forgets the second design; its view goes. */
export function endComparison(): void {
  endWorker();
  compareStore.setState(EMPTY);
  viewStore.setState((state) => dropView(state, 'compare'));
}

/** Starts following the open design. Returns the way to stop. */
export function followComparison(create: () => ComparePort = createCompareWorker): () => void {
  createPort = create;
  const stopDesign = designStore.subscribe((state, previous) => {
    if (!state.isOpen && previous.isOpen) endComparison();
    else if (state.edit.design !== previous.edit.design) follow();
  });
  const stopView = viewStore.subscribe((state, previous) => {
    if (state.view !== previous.view || state.otherView !== previous.otherView) follow();
  });
  return () => {
    stopDesign();
    stopView();
    endComparison();
  };
}
