/** The fields of the form: label, control, test id and what is wrong with the answer, all found by the field's id. */
import { createContext, type ReactElement, type ReactNode, useContext } from 'react';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { FieldErrors } from './field-errors.ts';

/** Errors of the form, by field id. */
export const ErrorsContext = createContext<FieldErrors>({});

interface QuestionProps {
  /** Field id, as in the errors and, behind `requirements-`, in the test id. */
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
}

function useQuestion(id: string): { readonly error: string | undefined; readonly testId: string } {
  return { error: useContext(ErrorsContext)[id], testId: `requirements-${id}` };
}

interface NumberQuestionProps extends QuestionProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly unit?: string;
  /** What an empty field means; absent = it must be filled. */
  readonly placeholder?: string;
}

export function NumberQuestion(props: NumberQuestionProps): ReactElement {
  const { id, label, hint, value, onChange, min = 1, max = 1_000_000, decimals = 0, unit, placeholder } = props;
  const { error, testId } = useQuestion(id);
  const round = (next: number): number => (decimals === 0 ? Math.round(next) : next);
  return (
    <Field label={label} hint={hint} error={error}>
      {(controlId, errorId) => (
        <NumberField
          id={controlId}
          value={value}
          min={min}
          max={max}
          decimals={decimals}
          {...(unit ? { unit } : {})}
          {...(placeholder ? { placeholder } : {})}
          onCommit={(next) => onChange(round(next))}
          onDraft={(next) => {
            // Out of range while it is being typed: committing clamps it.
            if (next >= min && next <= max) onChange(round(next));
          }}
          onClear={() => onChange(null)}
          errorId={errorId}
          testId={testId}
        />
      )}
    </Field>
  );
}

interface ChoiceQuestionProps extends QuestionProps {
  readonly value: string | null;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

export function ChoiceQuestion(props: ChoiceQuestionProps): ReactElement {
  const { id, label, hint, value, options, onChange, placeholder } = props;
  const { error, testId } = useQuestion(id);
  return (
    <Field label={label} hint={hint} error={error}>
      {(controlId, errorId) => (
        <Select
          id={controlId}
          value={value}
          options={options}
          onChange={onChange}
          {...(placeholder ? { placeholder } : {})}
          errorId={errorId}
          testId={testId}
        />
      )}
    </Field>
  );
}

interface TextQuestionProps extends QuestionProps {
  readonly isWide?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

export function TextQuestion(props: TextQuestionProps): ReactElement {
  const { id, label, hint, isWide = false, value, onChange, placeholder } = props;
  const { error, testId } = useQuestion(id);
  return (
    <Field label={label} hint={hint} error={error} isWide={isWide}>
      {(controlId, errorId) => (
        <TextField
          id={controlId}
          value={value}
          onCommit={onChange}
          onDraft={onChange}
          {...(placeholder ? { placeholder } : {})}
          errorId={errorId}
          testId={testId}
        />
      )}
    </Field>
  );
}

interface CheckQuestionProps {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

export function CheckQuestion({ id, label, note, isChecked, onChange }: CheckQuestionProps): ReactElement {
  return (
    <label className="requirements__check">
      <input
        type="checkbox"
        checked={isChecked}
        data-testid={`requirements-${id}`}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {note ? <span className="requirements__check-note">{note}</span> : null}
      </span>
    </label>
  );
}
