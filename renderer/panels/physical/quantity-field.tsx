/** A labelled number of a panel, with its unit. */
import type { ReactElement, ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';

interface QuantityFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onCommit: (value: number) => void;
  /** Given when 'not set' is a value of its own. */
  readonly onClear?: () => void;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly placeholder?: string;
  readonly hint?: ReactNode;
}

export function QuantityField({ label, hint, ...number }: QuantityFieldProps): ReactElement {
  return (
    <Field label={label} hint={hint}>
      {(id) => <NumberField id={id} {...number} />}
    </Field>
  );
}
