/** How the GPUs are cut into groups; the collective of a group and the training step both go by it. */
import type { ReactElement } from 'react';
import type { Layout } from '#core/design/scenario.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { CountField } from './figure-fields.tsx';
import type { ScenarioFieldsProps } from './scenario-fields.ts';

const AXES: readonly { readonly key: keyof Layout; readonly label: string; readonly hint?: string }[] = [
  { key: 'tensor', label: 'Tensor' },
  { key: 'context', label: 'Context' },
  { key: 'pipeline', label: 'Pipeline' },
  { key: 'expert', label: 'Expert', hint: 'Taken out of the data and context ranks.' },
];

function describeLayout({ tensor, context, pipeline, expert }: Layout): string {
  const sizes = [
    tensor > 1 ? `TP ${tensor}` : null,
    context > 1 ? `CP ${context}` : null,
    pipeline > 1 ? `PP ${pipeline}` : null,
    expert > 1 ? `EP ${expert}` : null,
  ].filter(Boolean);
  return sizes.length === 0 ? 'data only' : sizes.join(' \u00b7 ');
}

export function LayoutFields({ scenario, onEdit }: ScenarioFieldsProps): ReactElement {
  const { layout } = scenario;
  return (
    <div className="scenario__part">
      <Disclosure title="Parallel layout" note={describeLayout(layout)}>
        <LayoutSizes layout={layout} onChange={(next) => onEdit({ layout: next })} />
      </Disclosure>
    </div>
  );
}

interface LayoutSizesProps {
  readonly layout: Layout;
  readonly onChange: (layout: Layout) => void;
}

export function LayoutSizes({ layout, onChange }: LayoutSizesProps): ReactElement {
  return (
    <>
      {AXES.map(({ key, label, hint }) => (
        <CountField
          key={key}
          label={label}
          {...(hint ? { hint } : {})}
          unit="GPUs"
          max={1_000_000}
          value={layout[key]}
          onChange={(size) => onChange({ ...layout, [key]: size })}
          testId={`layout-${key}`}
        />
      ))}
      <p className="scenario__note">Data ranks take the rest of the GPUs.</p>
    </>
  );
}
