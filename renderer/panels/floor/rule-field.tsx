/** One number of the rule that rows are laid out by. */
import type { ReactElement } from 'react';
import type { RowRule } from '#core/place/row-plan.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';

type NumberKey = 'rowCount' | 'slotsPerRow' | 'pitchM' | 'rackDepthM' | 'coldAisleM' | 'hotAisleM' | 'crossTrayEveryM';

interface RuleFieldProps {
  readonly label: string;
  readonly field: NumberKey;
  readonly rule: RowRule;
  readonly onChange: (rule: RowRule) => void;
  readonly unit?: string;
  readonly placeholder?: string;
  readonly hint?: string;
}

/** With a placeholder the value may be left open. */
export function RuleField({ label, field, rule, onChange, unit, placeholder, hint }: RuleFieldProps): ReactElement {
  const isCount = unit === undefined;
  const change = (value: number | null): void => onChange({ ...rule, [field]: value });
  return (
    <Field label={label} hint={hint}>
      {(id) => (
        <NumberField
          id={id}
          value={rule[field]}
          min={isCount ? 1 : 0}
          step={isCount ? 1 : 0.1}
          decimals={isCount ? 0 : 2}
          {...(unit ? { unit } : {})}
          {...(placeholder ? { placeholder, onClear: () => change(null) } : {})}
          onDraft={change}
          onCommit={change}
          testId={`rows-${field}`}
        />
      )}
    </Field>
  );
}
