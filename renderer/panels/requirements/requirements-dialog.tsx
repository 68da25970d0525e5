/** 'New from requirements': questions on the left, the design they lead to on the right, live. */
import { type KeyboardEvent, type ReactElement, useMemo, useState } from 'react';
import type { Design } from '#core/design/design.ts';
import { builtInCatalog } from '../../store/design-store.ts';
import { closeRequirements, openRequirements, useRequirementsStore } from '../../store/requirements-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ExplainCard } from '../explain-card.tsx';
import { adoptRequirements } from './adopt-requirements.ts';
import { AnswerPane } from './answer-pane.tsx';
import { FabricQuestions } from './fabric-questions.tsx';
import { createForm, type RequirementsForm } from './form.ts';
import { FurtherQuestions } from './further-questions.tsx';
import { HostQuestions } from './host-questions.tsx';
import { ErrorsContext } from './questions.tsx';
import { RackQuestions } from './rack-questions.tsx';
import { readForm } from './read-form.ts';
import { ServerQuestions } from './server-questions.tsx';
import { useAnswer } from './use-answer.ts';
import './requirements.css';

interface RequirementsDialogProps {
  /** Opens the design as a new document; false when the user would rather keep the one that is open. */
  readonly onCreate: (design: Design) => Promise<boolean>;
}

/** Stays in place while it is closed, so that the answers are still there when it is opened again. */
export function RequirementsDialog({ onCreate }: RequirementsDialogProps): ReactElement | null {
  const isOpen = useRequirementsStore((state) => state.isOpen);
  const [form, setForm] = useState(createForm);
  if (!isOpen) return null;
  return <OpenDialog form={form} onChange={setForm} onCreate={onCreate} />;
}

interface OpenDialogProps extends RequirementsDialogProps {
  readonly form: RequirementsForm;
  readonly onChange: (form: RequirementsForm) => void;
}

function OpenDialog({ form, onChange, onCreate }: OpenDialogProps): ReactElement {
  const reading = useMemo(() => readForm(form, builtInCatalog), [form]);
  const { requirements } = reading;
  useAnswer(requirements);
  const outcome = useRequirementsStore((state) => state.outcome);
  const answered = useRequirementsStore((state) => state.answered);
  const isReady = requirements !== null && answered === requirements && outcome?.kind === 'fits';

  /** The question about unsaved work takes the place of the dialog; turned down, the dialog is back with its answers. */
  const create = async (): Promise<void> => {
    if (!isReady) return;
    closeRequirements();
    if (!(await onCreate(outcome.design))) openRequirements();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void create();
  };
  const actions = (
    <>
      <Button className="requirements__reset" onClick={() => onChange(createForm())}>
        Start over
      </Button>
      <Button onClick={closeRequirements}>Cancel</Button>
      <Button tone="primary" disabled={!isReady} onClick={() => void create()} data-testid="requirements-create">
        Create design
      </Button>
    </>
  );
  return (
    <Dialog
      title="New from requirements"
      className="requirements"
      testId="requirements-dialog"
      onClose={closeRequirements}
      actions={actions}
    >
      <div className="requirements__columns" onKeyDown={onKeyDown}>
        <ErrorsContext.Provider value={reading.errors}>
          <div className="requirements__questions">
            <ServerQuestions form={form} reading={reading} catalog={builtInCatalog} onChange={onChange} />
            <FabricQuestions form={form} reading={reading} catalog={builtInCatalog} onChange={onChange} />
            <FurtherQuestions form={form} reading={reading} catalog={builtInCatalog} onChange={onChange} />
            <HostQuestions form={form} onChange={onChange} />
            <RackQuestions form={form} onChange={onChange} />
          </div>
        </ErrorsContext.Provider>
        <AnswerPane reading={reading} onAdopt={(from, to) => onChange(adoptRequirements(form, from, to))} />
      </div>
      <ExplainCard isApart />
    </Dialog>
  );
}
