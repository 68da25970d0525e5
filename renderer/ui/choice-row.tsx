/** A few choices side by side, one of them taken: a group of radio buttons that looks like one control. */
import { type ReactElement, useId } from 'react';
import './choice-row.css';

interface ChoiceRowProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
  /** What the choice leads to, below it. */
  readonly note?: string;
}

export function ChoiceRow<V extends string>({
  label,
  value,
  choices,
  onChange,
  note,
}: ChoiceRowProps<V>): ReactElement {
  const name = useId();
  return (
    <fieldset className="ui-choice" aria-describedby={note ? `${name}-note` : undefined}>
      <legend className="ui-choice__label">{label}</legend>
      <div className="ui-choice__row">
        {choices.map((choice) => (
          <label key={choice.value} className="ui-choice__option">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {note ? (
        <p className="ui-choice__note" id={`${name}-note`}>
          {note}
        </p>
      ) : null}
    </fieldset>
  );
}
