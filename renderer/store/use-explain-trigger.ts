/** What an element does to be explained. */
import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent } from 'react';
import {
  closeExplained,
  type ExplainSource,
  focusFigure,
  hoverFigure,
  isExplaining,
  leaveFigure,
  pinFigure,
} from './explain-store.ts';

export interface ExplainTrigger {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onMouseDown?: (event: MouseEvent<HTMLElement>) => void;
  readonly onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** What goes onto a button that leads somewhere itself. */
export interface LeadingTrigger extends Omit<ExplainTrigger, 'onClick' | 'onMouseDown'> {
  readonly onClickCapture: () => void;
  readonly 'aria-keyshortcuts': string;
  readonly 'data-leads': true;
}

/** Where the focus comes from and goes to without anything opening or closing. */
function isInCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.explain-card') !== null;
}

/**
 * The same in a row of a table: a press of the pointer belongs to the row, which it chooses; keys lead from the row to the figure.
 */
export function useExplainInRow(source: ExplainSource, figure: string): ExplainTrigger {
  const trigger = useExplainTrigger(source, figure);
  return {
    ...trigger,
    onMouseDown(event) {
      event.preventDefault();
      event.currentTarget.closest<HTMLElement>('[role="row"]')?.focus();
    },
    onClick(event) {
      if (event.detail > 0) return;
      event.stopPropagation();
      trigger.onClick(event);
    },
  };
}

/**
 * The same on a button with a figure in it that leads somewhere when it is pressed: the pointer and the focus are told, and the keys
 * that explain the selection elsewhere keep the card open.
 */
export function useExplainLeading(source: ExplainSource, figure: string): LeadingTrigger {
  return leadFromFigure(source, figure);
}

/** The same where there are many such buttons: in a list of tabs, in a part that opens. */
export function leadFromFigure(source: ExplainSource, figure: string): LeadingTrigger {
  const { onClick: _pin, ...trigger } = listenToFigure(source, figure);
  return {
    ...trigger,
    'aria-keyshortcuts': 'Shift+E',
    'data-leads': true,
    onClickCapture: closeExplained,
    onKeyDown(event) {
      if (event.code !== 'KeyE' || !event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) {
        trigger.onKeyDown(event);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      pinFigure({ anchor: event.currentTarget, source, figure });
    },
  };
}

export function useExplainTrigger(source: ExplainSource, figure: string): ExplainTrigger {
  return listenToFigure(source, figure);
}

function listenToFigure(source: ExplainSource, figure: string): ExplainTrigger {
  const about = (anchor: HTMLElement) => ({ anchor, source, figure });
  return {
    onPointerMove: (event) => {
      // Not on entering: what comes to lie under a pointer at rest, when a menu closes over it, was not pointed at.
      if (event.pointerType !== 'touch') hoverFigure(about(event.currentTarget));
    },
    onPointerLeave: leaveFigure,
    onFocus(event) {
      if (!isInCard(event.relatedTarget) && event.currentTarget.matches(':focus-visible')) {
        focusFigure(about(event.currentTarget));
      }
    },
    onBlur(event) {
      if (!isInCard(event.relatedTarget)) leaveFigure();
    },
    onKeyDown(event) {
      if (event.key !== 'Escape' || !isExplaining()) return;
      event.preventDefault();
      event.stopPropagation();
      closeExplained();
    },
    onClick(event) {
      pinFigure(about(event.currentTarget));
    },
  };
}
