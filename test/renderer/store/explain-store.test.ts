/** One card for all figures: it waits for the pointer, goes with it, stays when pressed, and does not open for a focus it gives back. */
import { act, createElement, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  closeExplained,
  type ExplainedFigure,
  focusFigure,
  hoverFigure,
  isExplaining,
  leaveFigure,
  pinFigure,
  useExplained,
} from '../../../renderer/store/explain-store.ts';

const create = (figure: string): ExplainedFigure => ({
  anchor: document.createElement('button'),
  source: 'gpus',
  figure,
});
const gpus = create('GPUs');
const racks = create('Racks');

let container: HTMLElement;
let root: Root;

function Probe(): ReactElement {
  const { shown, isPinned } = useExplained();
  return createElement('output', { 'data-pinned': isPinned }, shown?.figure ?? 'none');
}

/** `GPUs`, `GPUs, kept` or `none`. */
function read(): string {
  const output = container.querySelector('output');
  return `${output?.textContent ?? ''}${output?.dataset['pinned'] === 'true' ? ', kept' : ''}`;
}

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  container = document.createElement('div');
  root = createRoot(container);
  act(() => root.render(createElement(Probe)));
});

afterEach(() => {
  act(() => {
    closeExplained();
    root.unmount();
  });
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the figure that is explained', () => {
  it('is the one the pointer rests on, until it leaves', () => {
    act(() => hoverFigure(gpus));
    pass(400);
    expect(read()).toBe('none');
    pass(200);
    expect(read()).toBe('GPUs');
    act(leaveFigure);
    pass(300);
    expect(isExplaining()).toBe(false);
  });

  it('is not one that the pointer only passed', () => {
    act(() => hoverFigure(gpus));
    pass(300);
    act(leaveFigure);
    pass(1000);
    expect(read()).toBe('none');
  });

  it('stays when pressed, whatever the pointer does, until it is pressed again', () => {
    act(() => pinFigure(gpus));
    act(() => hoverFigure(racks));
    act(leaveFigure);
    pass(2000);
    expect(read()).toBe('GPUs, kept');
    act(() => pinFigure(gpus));
    expect(read()).toBe('none');
  });

  it('opens for the focus at once, but not for the one that a closing card gives back', () => {
    act(() => focusFigure(gpus));
    expect(read()).toBe('GPUs');
    act(() => pinFigure(gpus));
    act(closeExplained);
    act(() => focusFigure(gpus));
    expect(read()).toBe('none');
    act(() => focusFigure(racks));
    expect(read()).toBe('Racks');
  });
});
