/**
 * The figure that is being explained: one at a time in the whole window. The pointer or the focus on a figure opens its card, which
 * goes when they go; a press keeps it until it is closed.
 */
import { createStore, useStore } from 'zustand';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';

/** Answered by another desk than the report's: of a design that is not the open one. */
export interface AskedElsewhere {
  readonly ask: () => Promise<Explanation | null>;
}

/** A figure of the report, several that belong together, or one whose derivation is at hand. */
export type ExplainSource = MetricId | readonly MetricId[] | (() => Explanation | null) | AskedElsewhere;

export interface ExplainedFigure {
  /** Beside which the card stands. */
  readonly anchor: HTMLElement;
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly figure: string;
  /** Gets the focus back from the card; absent = the anchor. */
  readonly returnTo?: HTMLElement;
}

interface ExplainState {
  readonly shown: ExplainedFigure | null;
  readonly isPinned: boolean;
}

/** As long as the tooltips wait. */
const OPEN_MS = 500;
/** From one figure to the next without a flicker. */
const CLOSE_MS = 120;

const explainStore = createStore<ExplainState>(() => ({ shown: null, isPinned: false }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Gets the focus back from its card, which must not open anew for it. */
let returningTo: HTMLElement | null = null;

function later(run: () => void, delayMs: number): void {
  clearTimeout(timer);
  timer = setTimeout(run, delayMs);
}

export function useExplained(): ExplainState {
  return useStore(explainStore);
}

export function isExplaining(): boolean {
  return explainStore.getState().shown !== null;
}

/** The pointer came to rest on a figure. A card that was pressed open stays. */
export function hoverFigure(figure: ExplainedFigure): void {
  const { shown, isPinned } = explainStore.getState();
  if (isPinned) return;
  if (shown?.anchor === figure.anchor) clearTimeout(timer);
  else later(() => explainStore.setState({ shown: figure, isPinned: false }), OPEN_MS);
}

/** The pointer or the focus left the figure. */
export function leaveFigure(): void {
  later(() => {
    if (!explainStore.getState().isPinned) closeExplained();
  }, CLOSE_MS);
}

/** The focus came to the figure by key. */
export function focusFigure(figure: ExplainedFigure): void {
  clearTimeout(timer);
  const isReturning = figure.anchor === returningTo;
  returningTo = null;
  if (!isReturning) explainStore.setState({ shown: figure, isPinned: false });
}

/** A press on the figure: the card stays and takes the focus. A second press closes it. */
export function pinFigure(figure: ExplainedFigure): void {
  clearTimeout(timer);
  const { shown, isPinned } = explainStore.getState();
  if (isPinned && shown?.anchor === figure.anchor) closeExplained();
  else explainStore.setState({ shown: figure, isPinned: true });
}

export function closeExplained(): void {
  clearTimeout(timer);
  const { shown, isPinned } = explainStore.getState();
  returningTo = isPinned ? (shown?.anchor ?? null) : null;
  explainStore.setState({ shown: null, isPinned: false });
}
