/** A figure that tells how it is counted: to the pointer that rests on it, to the focus, and for good when it is pressed. */
import type { ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { type ExplainTrigger, useExplainInRow, useExplainTrigger } from '../store/use-explain-trigger.ts';
import { FigureButton } from '../ui/figure-button.tsx';
import { explainPartial, formatPartial, type PartialFigure } from '../ui/format.ts';

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

export function Explained({ source, isInRow = false, ...rest }: ExplainedProps): ReactElement {
  const alone = useExplainTrigger(source, rest.figure);
  const inRow = useExplainInRow(source, rest.figure);
  const trigger: ExplainTrigger = isInRow ? inRow : alone;
  return <FigureButton {...rest} tabIndex={isInRow ? -1 : undefined} {...trigger} />;
}

interface ExplainedSumProps extends Omit<ExplainedProps, 'text' | 'isPartial'> {
  readonly sum: PartialFigure;
  readonly format: (value: number) => string;
}

/** A sum that is a lower bound while terms are missing. */
export function ExplainedSum({ sum, format, ...rest }: ExplainedSumProps): ReactElement {
  return <Explained {...rest} text={formatPartial(sum, format)} isPartial={explainPartial(sum) !== null} />;
}
