/** How full a cable is: a short bar in the colours of the canvas's heat, and the figure. */
import type { CSSProperties, ReactElement } from 'react';
import { chooseHeatStep } from '../../../ui/heat-scale.ts';
import { formatPercent } from '../../../ui/format.ts';

export function LoadBar({ share }: { readonly share: number }): ReactElement {
  const style = {
    width: `${Math.min(100, share * 100)}%`,
    background: `var(--heat-${chooseHeatStep(share)})`,
  } as CSSProperties;
  return (
    <span className="load-bar">
      <span className="load-bar__track" aria-hidden>
        <span className="load-bar__fill" style={style} />
      </span>
      <span className="load-bar__figure">{formatPercent(share)}</span>
    </span>
  );
}
