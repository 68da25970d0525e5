/** A sum that says when it is only a lower bound, and why. */
import type { ReactElement } from 'react';
import { explainPartial, formatPartial, type PartialFigure } from './format.ts';
import { Tooltip } from './tooltip.tsx';
import './figure.css';

interface FigureProps {
  readonly sum: PartialFigure;
  readonly format: (value: number) => string;
}

export function Figure({ sum, format }: FigureProps): ReactElement {
  const text = formatPartial(sum, format);
  const reason = explainPartial(sum);
  if (reason === null) return <span>{text}</span>;
  return (
    <Tooltip content={reason}>
      <span className="ui-figure--partial">{text}</span>
    </Tooltip>
  );
}
