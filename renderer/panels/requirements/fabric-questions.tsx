/** The compute fabric: topology, technology and speed, switches, ratios, and how it is divided. */
import type { ReactElement } from 'react';
import type { FabricRequirements, Topology } from '#core/generate/requirements.ts';
import type { Fabric } from '#core/design/design.ts';
import { formatSpeed } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { SelectOption } from '../../ui/select.tsx';
import { changeFabric, changeTopology } from './change-form.ts';
import type { FabricChoices } from './fabric-choices.ts';
import type { FabricForm } from './form.ts';
import { ChoiceQuestion, NumberQuestion } from './questions.tsx';
import type { QuestionsProps } from './server-questions.tsx';
import { LinkCountQuestions } from './link-count-questions.tsx';
import { ShapeQuestions } from './shape-questions.tsx';
import { SwitchQuestion } from './switch-question.tsx';
import { mayHaveCores, TOPOLOGIES, TOPOLOGY_OPTIONS } from './topologies.ts';

export function FabricQuestions(props: QuestionsProps): ReactElement {
  const { form, reading, catalog, onChange } = props;
  const fabric = form.compute;
  const choices = reading.resolved.compute;
  const change = (patch: Partial<FabricForm>): void => onChange(changeFabric(form, 'compute', patch, catalog));
  const isOfEndpoints = fabric.topology === 'torus' && fabric.lattice.ofEndpoints;
  return (
    <Section title="Compute fabric">
      <ChoiceQuestion
        id="topology"
        label="Topology"
        value={fabric.topology}
        options={TOPOLOGY_OPTIONS}
        hint={TOPOLOGIES[fabric.topology].note}
        onChange={(topology) => onChange(changeTopology(form, topology as Topology, catalog))}
      />
      <ShapeQuestions fabric={fabric} onChange={change} />
      <TechnologyQuestion id="technology" fabric={fabric} choices={choices} onChange={change} />
      <SpeedQuestion id="speed" choices={choices} onChange={(speedGbps) => change({ speedGbps })} />
      {isOfEndpoints ? null : <TierSwitches fabric={fabric} choices={choices} onChange={change} />}
      {isOfEndpoints ? null : <DivisionQuestions fabric={fabric} choices={choices} onChange={change} />}
      {TOPOLOGIES[fabric.topology].hasSpines ? <LinkCountQuestions fabric={fabric} onChange={change} /> : null}
    </Section>
  );
}

interface PartProps {
  readonly fabric: FabricForm;
  readonly choices: FabricChoices;
  readonly onChange: (patch: Partial<FabricForm>) => void;
}

const TECHNOLOGY_NAMES: Readonly<Record<Fabric['technology'], string>> = {
  infiniband: 'InfiniBand',
  ethernet: 'Ethernet',
};

export function TechnologyQuestion({
  id,
  fabric,
  choices,
  onChange,
}: PartProps & { readonly id: string }): ReactElement {
  const options = (['infiniband', 'ethernet'] as const).map((technology) => {
    const isSpoken = choices.technologies.includes(technology);
    return {
      value: technology,
      label: TECHNOLOGY_NAMES[technology],
      disabled: !isSpoken,
      ...(isSpoken ? {} : { note: 'The ports of the server do not speak it' }),
    };
  });
  return (
    <ChoiceQuestion
      id={id}
      label="Technology"
      value={fabric.technology}
      options={options}
      onChange={(technology) => onChange({ technology: technology as Fabric['technology'] })}
    />
  );
}

interface SpeedQuestionProps {
  readonly id: string;
  readonly choices: FabricChoices;
  readonly onChange: (speedGbps: number) => void;
}

export function SpeedQuestion({ id, choices, onChange }: SpeedQuestionProps): ReactElement {
  const { speeds, speedGbps } = choices;
  const options: SelectOption[] = speeds.map((speed) => ({
    value: String(speed.speedGbps),
    label: formatSpeed(speed.speedGbps),
    ...(speed.isOffered ? {} : { note: 'Not offered by these switches' }),
  }));
  return (
    <ChoiceQuestion
      id={id}
      label="Speed"
      value={speedGbps === null ? null : String(speedGbps)}
      options={options}
      placeholder="no ports known"
      onChange={(speed) => onChange(Number(speed))}
    />
  );
}

