/**
 * What the simulation says of the current scenario: the fast models after every change while the Simulate view is open, the flow
 * model when asked. Until the answer to the newest edit arrives the last one is shown, marked stale. Results are never saved with
 * the design; runs that the user keeps stand in saved-runs.ts.
 */
import { createStore, useStore } from 'zustand';
import { assert } from '#core/base/assert.ts';
import type { Design } from '#core/design/design.ts';
import type { Layout, Scenario } from '#core/design/scenario.ts';
import { isSameValue } from '#core/edit/same-value.ts';
import type { CollectiveEstimate } from '#core/sim/estimate.ts';
import type { FlowReport } from '#core/sim/flow-report.ts';
import type { Simulated } from '#core/sim/simulate.ts';
import type { TrainingReport } from '#core/sim/training-report.ts';
import type { FlowProgress, SimReply, SimRequest } from '../workers/sim-messages.ts';
import { currentScenario } from './current-scenario.ts';
import { createDesignPort, type RawPort } from './design-port.ts';
import { design, designStore } from './design-store.ts';
import { isShown } from './halves.ts';
import { createSimFeed, isSameDrawing, type SimFeed, type SimPort } from './sim-feed.ts';
import { viewStore } from './view-store.ts';

export type { Simulated } from '#core/sim/simulate.ts';

/** What was asked of what. */
interface Question {
  readonly design: Design;
  readonly scenario: Scenario;
}

/** Why a model gives no answer, each in a sentence for the user; null = it gave one or was not asked. */
interface Refusals {
  readonly estimate: string | null;
  readonly sweep: string | null;
  readonly training: string | null;
  readonly flow: string | null;
}

export interface SimulationState {
  /** What the fast results below belong to; null = none yet. */
  readonly answered: Question | null;
  readonly estimate: CollectiveEstimate | null;
  /** The same question at other sizes, smallest first. */
  readonly sweep: readonly CollectiveEstimate[];
  readonly training: TrainingReport | null;
  /** A parallel layout under which the training run fits its GPUs. */
  readonly fittingLayout: Layout | null;
  readonly refusals: Refusals;
  /** The fast results are of an older design or scenario. */
  readonly isStale: boolean;

  readonly flow: FlowReport | null;
  readonly flowAnswered: Question | null;
  /** The flow results are of an older design or scenario. */
  readonly isFlowStale: boolean;
  /** The flow model is at work. */
  readonly running: boolean;
  readonly progress: FlowProgress | null;

  /** Details of an internal fault. */
  readonly failure: string | null;
}

const EMPTY: SimulationState = {
  answered: null,
  estimate: null,
  sweep: [],
  training: null,
  fittingLayout: null,
  refusals: { estimate: null, sweep: null, training: null, flow: null },
  isStale: true,
  flow: null,
  flowAnswered: null,
  isFlowStale: false,
  running: false,
  progress: null,
  failure: null,
};

export const simulationStore = createStore<SimulationState>(() => EMPTY);

export function useSimulationStore<T>(selector: (state: SimulationState) => T): T {
  return useStore(simulationStore, selector);
}

let feed: SimFeed | null = null;
let asked: Question | null = null;
let flowAsked: Question | null = null;

function ask(): Question {
  return { design: design(), scenario: currentScenario(design()) };
}

/** A scenario by another name, or a copy of one, is the same question. */
function isSameQuestion(a: Question, b: Question): boolean {
  if (!isSameDrawing(a.design, b.design)) return false;
  const plain = (scenario: Scenario): Scenario => ({ ...scenario, id: '', name: '' });
  return a.scenario === b.scenario || isSameValue(plain(a.scenario), plain(b.scenario));
}

function postQuestion(): void {
  if (!feed || !designStore.getState().isOpen || !isShown(viewStore.getState(), 'simulate')) return;
  const question = ask();
  if (asked && isSameQuestion(asked, question)) return;
  asked = question;
  feed.simulate(question.design, question.scenario);
}

