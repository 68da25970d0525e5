/** A labelled number of the simulation: counts and quantities, and shares typed in per cent. */
import type { ReactElement } from 'react';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';

interface CountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  /** Given when an empty field has a meaning, which `placeholder` tells. */
  readonly onClear?: () => void;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** 0 = whole numbers only. */
  readonly decimals?: number;
  readonly testId?: string;
}

export function CountField(props: CountFieldProps): ReactElement {
  const { label, value, onChange, hint, min = 1, max = 1_000_000_000, decimals = 0, ...rest } = props;
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <NumberField
          id={id}
          value={value}
          min={min}
          max={max}
          decimals={decimals}
          onCommit={(next) => onChange(decimals === 0 ? Math.round(next) : next)}
          {...rest}
        />
      )}
    </Field>
  );
}

interface PercentFieldProps {
  readonly label: string;
  /** 0 to 1. */
  readonly share: number;
  readonly onChange: (share: number) => void;
  readonly hint?: string;
  readonly testId?: string;
}

export function PercentField({ share, onChange, ...rest }: PercentFieldProps): ReactElement {
  return (
    <CountField
      value={Number((share * 100).toFixed(3))}
      min={0}
      max={100}
      decimals={1}
      unit="%"
      onChange={(percent) => onChange(percent / 100)}
      {...rest}
    />
  );
}
