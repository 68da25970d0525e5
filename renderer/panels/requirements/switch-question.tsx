/** Which switch a tier is built of: one of the catalog, one known by its ports only, or left open. */
import type { ReactElement } from 'react';
import type { SwitchPart } from '#core/catalog/part.ts';
import { formatNumber, formatSpeed } from '../../ui/format.ts';
import type { SelectOption } from '../../ui/select.tsx';
import { describeStatus, formatPartName } from '../part-facts.ts';
import type { FabricChoices } from './fabric-choices.ts';
import type { SwitchChoice } from './form.ts';
import { ChoiceQuestion, NumberQuestion } from './questions.tsx';

const AUTO = 'auto';
const PLAIN = 'plain';

interface SwitchQuestionProps {
  readonly id: string;
  readonly label: string;
  readonly choice: SwitchChoice;
  readonly choices: FabricChoices;
  /** What leaving it open means. */
  readonly autoLabel: string;
  readonly onChange: (choice: SwitchChoice) => void;
}

function describeSwitch(part: SwitchPart, ports: number, speedGbps: number): string {
  const units = part.rackUnits === null ? null : `${part.rackUnits}U`;
  const size = `${formatNumber(ports)}\u00d7 ${formatSpeed(speedGbps)}`;
  return [size, units, describeStatus(part)].filter(Boolean).join(' \u00b7 ');
}

function listOptions({ choices, choice, autoLabel }: SwitchQuestionProps): SelectOption[] {
  const { speedGbps, leaf, switches } = choices;
  const offered = switches.map(({ part, ports }) => ({
    value: part.id,
    label: formatPartName(part),
    note: describeSwitch(part, ports, speedGbps ?? 0),
    group: speedGbps === null ? 'Switches' : `Switches with ports of ${formatSpeed(speedGbps)}`,
  }));
  const isListed = choice.kind !== 'part' || switches.some(({ part }) => part.id === choice.partId);
  const standing =
    isListed || choice.kind !== 'part'
      ? []
      : [{ value: choice.partId, label: leaf?.id === choice.partId ? formatPartName(leaf) : choice.partId }];
  return [
    { value: AUTO, label: autoLabel },
    ...standing,
    ...offered,
    { value: PLAIN, label: 'Another switch \u2026', note: 'Known by its ports only', group: 'Not in the catalog' },
  ];
}

export function SwitchQuestion(props: SwitchQuestionProps): ReactElement {
  const { id, label, choice, choices, onChange } = props;
  const choose = (value: string): void => {
    if (value === AUTO) onChange({ kind: 'auto' });
    else if (value === PLAIN) onChange({ kind: 'plain', radix: 64, portGbps: choices.speedGbps, split: 1 });
    else onChange({ kind: 'part', partId: value });
  };
  return (
    <>
      <ChoiceQuestion
        id={id}
        label={label}
        value={choice.kind === 'part' ? choice.partId : choice.kind}
        options={listOptions(props)}
        onChange={choose}
      />
      {choice.kind === 'plain' ? <PlainSwitch id={id} choice={choice} onChange={onChange} /> : null}
    </>
  );
}

function PlainSwitch(props: {
  readonly id: string;
  readonly choice: Extract<SwitchChoice, { kind: 'plain' }>;
  readonly onChange: (choice: SwitchChoice) => void;
}): ReactElement {
  const { id, choice, onChange } = props;
  return (
    <div className="requirements__inset">
      <NumberQuestion
        id={`${id}-radix`}
        label="Ports"
        value={choice.radix}
        max={4096}
        onChange={(radix) => onChange({ ...choice, radix })}
      />
      <NumberQuestion
        id={`${id}-speed`}
        label="Port speed"
        unit="Gb/s"
        value={choice.portGbps}
        max={12_800}
        onChange={(portGbps) => onChange({ ...choice, portGbps })}
      />
      <ChoiceQuestion
        id={`${id}-split`}
        label="A port splits into"
        value={String(choice.split)}
        options={[
          { value: '1', label: 'Nothing' },
          { value: '2', label: '2 ports' },
          { value: '4', label: '4 ports' },
          { value: '8', label: '8 ports' },
        ]}
        onChange={(split) => onChange({ ...choice, split: Number(split) })}
      />
    </div>
  );
}
