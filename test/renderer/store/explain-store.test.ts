/** One card for all figures: it waits for the pointer, goes with it, stays when pressed, and does not open for a focus it gives back. */
import { act, createElement } from 'react';
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

let shown: { figure: string | null; isPinned: boolean } = { figure: null, isPinned: false };
let root: Root;

function Probe(): null {
  const state = useExplained();
  shown = { figure: state.shown?.figure ?? null, isPinned: state.isPinned };
  return null;
}

const pass = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  root = createRoot(document.createElement('div'));
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
    expect(shown.figure).toBeNull();
    pass(200);
    expect(shown).toEqual({ figure: 'GPUs', isPinned: false });
    act(leaveFigure);
    pass(300);
    expect(isExplaining()).toBe(false);
  });

  it('is not one that the pointer only passed', () => {
    act(() => hoverFigure(gpus));
    pass(300);
    act(leaveFigure);
    pass(1000);
    expect(shown.figure).toBeNull();
  });

  it('stays when pressed, whatever the pointer does, until it is pressed again', () => {
    act(() => pinFigure(gpus));
    act(() => hoverFigure(racks));
    act(leaveFigure);
    pass(2000);
    expect(shown).toEqual({ figure: 'GPUs', isPinned: true });
    act(() => pinFigure(gpus));
    expect(shown.figure).toBeNull();
  });

  it('opens for the focus at once, but not for the one that a closing card gives back', () => {
    act(() => focusFigure(gpus));
    expect(shown).toEqual({ figure: 'GPUs', isPinned: false });
    act(() => pinFigure(gpus));
    act(closeExplained);
    act(() => focusFigure(gpus));
    expect(shown.figure).toBeNull();
    act(() => focusFigure(racks));
    expect(shown.figure).toBe('Racks');
  });
});
