/** A label beside its control. The label is tied to the control by id. */
import { type ReactElement, type ReactNode, useId } from 'react';
import './field.css';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Draws the control with the id its label points at. */
  readonly children: (controlId: string) => ReactNode;
}

export function Field({ label, hint, children }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="ui-field">
      <label className="ui-field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
      {hint ? <div className="ui-field__hint">{hint}</div> : null}
    </div>
  );
}
