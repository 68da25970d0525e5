/**
 * Passing messages at the lower right: at most three. Good news replaces good news; the same warning comes only once and counts how
 * often; what stays until it is closed can be closed together.
 */
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, IconButton } from './button.tsx';
import './toast.css';

export type ToastTone = 'info' | 'success' | 'warning' | 'error';

interface ToastData {
  readonly details: string | null;
  readonly times: number;
}

const SHOWN_MAX = 3;
const READING_MS: Readonly<Record<ToastTone, number>> = { success: 3000, info: 6000, warning: 8000, error: 0 };

const manager = Toast.createToastManager<ToastData>();
/** How often each message that is on the screen has come. */
const timesById = new Map<string, number>();

/** Shows a message; with details it stays until closed, and offers to copy them. */
export function showToast(tone: ToastTone, message: string, details: string | null): void {
  const timeout = details === null ? READING_MS[tone] : 0;
  const priority = tone === 'error' ? 'high' : 'low';
  const isPassing = tone === 'success' || tone === 'info';
  const id = isPassing ? tone : message;
  const times = isPassing ? 1 : (timesById.get(id) ?? 0) + 1;
  timesById.set(id, times);
  const onClose = (): void => void timesById.delete(id);
  manager.add({ id, description: message, type: tone, timeout, priority, data: { details, times }, onClose });
}

/** Takes back the message about what goes on. */
export function closeInfo(): void {
  manager.close('info');
}

function ToastList(): ReactElement {
  const { toasts } = Toast.useToastManager<ToastData>();
  const count = toasts.filter((toast) => toast.transitionStatus !== 'ending').length;
  return (
    <>
      {count > 1 ? (
        <Button className="ui-toasts__close" onClick={() => manager.close()}>
          Close all {count}
        </Button>
      ) : null}
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="ui-toast" swipeDirection={[]}>
          <Toast.Description className="ui-toast__text" />
          {(toast.data?.times ?? 1) > 1 ? <span className="ui-toast__times">{toast.data?.times}×</span> : null}
          {toast.data?.details ? <CopyDetails details={toast.data.details} /> : null}
          <Toast.Close render={<IconButton label="Dismiss">{<X size={14} />}</IconButton>} />
        </Toast.Root>
      ))}
    </>
  );
}

function CopyDetails({ details }: { readonly details: string }): ReactElement {
  return <Button onClick={() => void navigator.clipboard.writeText(details)}>Copy details</Button>;
}

export function Toasts(): ReactElement {
  return (
    <Toast.Provider toastManager={manager} limit={SHOWN_MAX}>
      <Toast.Portal>
        <Toast.Viewport className="ui-toasts" aria-label="Messages">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
