/** Counts of leaves, spines and their links, for those who know them: closed until asked for, all left to the ratio at first. */
import type { ReactElement } from 'react';
import type { FabricRequirements } from '#core/generate/requirements.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { FabricForm } from './form.ts';
import { ChoiceQuestion, NumberQuestion } from './questions.tsx';

type UpperCountRule = FabricRequirements['upperCountRule'];

const RULE_OPTIONS: readonly { readonly value: UpperCountRule; readonly label: string; readonly note: string }[] = [
  { value: 'equal-links', label: 'Equal links', note: 'Every leaf has equally many links to each spine' },
  { value: 'fewest', label: 'Fewest spines', note: 'Uplinks dealt staggered, shares may differ by one' },
];

interface LinkCountQuestionsProps {
  readonly fabric: FabricForm;
  readonly onChange: (patch: Partial<FabricForm>) => void;
}

const COUNTS = [
  { key: 'downlinksPerLeaf', id: 'downlinks', label: 'Server ports used of a leaf', placeholder: 'as many as fit' },
  { key: 'uplinksPerLeaf', id: 'uplinks', label: 'Uplinks of a leaf', placeholder: 'as the ratio asks' },
  { key: 'leafCount', id: 'leaf-count', label: 'Leaves', placeholder: 'as many as needed' },
  { key: 'spineCount', id: 'spine-count', label: 'Spines', placeholder: 'as many as needed' },
] as const;

export function LinkCountQuestions({ fabric, onChange }: LinkCountQuestionsProps): ReactElement {
  const setCount =
    COUNTS.filter(({ key }) => fabric[key] !== null).length + (fabric.upperCountRule === 'fewest' ? 1 : 0);
  return (
    <Disclosure title="Leaves, spines and links by number" {...(setCount > 0 ? { note: `${setCount} set` } : {})}>
      <div className="requirements__inset">
        {COUNTS.map(({ key, id, label, placeholder }) => (
          <NumberQuestion
            key={key}
            id={id}
            label={label}
            value={fabric[key]}
            placeholder={placeholder}
            onChange={(value) => onChange({ [key]: value })}
          />
        ))}
        <ChoiceQuestion
          id="upper-count-rule"
          label="Number of spines"
          value={fabric.upperCountRule}
          options={RULE_OPTIONS}
          onChange={(rule) => onChange({ upperCountRule: rule as UpperCountRule })}
        />
      </div>
    </Disclosure>
  );
}
