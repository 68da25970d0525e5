/** How the collective is run and how its packets find their way. */
import type { ReactElement } from 'react';
import type { Scenario } from '#core/design/scenario.ts';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Section } from '../../ui/section.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import {
  ALGORITHM_OPTIONS,
  FLOW_PATTERN_OPTIONS,
  PROTOCOL_OPTIONS,
  REDUCTION_OPTIONS,
  ROUTING_OPTIONS,
} from './labels.ts';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

export function MethodFields({ scenario, onEdit }: ScenarioFieldsProps): ReactElement {
  return (
    <Section title="Method">
      <Choice
        label="Algorithm"
        testId="scenario-algorithm"
        value={scenario.algorithm}
        options={ALGORITHM_OPTIONS}
        onChange={(algorithm) => onEdit({ algorithm: algorithm as Scenario['algorithm'] })}
      />
      <Choice
        label="Protocol"
        testId="scenario-protocol"
        value={scenario.protocol}
        options={PROTOCOL_OPTIONS}
        onChange={(protocol) => onEdit({ protocol: protocol as Scenario['protocol'] })}
      />
      <Choice
        label="In-network reduction"
        testId="scenario-reduction"
        value={scenario.inNetworkReduction}
        options={REDUCTION_OPTIONS}
        onChange={(mode) => onEdit({ inNetworkReduction: mode as Scenario['inNetworkReduction'] })}
      />
      <Choice
        label="Routing"
        testId="scenario-routing"
        value={scenario.routing}
        options={ROUTING_OPTIONS}
        onChange={(routing) => onEdit({ routing: routing as Scenario['routing'] })}
      />
      {scenario.routing === 'ecmp-qp' ? (
        <Field label="Queue pairs" hint="For each connection.">
          {(id) => (
            <NumberField
              id={id}
              value={scenario.queuePairCount}
              min={1}
              max={64}
              onCommit={(count) => onEdit({ queuePairCount: Math.round(count) })}
              testId="scenario-queue-pairs"
            />
          )}
        </Field>
      ) : null}
      {scenario.collective === 'all-reduce' ? (
        <Choice
          label="Flow pattern"
          testId="scenario-flow-pattern"
          value={scenario.flowPattern ?? 'auto'}
          options={FLOW_PATTERN_OPTIONS}
          onChange={(pattern) => onEdit({ flowPattern: pattern as NonNullable<Scenario['flowPattern']> })}
        />
      ) : null}
      <Field label="Flow model runs" hint="Each with its own hash seed: the spread of chance.">
        {(id) => (
          <NumberField
            id={id}
            value={scenario.seedCount}
            min={1}
            max={100}
            onCommit={(count) => onEdit({ seedCount: Math.round(count) })}
            testId="scenario-seeds"
          />
        )}
      </Field>
    </Section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly testId: string;
}

function Choice({ label, value, options, onChange, testId }: ChoiceProps): ReactElement {
  return (
    <Field label={label}>
      {(id) => <Select id={id} value={value} options={options} onChange={onChange} testId={testId} />}
    </Field>
  );
}
