/** Passing messages at the lower right: at most three, the same message only once. */
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, IconButton } from './button.tsx';
import './toast.css';

export type ToastTone = 'info' | 'success' | 'warning' | 'error';

interface ToastData {
  readonly details: string | null;
}

const manager = Toast.createToastManager<ToastData>();

const READING_MS: Readonly<Record<ToastTone, number>> = { success: 3000, info: 6000, warning: 8000, error: 0 };

/** Shows a message; with details it stays until closed, and offers to copy them. */
export function showToast(tone: ToastTone, message: string, details: string | null): void {
  const timeout = details === null ? READING_MS[tone] : 0;
  const priority = tone === 'error' ? 'high' : 'low';
  // Good news replaces good news; warnings stay apart, but the same one comes only once.
  const id = tone === 'success' || tone === 'info' ? tone : message;
  manager.add({ id, description: message, type: tone, timeout, priority, data: { details } });
}

function ToastList(): ReactElement {
  const { toasts } = Toast.useToastManager<ToastData>();
  return (
    <>
      {toasts.map((toast) => (
        <Toast.Root key={toast.id} toast={toast} className="ui-toast" swipeDirection={[]}>
          <Toast.Description className="ui-toast__text" />
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
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="ui-toasts" aria-label="Messages">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}