function TierSwitches({ fabric, choices, onChange }: PartProps): ReactElement {
  const { topology, tiers } = fabric;
  const facts = TOPOLOGIES[topology];
  const { autoLeaf } = choices;
  const hasSpines = facts.hasSpines && tiers !== 1;
  const hasCores = mayHaveCores(topology, tiers);
  return (
    <>
      <SwitchQuestion
        id="leaf"
        label={facts.hasSpines ? 'Leaf switch' : 'Switch'}
        choice={fabric.leaf}
        choices={choices}
        autoLabel={autoLeaf ? `Choose for me: ${autoLeaf.model}` : 'Choose for me'}
        onChange={(leaf) => onChange({ leaf })}
      />
      {hasSpines ? (
        <SwitchQuestion
          id="spine"
          label="Spine switch"
          choice={fabric.spine}
          choices={choices}
          autoLabel="As the leaf"
          onChange={(spine) => onChange({ spine })}
        />
      ) : null}
      {hasCores ? (
        <SwitchQuestion
          id="core"
          label="Core switch"
          choice={fabric.core}
          choices={choices}
          autoLabel="As the spine"
          onChange={(core) => onChange({ core })}
        />
      ) : null}
      {facts.hasLeafRatio && tiers !== 1 ? <RatioQuestions fabric={fabric} onChange={onChange} /> : null}
      {facts.tiers.length > 0 ? <TiersQuestion fabric={fabric} onChange={onChange} /> : null}
    </>
  );
}

function RatioQuestions({ fabric, onChange }: Pick<PartProps, 'fabric' | 'onChange'>): ReactElement {
  return (
    <>
      <NumberQuestion
        id="oversubscription-leaf"
        label={fabric.topology === 'two-switch' ? 'Oversubscription' : 'Oversubscription, leaf'}
        unit=": 1"
        value={fabric.leafRatio}
        min={0.1}
        max={64}
        decimals={2}
        onChange={(leafRatio) => onChange({ leafRatio })}
      />
      {mayHaveCores(fabric.topology, fabric.tiers) ? (
        <NumberQuestion
          id="oversubscription-spine"
          label="Oversubscription, spine"
          unit=": 1"
          value={fabric.spineRatio}
          min={0.1}
          max={64}
          decimals={2}
          onChange={(spineRatio) => onChange({ spineRatio })}
        />
      ) : null}
    </>
  );
}

const TIER_LABELS = { 1: 'One, leaves only', 2: 'Two, leaf and spine', 3: 'Three, with cores' } as const;

function TiersQuestion({ fabric, onChange }: Pick<PartProps, 'fabric' | 'onChange'>): ReactElement {
  const options: SelectOption[] = [
    { value: 'auto', label: 'As many as needed' },
    ...TOPOLOGIES[fabric.topology].tiers.map((tiers) => ({ value: String(tiers), label: TIER_LABELS[tiers] })),
  ];
  return (
    <ChoiceQuestion
      id="tiers"
      label="Tiers"
      value={String(fabric.tiers)}
      options={options}
      onChange={(value) =>
        onChange({ tiers: value === 'auto' ? 'auto' : (Number(value) as FabricRequirements['tiers']) })
      }
    />
  );
}

/** Rails, planes and units. */
function DivisionQuestions({ fabric, choices, onChange }: PartProps): ReactElement {
  const { topology } = fabric;
  const isRail = topology === 'rail-optimised' || topology === 'rail-only';
  const hasRails = topology !== 'single-switch' && topology !== 'two-switch' && topology !== 'access-switches';
  const hasUnits = TOPOLOGIES[topology].hasLeafRatio && topology !== 'two-switch';
  return (
    <>
      {hasRails ? (
        <NumberQuestion
          id="rails"
          label="Rails"
          value={fabric.rails}
          max={1024}
          placeholder={
            isRail
              ? `${choices.portsOwned / (fabric.planes ?? 1) || 1}, one for each port`
              : '1, one leaf for each server'
          }
          onChange={(rails) => onChange({ rails })}
        />
      ) : null}
      <NumberQuestion
        id="planes"
        label="Planes"
        value={fabric.planes}
        max={16}
        hint={(fabric.planes ?? 1) > 1 ? 'Separate networks, each with an equal share of the ports' : undefined}
        onChange={(planes) => onChange({ planes })}
      />
      {hasUnits ? (
        <NumberQuestion
          id="unit-size"
          label="Scalable unit"
          unit="servers"
          value={fabric.endpointsPerUnit}
          placeholder="as many as fit"
          onChange={(endpointsPerUnit) => onChange({ endpointsPerUnit })}
        />
      ) : null}
    </>
  );
}
