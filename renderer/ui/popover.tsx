/** Panels above the window: at a point of the screen, e.g. where a gesture ended, and beside a button. Escape and a press outside close them. */
import { Popover as BasePopover } from '@base-ui/react/popover';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import './popover.css';

interface PopoverAtProps {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  /** Kept free around the point, and at the top of the window, so that what it is about stays in sight. */
  readonly distance: number;
  readonly clearTop: number;
  readonly onClose: () => void;
  /** Where the focus goes afterwards; it came from a gesture, so there is no button to give it back to. */
  readonly findFocusAfter: () => HTMLElement | null;
  readonly children: ReactNode;
}

export function PopoverAt(props: PopoverAtProps): ReactElement {
  const { x, y, label, distance, clearTop, onClose, findFocusAfter, children } = props;
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <BasePopover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <BasePopover.Portal>
        <BasePopover.Positioner
          anchor={anchor}
          side="right"
          align="center"
          sideOffset={distance}
          collisionPadding={{ top: clearTop, right: 8, bottom: 8, left: 8 }}
          className="ui-popover__positioner"
        >
          <BasePopover.Popup className="ui-popover" aria-label={label} finalFocus={findFocusAfter}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}

interface PopoverButtonProps {
  /** The button element that opens it. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly side: 'bottom' | 'left';
  /** Kept free between the two, so that the figure the button stands by is not covered. */
  readonly distance: number;
  /** Drawn only while it is open. */
  readonly children: ReactNode;
}

export function PopoverButton({ trigger, label, side, distance, children }: PopoverButtonProps): ReactElement {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          side={side}
          sideOffset={distance}
          collisionPadding={8}
          className="ui-popover__positioner"
        >
          <BasePopover.Popup className="ui-popover ui-popover--wide" aria-label={label}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}

interface PopoverBesideProps {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly className: string;
  /** The focus goes into it, and to `focusAfter` afterwards; otherwise focus and pointer pass it by. */
  readonly takesFocus: boolean;
  readonly focusAfter: HTMLElement;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Opened and closed from outside, beside an element that need not be a button of its own. */
export function PopoverBeside(props: PopoverBesideProps): ReactElement {
  const { anchor, label, className, takesFocus, focusAfter, onClose, children } = props;
  return (
    <BasePopover.Root
      open
      onOpenChange={(isOpen, { event }) => {
        // A press on the anchor is the anchor's own affair.
        if (!isOpen && !(event.target instanceof Node && anchor.contains(event.target))) onClose();
      }}
    >
      <BasePopover.Portal>
        <BasePopover.Positioner
          anchor={anchor}
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
          className={`ui-popover__positioner ${className}__positioner`}
          data-passing={!takesFocus || undefined}
        >
          <BasePopover.Popup
            key={takesFocus ? 'focused' : 'beside'}
            className={`ui-popover ui-popover--wide ${className}`}
            aria-label={label}
            {...(takesFocus ? { finalFocus: () => focusAfter } : { initialFocus: false, finalFocus: false })}
          >
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
