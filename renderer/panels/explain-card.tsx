/** The card beside the figure that is being explained: its formula, this design's values, what was counted, and who says so. */
import { type ReactElement, useEffect, useState } from 'react';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import { closeExplained, useExplained } from '../store/explain-store.ts';
import { explainMetric, useReportStore } from '../store/report-store.ts';
import { PopoverBeside } from '../ui/popover.tsx';
import { ExplanationView } from './explanation-view.tsx';
import './explain-card.css';

/** Mounted once: whatever is explained in the window is explained here. */
export function ExplainCard(): ReactElement | null {
  const { shown, isPinned } = useExplained();
  useEffect(() => {
    if (shown === null || isPinned) return undefined;
    // The figure moves away from under the pointer.
    const close = (event: Event): void => {
      if (!(event.target instanceof Element && event.target.closest('.explain-card'))) closeExplained();
    };
    window.addEventListener('scroll', close, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', close, { capture: true });
  }, [shown, isPinned]);
  if (shown === null) return null;
  const { anchor, source, figure } = shown;
  return (
    <PopoverBeside
      anchor={anchor}
      label={`How is this counted? ${figure}`}
      className="explain-card"
      takesFocus={isPinned}
      onClose={closeExplained}
    >
      {typeof source === 'string' ? <AskedFigure metricId={source} /> : <GivenFigure explanation={source()} />}
      {isPinned ? null : <p className="explain-card__hint">{describeKeeping(anchor)}</p>}
    </PopoverBeside>
  );
}

/** A press on a figure of the metrics bar leads elsewhere; in a row of a table it chooses the row. */
function describeKeeping(anchor: HTMLElement): string {
  if (anchor.closest('[role="row"]'))
    return 'Enter on the figure keeps this open; \u2190 and \u2192 lead to it from the row.';
  if (anchor.hasAttribute('data-explained')) return 'Press the figure to keep this open.';
  return 'Press \u03a3 to keep this open.';
}

function GivenFigure({ explanation }: { readonly explanation: Explanation | null }): ReactElement {
  if (explanation) return <ExplanationView explanation={explanation} />;
  return <p className="explain-card__wait">{MESSAGES.none}</p>;
}

type Answer = Explanation | 'asking' | 'none' | 'failed';

/** Asks again for every new report, so that the values are those of the figure beside it. */
function AskedFigure({ metricId }: { readonly metricId: MetricId }): ReactElement {
  const report = useReportStore((state) => state.report);
  const [answer, setAnswer] = useState<Answer>('asking');
  useEffect(() => {
    let isCurrent = true;
    const settle = (next: Answer): void => {
      if (isCurrent) setAnswer(next);
    };
    explainMetric(metricId).then(
      (explanation) => settle(explanation ?? 'none'),
      () => settle('failed'),
    );
    return () => {
      isCurrent = false;
    };
  }, [metricId, report]);
  if (typeof answer === 'object') return <ExplanationView explanation={answer} />;
  return <p className="explain-card__wait">{MESSAGES[answer]}</p>;
}

const MESSAGES = {
  asking: 'Working it out \u2026',
  none: 'This design has no such figure: there is nothing to measure yet.',
  failed: 'This figure could not be explained. The design itself is untouched.',
} as const;
