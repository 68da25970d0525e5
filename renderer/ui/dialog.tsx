/** A modal question or message. Escape and the scrim call `onClose`; focus stays inside and returns to where it was. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactElement, type ReactNode, useState } from 'react';
import './dialog.css';
import { chooseFocusAfter } from './work-focus.ts';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions: ReactNode;
  readonly isWide?: boolean;
  /** Sizes and arranges a dialog that is more than a question. */
  readonly className?: string;
  readonly testId?: string;
}

export function Dialog(props: DialogProps): ReactElement {
  const { title, onClose, children, actions, isWide = false, className = '', testId } = props;
  const [findFocusAfter] = useState(chooseFocusAfter);
  return (
    <BaseDialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="ui-dialog__scrim" />
        <BaseDialog.Popup
          className={`ui-dialog ${isWide ? 'ui-dialog--wide' : ''} ${className}`}
          data-testid={testId}
          {...findFocusAfter}
        >
          <BaseDialog.Title className="ui-dialog__title">{title}</BaseDialog.Title>
          <div className="ui-dialog__body">{children}</div>
          <div className="ui-dialog__actions">{actions}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
