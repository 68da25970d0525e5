/** How a figure stands against that of the current scenario: an arrow, an amount and a word, so that colour only helps. */
import { ArrowDown, ArrowUp, Equal } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Delta } from './compared-run.ts';

interface DeltaTextProps {
  readonly delta: Delta | null;
  readonly better: string;
  readonly worse: string;
}

export function DeltaText({ delta, better, worse }: DeltaTextProps): ReactElement | null {
  if (!delta) return null;
  const Icon = delta.verdict === 'same' ? Equal : delta.verdict === 'better' ? ArrowDown : ArrowUp;
  const word = delta.verdict === 'same' ? 'the same' : delta.verdict === 'better' ? better : worse;
  return (
    <span className="compare__delta" data-verdict={delta.verdict}>
      <Icon size={12} aria-hidden />
      {delta.amount} {word}
    </span>
  );
}
