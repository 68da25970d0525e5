/** `How is this counted?` beside a figure: opens on its formula, this design's values, what was counted, and who says so. */
import { Sigma } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { Explanation, MetricId } from '#core/analysis/explain/explanation.ts';
import { explainMetric, useReportStore } from '../store/report-store.ts';
import { PopoverButton } from '../ui/popover.tsx';
import { ExplanationView } from './explanation-view.tsx';
import './explain-button.css';

/** Under the whole cell of the metrics bar. */
const BELOW_FIGURE_PX = 46;
const BESIDE_NAME_PX = 8;

interface ExplainButtonProps {
  readonly metricId: MetricId;
  /** Of the figure, for the button's name. */
  readonly figure: string;
  readonly side?: 'bottom' | 'left';
}

export function ExplainButton({ metricId, figure, side = 'left' }: ExplainButtonProps): ReactElement {
  const label = `How is this counted? ${figure}`;
  return (
    <PopoverButton
      label={label}
      side={side}
      distance={side === 'bottom' ? BELOW_FIGURE_PX : BESIDE_NAME_PX}
      trigger={
        <button type="button" className="explain-button" aria-label={label} title="How is this counted?">
          <Sigma size={12} aria-hidden />
        </button>
      }
    >
      <ExplainedFigure metricId={metricId} />
    </PopoverButton>
  );
}

type Answer = Explanation | 'asking' | 'none' | 'failed';

/** Asks again for every new report, so that the values are those of the figure beside it. */
function ExplainedFigure({ metricId }: { readonly metricId: MetricId }): ReactElement {
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
  return <p className="explain-button__wait">{MESSAGES[answer]}</p>;
}

const MESSAGES = {
  asking: 'Working it out \u2026',
  none: 'This design has no such figure: there is nothing to measure yet.',
  failed: 'This figure could not be explained. The design itself is untouched.',
} as const;