function receive({ estimate, sweep, training, fittingLayout }: Simulated): void {
  simulationStore.setState((state) => ({
    answered: asked,
    estimate: estimate.ok ? estimate.value : null,
    sweep: sweep.ok ? sweep.value : [],
    training: training?.ok ? training.value : null,
    fittingLayout,
    refusals: {
      ...state.refusals,
      estimate: estimate.ok ? null : estimate.error,
      sweep: sweep.ok ? null : sweep.error,
      training: training && !training.ok ? training.error : null,
    },
    isStale: asked === null || !isSameQuestion(asked, ask()),
    failure: null,
  }));
}

/** After every change of the design: says what no longer holds and asks anew. */
function follow(): void {
  const { answered, flowAnswered, isStale, isFlowStale } = simulationStore.getState();
  const question = ask();
  const now = {
    isStale: answered === null || !isSameQuestion(answered, question),
    isFlowStale: flowAnswered !== null && !isSameQuestion(flowAnswered, question),
  };
  if (now.isStale !== isStale || now.isFlowStale !== isFlowStale) simulationStore.setState(now);
  postQuestion();
}

function forget(): void {
  feed?.close();
  asked = null;
  flowAsked = null;
  simulationStore.setState(EMPTY);
}

/** Starts following the open design. The worker itself starts with the first question. Returns the way to stop. */
export function startSimulationFeed(createWorker: () => SimPort): () => void {
  feed = createSimFeed(createWorker, {
    onSimulated: receive,
    onProgress: (progress) => simulationStore.setState({ progress }),
    onFlow: (flow) =>
      simulationStore.setState((state) => ({
        running: false,
        progress: null,
        flow: flow.ok ? flow.value : null,
        flowAnswered: flow.ok ? flowAsked : null,
        isFlowStale: flow.ok && flowAsked !== null && !isSameQuestion(flowAsked, ask()),
        refusals: { ...state.refusals, flow: flow.ok ? null : flow.error },
      })),
    onFailure(failure) {
      asked = null;
      simulationStore.setState({ failure, running: false, progress: null });
    },
  });
  const stopDesign = designStore.subscribe((state, previous) => {
    if (state.documentSerial !== previous.documentSerial || state.isOpen !== previous.isOpen) forget();
    if (state.edit.design !== previous.edit.design) follow();
  });
  const stopView = viewStore.subscribe((state, previous) => {
    if (state.view !== previous.view || state.otherView !== previous.otherView) postQuestion();
  });
  postQuestion();
  return () => {
    stopDesign();
    stopView();
    forget();
    feed = null;
  };
}

/** The module worker that runs the models; bundled by Vite from this expression. */
export function createSimWorker(): SimPort {
  const worker = new Worker(new URL('../workers/sim-worker.ts', import.meta.url), {
    type: 'module',
    name: 'simulation',
  });
  return createDesignPort<SimRequest, SimReply>(worker as RawPort<SimReply>);
}

function openFeed(): SimFeed {
  assert(feed, 'the simulation was asked before it was started');
  return feed;
}

/** Runs the flow model on the current scenario; a run under way is called off. */
export function runFlows(): void {
  flowAsked = ask();
  simulationStore.setState((state) => ({
    running: true,
    progress: null,
    failure: null,
    refusals: { ...state.refusals, flow: null },
  }));
  openFeed().runFlows(flowAsked.design, flowAsked.scenario);
}

/** Calls the run off; results of the run before stay. */
export function cancelFlows(): void {
  openFeed().cancelFlows();
  simulationStore.setState({ running: false, progress: null });
}

/** The fast models on other scenarios over the open design, in the order given. */
export function simulateScenarios(scenarios: readonly Scenario[]): Promise<readonly Simulated[]> {
  return openFeed().compare(design(), scenarios);
}

/** The flow results if they belong to the same question as the fast ones. */
export function findKeptFlow(): FlowReport | null {
  const { answered, flow, flowAnswered } = simulationStore.getState();
  return answered && flowAnswered && isSameQuestion(flowAnswered, answered) ? flow : null;
}
