/** Shows the question that is open, if there is one. */
import type { ReactElement } from 'react';
import { type DialogRequest, useDialog } from '../store/dialog-store.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FilePicker } from './file-picker.tsx';

type ChoiceRequest = Extract<DialogRequest, { kind: 'choice' }>;

export function Dialogs(): ReactElement | null {
  const open = useDialog();
  if (!open) return null;
  const { request, answer } = open;
  if (request.kind === 'choice') return <ChoiceDialog request={request} answer={answer} />;
  const suggestedName = request.kind === 'save-file' ? request.suggestedName : null;
  return <FilePicker suggestedName={suggestedName} answer={answer} />;
}

interface ChoiceDialogProps {
  readonly request: ChoiceRequest;
  readonly answer: (value: string | null) => void;
}

function ChoiceDialog({ request, answer }: ChoiceDialogProps): ReactElement {
  // Enter must not do what cannot be undone.
  const preferred = request.choices.findLast((choice) => choice.tone !== 'danger');
  const buttons = request.choices.map((choice) => (
    <Button
      key={choice.id}
      tone={choice.tone ?? 'normal'}
      autoFocus={choice === preferred}
      onClick={() => answer(choice.id)}
    >
      {choice.label}
    </Button>
  ));
  return (
    <Dialog title={request.title} onClose={() => answer(null)} actions={buttons}>
      <p>{request.message}</p>
      {request.details ? <pre className="ui-dialog__details">{request.details}</pre> : null}
    </Dialog>
  );
}
