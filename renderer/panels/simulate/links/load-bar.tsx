/** How full a cable is: a short bar in the colours of the canvas's heat, and the figure. */
import type { CSSProperties, ReactElement } from 'react';
import type { ExplainSource } from '../../../store/explain-store.ts';
import { chooseHeatStep } from '../../../ui/heat-scale.ts';
import { formatPercent } from '../../../ui/format.ts';
import { Explained } from '../../explained.tsx';

interface LoadBarProps {
  readonly share: number;
  readonly source: ExplainSource;
  /** What the figure is called. */
  readonly figure: string;
}

export function LoadBar({ share, source, figure }: LoadBarProps): ReactElement {
  const style = {
    width: `${Math.min(100, share * 100)}%`,
    background: `var(--heat-${chooseHeatStep(share)})`,
  } as CSSProperties;
  return (
    <span className="load-bar">
      <span className="load-bar__track" aria-hidden>
        <span className="load-bar__fill" style={style} />
      </span>
      <span className="load-bar__figure">
        <Explained source={source} figure={figure} text={formatPercent(share)} isInRow />
      </span>
    </span>
  );
}
