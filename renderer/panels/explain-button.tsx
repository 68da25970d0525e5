/** `How is this counted?` beside a figure that leads somewhere itself. */
import { Sigma } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ExplainSource } from '../store/explain-store.ts';
import { useExplainTrigger } from '../store/use-explain-trigger.ts';
import './explain-button.css';

interface ExplainButtonProps {
  readonly source: ExplainSource;
  /** Of the figure, for the button's name. */
  readonly figure: string;
}

export function ExplainButton({ source, figure }: ExplainButtonProps): ReactElement {
  const trigger = useExplainTrigger(source, figure);
  return (
    <button type="button" className="explain-button" aria-label={`How is this counted? ${figure}`} {...trigger}>
      <Sigma size={12} aria-hidden />
    </button>
  );
}
