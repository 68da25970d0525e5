/** A label beside its control. The label is tied to the control by id. */
import { type ReactElement, type ReactNode, useId } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in one sentence. */
  readonly error?: string | undefined;
  /** The label above, the control as wide as both: names are long. */
  readonly isWide?: boolean;
  /** Draws the control with the id its label points at; `errorId` is the sentence's while there is one. */
  readonly children: (controlId: string, errorId: string | undefined) => ReactNode;
}

export function Field({ label, hint, error, isWide = false, children }: FieldProps): ReactElement {
  const id = useId();
  const errorId = error === undefined ? undefined : `${id}-error`;
  return (
    <div className={`ui-field${isWide ? ' ui-field--wide' : ''}`}>
      <label className="ui-field__label" htmlFor={id}>
        {label}
      </label>
      {children(id, errorId)}
      {error === undefined ? null : (
        <div className="ui-field__error" id={errorId}>
          {error}
        </div>
      )}
      {hint ? <div className="ui-field__hint">{hint}</div> : null}
    </div>
  );
}
