/** A figure that tells how it is counted: to the pointer that rests on it, to the focus, and for good when it is pressed. */
import type { ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { explainPartial, formatPartial, type PartialFigure } from '../ui/format.ts';
import { type ExplainTrigger, useExplainInRow, useExplainTrigger } from './use-explain-trigger.ts';
import './explained.css';

interface ExplainedProps {
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly figure: string;
  readonly text: string;
  /** Terms of it are not known. */
  readonly isPartial?: boolean;
  readonly isOver?: boolean;
  /** In a row of a table, which is the tab stop: the arrow keys lead here. */
  readonly isInRow?: boolean;
  readonly testId?: string;
}

export function Explained(props: ExplainedProps): ReactElement {
  const { source, figure, text, isPartial = false, isOver = false, isInRow = false, testId } = props;
  const alone = useExplainTrigger(source, figure);
  const inRow = useExplainInRow(source, figure);
  const trigger: ExplainTrigger = isInRow ? inRow : alone;
  return (
    <button
      type="button"
      className="explained"
      aria-label={`${figure}: ${text}. How is this counted?`}
      data-explained
      data-partial={isPartial || undefined}
      data-over={isOver || undefined}
      data-testid={testId}
      tabIndex={isInRow ? -1 : undefined}
      {...trigger}
    >
      {text}
    </button>
  );
}

interface ExplainedSumProps extends Omit<ExplainedProps, 'text' | 'isPartial'> {
  readonly sum: PartialFigure;
  readonly format: (value: number) => string;
}

/** A sum that is a lower bound while terms are missing. */
export function ExplainedSum({ sum, format, ...rest }: ExplainedSumProps): ReactElement {
  return <Explained {...rest} text={formatPartial(sum, format)} isPartial={explainPartial(sum) !== null} />;
}
