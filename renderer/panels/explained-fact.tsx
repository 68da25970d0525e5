/** A line of a list of facts whose figure tells how it is counted. */
import type { ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import type { PartialFigure } from '../ui/format.ts';
import { Explained, ExplainedSum } from './explained.tsx';

export type ExplainedFact = readonly [string, ReactElement];

export function explainFact(label: string, source: ExplainSource, text: string, isOver = false): ExplainedFact {
  return [label, <Explained key={label} source={source} figure={label} text={text} isOver={isOver} />];
}

export function explainSumFact(
  label: string,
  source: ExplainSource,
  sum: PartialFigure,
  format: (value: number) => string,
): ExplainedFact {
  return [label, <ExplainedSum key={label} source={source} figure={label} sum={sum} format={format} />];
}
