/** The figures of a model that its compute and its traffic follow from. */
import type { ReactElement } from 'react';
import type { Model } from '#core/design/scenario.ts';
import { Field } from '../../ui/field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountField } from './figure-fields.tsx';

interface ModelFieldsProps {
  readonly model: Model;
  readonly onChange: (model: Model) => void;
}

type CountKey = 'layerCount' | 'hiddenSize' | 'sequenceLength' | 'headCount' | 'kvHeadCount' | 'headSize';
type ExpertKey = 'expertCount' | 'expertsPerToken' | 'moeLayerCount';

const COUNTS: readonly { readonly key: CountKey; readonly label: string; readonly unit?: string }[] = [
  { key: 'layerCount', label: 'Layers' },
  { key: 'hiddenSize', label: 'Hidden size' },
  { key: 'sequenceLength', label: 'Sequence', unit: 'tokens' },
  { key: 'headCount', label: 'Heads' },
  { key: 'kvHeadCount', label: 'Key-value heads' },
  { key: 'headSize', label: 'Head size' },
];

const EXPERTS: readonly { readonly key: ExpertKey; readonly label: string; readonly hint?: string }[] = [
  { key: 'expertCount', label: 'Experts', hint: '0 for a dense model.' },
  { key: 'expertsPerToken', label: 'Experts a token' },
  { key: 'moeLayerCount', label: 'Layers with experts' },
];

const BILLION = 1e9;

export function ModelFields({ model, onChange }: ModelFieldsProps): ReactElement {
  return (
    <>
      <Field label="Name">
        {(id) => <TextField id={id} value={model.name} required onCommit={(name) => onChange({ ...model, name })} />}
      </Field>
      <CountField
        label="Parameters"
        unit="billion"
        min={0.001}
        decimals={3}
        value={model.parameterCount / BILLION}
        onChange={(billions) => onChange({ ...model, parameterCount: billions * BILLION })}
        testId="training-parameters"
      />
      <CountField
        label="Of them a token uses"
        unit="billion"
        min={0.001}
        decimals={3}
        value={model.activeParameterCount / BILLION}
        onChange={(billions) => onChange({ ...model, activeParameterCount: billions * BILLION })}
      />
      {COUNTS.map(({ key, ...rest }) => (
        <CountField key={key} {...rest} value={model[key]} onChange={(count) => onChange({ ...model, [key]: count })} />
      ))}
      {EXPERTS.map(({ key, ...rest }) => (
        <CountField
          key={key}
          {...rest}
          min={0}
          value={model[key]}
          onChange={(count) => onChange({ ...model, [key]: count })}
        />
      ))}
    </>
  );
}
