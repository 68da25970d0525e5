/** A figure in a card over the canvas that tells how it is counted, as those of the panels do. */
import type { ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { useExplainTrigger } from '../store/use-explain-trigger.ts';
import { FigureButton } from '../ui/figure-button.tsx';

interface ToldFigureProps {
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly figure: string;
  readonly text: string;
}

export function ToldFigure({ source, figure, text }: ToldFigureProps): ReactElement {
  return <FigureButton figure={figure} text={text} {...useExplainTrigger(source, figure)} />;
}
