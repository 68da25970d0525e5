/**
 * The answer to the requirements that are being filled in: the design they lead to, or why none, and what else could be had.
 * The worker lives as long as the dialog is open.
 */
import { createStore, useStore } from 'zustand';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import type { Design } from '#core/design/design.ts';
import type { Requirements } from '#core/generate/requirements.ts';
import type {
  DesignSummary,
  Proposal,
  RequirementsReply,
  RequirementsRequest,
} from '../workers/requirements-messages.ts';

export type { DesignSummary, FabricSummary } from '../workers/requirements-messages.ts';

/** A proposal with what it comes to, once that is known. */
export interface Compared extends Proposal {
  readonly summary: DesignSummary | null;
}

export interface Fitting {
  readonly requirements: Requirements;
  readonly design: Design;
  readonly notes: readonly string[];
  readonly summary: DesignSummary;
}

export interface RequirementsState {
  readonly isOpen: boolean;
  /** What was asked last; null = nothing that can be answered. */
  readonly asked: Requirements | null;
  /** Answer to `answered`, which is older than `asked` while the newest is computed. */
  readonly answered: Requirements | null;
  readonly outcome:
    | ({ readonly kind: 'fits' } & Fitting)
    | { readonly kind: 'misfit'; readonly message: string }
    | null;
  readonly proposals: readonly Compared[];
  readonly isComputing: boolean;
  /** The last design that fitted: what ways out are measured against. */
  readonly lastFitting: Fitting | null;
  /** Details of an internal fault. */
  readonly failure: string | null;
}

const CLOSED: RequirementsState = {
  isOpen: false,
  asked: null,
  answered: null,
  outcome: null,
  proposals: [],
  isComputing: false,
  lastFitting: null,
  failure: null,
};

export const requirementsStore = createStore<RequirementsState>(() => CLOSED);

export function useRequirementsStore<T>(selector: (state: RequirementsState) => T): T {
  return useStore(requirementsStore, selector);
}

/** What is needed of a Worker. */
export interface RequirementsPort {
  postMessage(request: RequirementsRequest): void;
  terminate(): void;
  onmessage: ((event: { data: RequirementsReply }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

function createRequirementsWorker(): RequirementsPort {
  return new Worker(new URL('../workers/requirements-worker.ts', import.meta.url), {
    type: 'module',
    name: 'requirements',
  }) as RequirementsPort;
}

let worker: RequirementsPort | null = null;
let lastRequestId = 0;

/** Questions for derivations that are on their way. */
const asking = new Map<number, (explanation: Explanation | null) => void>();
let lastQuestionId = 0;

function endWorker(): void {
  worker?.terminate();
  worker = null;
  for (const settle of asking.values()) settle(null);
  asking.clear();
}

/** How a figure of the design of these requirements comes about; null = it has no such figure. */
export function explainRequired(requirements: Requirements, metricId: MetricId): Promise<Explanation | null> {
  if (worker === null) return Promise.resolve(null);
  lastQuestionId += 1;
  const requestId = lastQuestionId;
  worker.postMessage({ kind: 'explain', requestId, requirements, metricId });
  return new Promise((resolve) => {
    asking.set(requestId, resolve);
  });
}

export function openRequirements(): void {
  requirementsStore.setState({ ...CLOSED, isOpen: true });
}

export function closeRequirements(): void {
  endWorker();
  requirementsStore.setState(CLOSED);
}

/** Asks for the design of these requirements; the answers to what was asked before stop. */
export function askForDesign(requirements: Requirements | null, createWorker = createRequirementsWorker): void {
  lastRequestId += 1;
  requirementsStore.setState({ asked: requirements, isComputing: requirements !== null, failure: null });
  if (requirements === null) return;
  if (worker === null) {
    worker = createWorker();
    worker.onmessage = (event) => receive(event.data);
    worker.onerror = (event) => {
      endWorker();
      requirementsStore.setState({
        isComputing: false,
        failure: event.message ?? 'The worker stopped without a message.',
      });
    };
  }
  worker.postMessage({ kind: 'generate', requestId: lastRequestId, requirements });
}

function receive(reply: RequirementsReply): void {
  if (reply.kind === 'explanation') {
    asking.get(reply.requestId)?.(reply.explanation);
    asking.delete(reply.requestId);
    return;
  }
  const { asked } = requirementsStore.getState();
  if (reply.requestId !== lastRequestId || asked === null) return;
  switch (reply.kind) {
    case 'fits': {
      const { design, notes, summary } = reply;
      const fitting: Fitting = { requirements: asked, design, notes, summary };
      requirementsStore.setState({
        answered: asked,
        outcome: { kind: 'fits', ...fitting },
        proposals: [],
        lastFitting: fitting,
      });
      break;
    }
    case 'misfit':
      requirementsStore.setState({
        answered: asked,
        outcome: { kind: 'misfit', message: reply.message },
        proposals: [],
      });
      break;
    case 'proposals':
      requirementsStore.setState({ proposals: reply.proposals.map((proposal) => ({ ...proposal, summary: null })) });
      break;
    case 'compared':
      requirementsStore.setState(({ proposals }) => ({
        proposals: proposals.map((proposal, index) =>
          index === reply.index ? { ...proposal, summary: reply.summary } : proposal,
        ),
      }));
      break;
    case 'done':
      requirementsStore.setState({ isComputing: false });
      break;
    case 'failure':
      requirementsStore.setState({ isComputing: false, failure: reply.details });
      break;
  }
}
