/** The count at the head of a list, which tells what it counts and what is let in. */
import type { ReactElement } from 'react';
import { explainList, type ListCount } from '#core/analysis/explain/explain-list.ts';
import { formatNumber } from '../ui/format.ts';
import { Explained } from './explained.tsx';

interface ExplainedCountProps extends ListCount {
  /** Absent = the number of items. */
  readonly text?: string;
}

export function ExplainedCount({ text, ...list }: ExplainedCountProps): ReactElement {
  return (
    <Explained source={() => explainList(list)} figure={list.title} text={text ?? formatNumber(list.items.length)} />
  );
}
