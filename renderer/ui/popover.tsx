/** A panel at a point of the screen, e.g. where a gesture ended. Escape and a press outside call `onClose`. */
import { Popover as BasePopover } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import './popover.css';

interface PopoverAtProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function PopoverAt({ x, y, label, onClose, children }: PopoverAtProps): ReactElement {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <BasePopover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <BasePopover.Portal>
        <BasePopover.Positioner
          anchor={anchor}
          side="right"
          align="center"
          sideOffset={12}
          collisionPadding={8}
          className="ui-popover__positioner"
        >
          <BasePopover.Popup className="ui-popover" aria-label={label}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
