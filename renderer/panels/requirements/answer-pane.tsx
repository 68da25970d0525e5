/** The live answer: the design that the requirements lead to, or why there is none, and what else could be had. */
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Requirements } from '#core/generate/requirements.ts';
import { type RequirementsState, useRequirementsStore } from '../../store/requirements-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { AlternativesTable } from './alternatives-table.tsx';
import { DesignFigures } from './design-figures.tsx';
import type { FormReading } from './read-form.ts';
import { RequiredContext } from './required-figure.tsx';
import { WaysOut } from './ways-out.tsx';

interface AnswerPaneProps {
  readonly reading: FormReading;
  readonly onAdopt: (from: Requirements, to: Requirements) => void;
}

export function AnswerPane({ reading, onAdopt }: AnswerPaneProps): ReactElement {
  const state = useRequirementsStore((all) => all);
  const { requirements, errors } = reading;
  const isStale = requirements === null || state.answered !== requirements;
  return (
    <div className="requirements__answer">
      <header className="requirements__answer-head">
        <h3>Design</h3>
        <AnswerState isStale={isStale} hasErrors={requirements === null} state={state} />
      </header>
      {requirements === null ? (
        <FaultyAnswers messages={Object.values(errors)} />
      ) : state.failure !== null ? (
        <EmptyState title="Something broke while this was computed">
          <span className="requirements__failure">{state.failure.split('\n')[0]}</span>
        </EmptyState>
      ) : (
        <Outcome state={state} onAdopt={onAdopt} />
      )}
    </div>
  );
}

/** Says for screen readers too that what stands below is being computed anew. */
function AnswerState(props: {
  readonly isStale: boolean;
  readonly hasErrors: boolean;
  readonly state: RequirementsState;
}): ReactElement {
  const { isStale, hasErrors, state } = props;
  const isBusy = !hasErrors && state.failure === null && (isStale || state.isComputing);
  const text = isStale ? 'Computing \u2026' : 'Comparing \u2026';
  return (
    <div className="requirements__state" role="status" data-busy={isBusy} data-testid="requirements-state">
      {isBusy ? (
        <>
          <LoaderCircle size={13} aria-hidden className="requirements__spinner" />
          {text}
        </>
      ) : null}
    </div>
  );
}

function focusFirstFault(): void {
  document.querySelector<HTMLElement>('.requirements__questions [aria-invalid="true"]')?.focus();
}

function FaultyAnswers({ messages }: { readonly messages: readonly string[] }): ReactElement {
  const title =
    messages.length === 1 ? 'One answer needs another look' : `${messages.length} answers need another look`;
  return (
    <EmptyState title={title}>
      <ul className="requirements__faults">
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <Button onClick={focusFirstFault}>{messages.length === 1 ? 'Show it' : 'Show the first'}</Button>
    </EmptyState>
  );
}

function Outcome(props: {
  readonly state: RequirementsState;
  readonly onAdopt: AnswerPaneProps['onAdopt'];
}): ReactElement {
  const { state, onAdopt } = props;
  const { outcome, answered, proposals, lastFitting } = state;
  if (outcome === null || answered === null) return <EmptyState title={'Generating the design \u2026'} />;
  if (outcome.kind === 'misfit') {
    return (
      <>
        <div className="requirements__misfit" role="alert">
          <TriangleAlert size={16} aria-hidden />
          <div>
            <h3>This does not fit</h3>
            <p data-testid="requirements-misfit">{outcome.message}</p>
          </div>
        </div>
        <WaysOut
          ways={proposals}
          isComputing={state.isComputing}
          before={lastFitting?.summary ?? null}
          onTake={(way) => onAdopt(answered, way.requirements)}
        />
      </>
    );
  }
  return (
    <>
      <RequiredContext value={answered}>
        <DesignFigures summary={outcome.summary} />
      </RequiredContext>
      {outcome.notes.length > 0 ? (
        <Section title="Notes">
          <ul className="requirements__notes">
            {outcome.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <AlternativesTable
        own={outcome.summary}
        requirements={answered}
        alternatives={proposals}
        isComputing={state.isComputing}
        onTake={(other) => onAdopt(answered, other.requirements)}
      />
    </>
  );
}
