/** Name, collective and message size. */
import { type ReactElement, useState } from 'react';
import type { Collective } from '#core/design/scenario.ts';
import { createGestureId } from '../../store/design-store.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Slider } from '../../ui/slider.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formatBytes, parseBytes } from './byte-size.ts';
import { COLLECTIVE_OPTIONS } from './labels.ts';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

export function QuestionFields({ scenario, onEdit }: ScenarioFieldsProps): ReactElement {
  return (
    <>
      <Field label="Name" isWide>
        {(id) => (
          <TextField
            id={id}
            value={scenario.name}
            required
            onCommit={(name) => onEdit({ name })}
            testId="scenario-name"
          />
        )}
      </Field>
      <Field label="Collective">
        {(id) => (
          <Select
            id={id}
            value={scenario.collective}
            options={COLLECTIVE_OPTIONS}
            onChange={(collective) => onEdit({ collective: collective as Collective })}
            testId="scenario-collective"
          />
        )}
      </Field>
      {scenario.collective === 'barrier' ? null : (
        <SizeField
          label="Message size"
          sizeBytes={scenario.sizeBytes}
          min={MIN_BYTES}
          max={MAX_BYTES}
          onChange={(sizeBytes, gestureId) => onEdit({ sizeBytes }, gestureId)}
          testId="scenario-size"
        />
      )}
    </>
  );
}

const MIN_BYTES = 8;
const MAX_BYTES = 2 ** 34;

interface SizeFieldProps {
  readonly label: string;
  readonly sizeBytes: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (sizeBytes: number, gestureId?: string) => void;
  readonly testId: string;
}

/** Powers of two by the slider, any size by the field. */
export function SizeField({ label, sizeBytes, min, max, onChange, testId }: SizeFieldProps): ReactElement {
  const [fault, setFault] = useState<string | undefined>(undefined);
  const commit = (text: string): void => {
    const bytes = parseBytes(text);
    if (bytes === null) setFault('Write a size such as 64 MiB, 1.5 GiB or 4096.');
    else if (bytes < min || bytes > max) {
      setFault(`${formatBytes(bytes)} is outside ${formatBytes(min)} to ${formatBytes(max)}.`);
    } else {
      setFault(undefined);
      onChange(bytes);
    }
  };
  return (
    <>
      <Field label={label} error={fault}>
        {(id, errorId) => (
          <TextField
            id={id}
            value={formatBytes(sizeBytes)}
            required
            onCommit={commit}
            onDraft={() => setFault(undefined)}
            errorId={errorId}
            testId={testId}
          />
        )}
      </Field>
      <div className="scenario__slider">
        <Slider
          label={`${label}, powers of two`}
          value={Math.log2(sizeBytes)}
          min={Math.log2(min)}
          max={Math.log2(max)}
          step={1}
          valueText={formatBytes(sizeBytes)}
          createGestureId={createGestureId}
          onChange={(exponent, gestureId) => {
            setFault(undefined);
            onChange(2 ** Math.round(exponent), gestureId);
          }}
          testId={`${testId}-slider`}
        />
        <span>{formatBytes(min)}</span>
        <span>{formatBytes(max)}</span>
      </div>
    </>
  );
}
