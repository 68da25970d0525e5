/** The card beside the figure that is being explained: its formula, this design's values, what was counted, and who says so. */
import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import { type AskedElsewhere, closeExplained, type ExplainSource, useExplained } from '../store/explain-store.ts';
import { explainMetric, useReportStore } from '../store/report-store.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { PopoverBeside } from '../ui/popover.tsx';
import { ExplanationView } from './explanation-view.tsx';
import './explain-card.css';

const isMac = navigator.platform.startsWith('Mac');

/** Surfaces that close when something beside them is pressed: they hold a card of their own. */
const APART = '.ui-dialog, .ui-popover';

interface ExplainCardProps {
  /** Of a dialog or popover, for the figures in it. */
  readonly isApart?: boolean;
}

/** Mounted once in the window, and once in each dialog with figures: whatever is explained there is explained here. */
export function ExplainCard({ isApart = false }: ExplainCardProps): ReactElement | null {
  const { shown, isPinned } = useExplained();
  const isOwn = shown !== null && (shown.anchor.closest(APART) !== null) === isApart;
  useEffect(() => {
    if (!isOwn || isPinned) return undefined;
    // The figure moves away from under the pointer.
    const close = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('.explain-card'))) closeExplained();
    };
    window.addEventListener('scroll', close, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', close, { capture: true });
  }, [isOwn, isPinned]);
  if (!isOwn) return null;
  const { anchor, source, figure, returnTo } = shown;
  return (
    <PopoverBeside
      anchor={anchor}
      label={`How is this counted? ${figure}`}
      className="explain-card"
      takesFocus={isPinned}
      focusAfter={returnTo ?? anchor}
      onClose={closeExplained}
    >
      <Derivation source={source} figure={figure} />
      {isPinned ? null : <p className="explain-card__hint">{describeKeeping(anchor)}</p>}
    </PopoverBeside>
  );
}

function Derivation({ source, figure }: { readonly source: ExplainSource; readonly figure: string }): ReactElement {
  if (typeof source === 'function') return <GivenFigure explanation={source()} />;
  if (typeof source === 'object' && !('ask' in source)) return <AskedFigures metricIds={source} figure={figure} />;
  return <AskedFigure source={source} />;
}

/** A press on a figure of the metrics bar leads elsewhere; in a row of a table it chooses the row. */
function describeKeeping(anchor: HTMLElement): string {
  if (anchor.closest('.cv-root, .fl-surface'))
    return `${formatShortcut('Shift+KeyE', isMac)} on the selected item keeps its figures open.`;
  if (anchor.closest('[role="row"]'))
    return 'Enter on the figure keeps this open; \u2190 and \u2192 lead to it from the row.';
  if (anchor.hasAttribute('data-leads')) return `${formatShortcut('Shift+KeyE', isMac)} keeps this open.`;
  if (anchor.hasAttribute('data-explained')) return 'Press the figure to keep this open.';
  return 'Press \u03a3 to keep this open.';
}

function GivenFigure({ explanation }: { readonly explanation: Explanation | null }): ReactElement {
  if (explanation) return <ExplanationView explanation={explanation} />;
  return <p className="explain-card__wait">{MESSAGES.none}</p>;
}

type Waiting = 'asking' | 'none' | 'failed';

/** Asks again for every new report, so that the values are those of the figure beside it. */
function useAnswer<T>(ask: () => Promise<T | null>): T | Waiting {
  const report = useReportStore((state) => state.report);
  const [answer, setAnswer] = useState<T | Waiting>('asking');
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: T | Waiting): void => {
      if (isCurrent) setAnswer(() => next);
    };
    ask().then(
      (found) => settle(found ?? 'none'),
      () => settle('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [ask, report]);
  return answer;
}

/** What another design counts cannot be lit up on this one's canvas. */
function putOutLights(explanation: Explanation | null): Explanation | null {
  return explanation && { ...explanation, counted: explanation.counted.map((own) => ({ ...own, refs: [] })) };
}

function AskedFigure({ source }: { readonly source: MetricId | AskedElsewhere }): ReactElement {
  const ask = useCallback(
    () => (typeof source === 'string' ? explainMetric(source) : source.ask().then(putOutLights)),
    [source],
  );
  const answer = useAnswer(ask);
  if (typeof answer === 'object') return <ExplanationView explanation={answer} />;
  return <p className="explain-card__wait">{MESSAGES[answer]}</p>;
}

interface AskedFiguresProps {
  readonly metricIds: readonly MetricId[];
  readonly figure: string;
}

/** One below the other; what the design has no figure of is left out. */
function AskedFigures({ metricIds, figure }: AskedFiguresProps): ReactElement {
  const ask = useCallback(async (): Promise<readonly Explanation[] | null> => {
    const found = await Promise.all(metricIds.map(explainMetric));
    const known = found.filter((explanation) => explanation !== null);
    return known.length === 0 ? null : known;
  }, [metricIds]);
  const answer = useAnswer(ask);
  if (typeof answer === 'string') return <p className="explain-card__wait">{MESSAGES[answer]}</p>;
  return (
    <>
      <h2 className="explain-card__title">{figure}</h2>
      {answer.map((explanation) => (
        <ExplanationView key={explanation.title} explanation={explanation} isPart />
      ))}
    </>
  );
}

const MESSAGES = {
  asking: 'Working it out \u2026',
  none: 'This design has no such figure: there is nothing to measure yet.',
  failed: 'This figure could not be explained. The design itself is untouched.',
} as const;
