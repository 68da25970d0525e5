/** A short explanation beside what the pointer or the focus rests on. Without content the child stands alone. */
import { Tooltip as BaseTooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import './tooltip.css';

interface TooltipProps {
  readonly content: ReactNode;
  /** One element that takes a ref and props. */
  readonly children: ReactElement;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

export function Tooltip({ content, children, side = 'bottom' }: TooltipProps): ReactElement {
  if (content === null || content === undefined || content === '') return children;
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner side={side} sideOffset={6} className="ui-tooltip-positioner">
          <BaseTooltip.Popup className="ui-tooltip">{content}</BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}

/** Shares the delay among all tooltips below it: the first waits, its neighbours follow at once. */
export function TooltipProvider({ children }: { readonly children: ReactNode }): ReactElement {
  return <BaseTooltip.Provider delay={500}>{children}</BaseTooltip.Provider>;
}
