/** Takes the place of the window when there is nothing to show it with. */
import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import './fatal-message.css';

interface FatalMessageProps {
  readonly title: string;
  readonly message: string;
  readonly details?: string;
}

export function FatalMessage({ title, message, details }: FatalMessageProps): ReactElement {
  return (
    <main className="app-fatal" role="alert">
      <h1>{title}</h1>
      <p>{message}</p>
      <div className="app-fatal__actions">
        {details ? <Button onClick={() => void navigator.clipboard.writeText(details)}>Copy details</Button> : null}
        <Button tone="primary" onClick={() => location.reload()}>
          Reload
        </Button>
      </div>
    </main>
  );
}
