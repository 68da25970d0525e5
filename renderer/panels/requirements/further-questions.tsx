/** Fabrics beside the compute fabric: storage, front end, in-band and out-of-band management. */
import type { ReactElement } from 'react';
import { formatNumber, formatSpeed } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { formatBlockRole } from '../labels.ts';
import { changeFabric } from './change-form.ts';
import { SpeedQuestion, TechnologyQuestion } from './fabric-questions.tsx';
import { FURTHER_PURPOSES, type FurtherForm, type FurtherPurpose } from './form.ts';
import { listBlocksFor, listSpeeds } from './part-choices.ts';
import { CheckQuestion, ChoiceQuestion, NumberQuestion } from './questions.tsx';
import { countSharedPorts } from './resolve-form.ts';
import type { QuestionsProps } from './server-questions.tsx';
import { SwitchQuestion } from './switch-question.tsx';

const WORDS: Readonly<Record<FurtherPurpose, { readonly label: string; readonly note: string }>> = {
  storage: { label: 'Storage', note: 'Where data and checkpoints live' },
  frontend: { label: 'Front end', note: 'The way to users and other networks' },
  inband: { label: 'In-band management', note: 'Provisioning, schedulers, home directories' },
  oob: { label: 'Out-of-band management', note: 'Management ports of servers and switches' },
};

export function FurtherQuestions(props: QuestionsProps): ReactElement {
  const { form, catalog, onChange } = props;
  return (
    <Section title="Further fabrics">
      {FURTHER_PURPOSES.map((purpose) => {
        const { isWanted } = form.further[purpose];
        return (
          <div key={purpose} className="requirements__further" data-open={isWanted}>
            <CheckQuestion
              id={purpose}
              label={WORDS[purpose].label}
              note={WORDS[purpose].note}
              isChecked={isWanted}
              onChange={(checked) => onChange(changeFabric(form, purpose, { isWanted: checked }, catalog))}
            />
            {isWanted ? <FurtherFabric {...props} purpose={purpose} /> : null}
          </div>
        );
      })}
    </Section>
  );
}

function FurtherFabric(props: QuestionsProps & { readonly purpose: FurtherPurpose }): ReactElement {
  const { form, reading, catalog, onChange, purpose } = props;
  const further = form.further[purpose];
  const choices = reading.resolved.further[purpose];
  const change = (patch: Partial<FurtherForm>): void => onChange(changeFabric(form, purpose, patch, catalog));
  const isPlain = form.serverId === null;
  return (
    <div className="requirements__inset">
      {isPlain ? <PlainPorts purpose={purpose} further={further} onChange={change} /> : <BlockQuestion {...props} />}
      {purpose === 'oob' ? null : (
        <CheckQuestion
          id={`${purpose}-converged`}
          label="On the leaves of the compute fabric"
          isChecked={further.ridesOnCompute}
          onChange={(ridesOnCompute) => change({ ridesOnCompute })}
        />
      )}
      {further.ridesOnCompute ? null : <OwnNetwork {...props} />}
      <NumberQuestion
        id={`${purpose}-ports`}
        label="Ports of each server"
        value={further.portsPerEndpoint}
        max={1024}
        placeholder={`${countSharedPorts(form, reading.resolved, purpose)} of ${choices.portsOwned}`}
        onChange={(portsPerEndpoint) => change({ portsPerEndpoint })}
      />
    </div>
  );
}

/** Technology, speed, switches and ratios of a fabric with switches of its own. */
function OwnNetwork(props: QuestionsProps & { readonly purpose: FurtherPurpose }): ReactElement {
  const { form, reading, catalog, onChange, purpose } = props;
  const further = form.further[purpose];
  const choices = reading.resolved.further[purpose];
  const change = (patch: Partial<FurtherForm>): void => onChange(changeFabric(form, purpose, patch, catalog));
  return (
    <>
      {choices.technologies.length > 1 || !choices.technologies.includes(further.technology) ? (
        <TechnologyQuestion id={`${purpose}-technology`} fabric={further} choices={choices} onChange={change} />
      ) : null}
      {choices.speeds.length > 1 ? (
        <SpeedQuestion id={`${purpose}-speed`} choices={choices} onChange={(speedGbps) => change({ speedGbps })} />
      ) : null}
      <SwitchQuestion
        id={`${purpose}-leaf`}
        label="Switch"
        choice={further.leaf}
        choices={choices}
        autoLabel={choices.autoLeaf ? `Choose for me: ${choices.autoLeaf.model}` : 'Choose for me'}
        onChange={(leaf) => change({ leaf })}
      />
      {purpose === 'oob' ? (
        <OutOfBandQuestions
          further={further}
          hasDpus={reading.resolved.blocks.some(({ role }) => role === 'bf3_bmc')}
          hasInband={form.further.inband.isWanted}
          onChange={change}
        />
      ) : (
        <NumberQuestion
          id={`${purpose}-oversubscription-leaf`}
          label="Oversubscription"
          unit=": 1"
          value={further.leafRatio}
          min={0.1}
          max={64}
          decimals={2}
          onChange={(leafRatio) => change({ leafRatio })}
        />
      )}
      {(further.planes ?? 1) > 1 ? (
        <NumberQuestion
          id={`${purpose}-planes`}
          label="Planes"
          value={further.planes}
          max={16}
          onChange={(planes) => change({ planes })}
        />
      ) : null}
    </>
  );
}

interface PlainPortsProps {
  readonly purpose: FurtherPurpose;
  readonly further: FurtherForm;
  readonly onChange: (patch: Partial<FurtherForm>) => void;
}

/** Ports of a server that is known by its ports only. */
function PlainPorts({ purpose, further, onChange }: PlainPortsProps): ReactElement {
  const { plainPorts } = further;
  return (
    <>
      <NumberQuestion
        id={`${purpose}-plain-ports`}
        label="Ports a server has"
        value={plainPorts.ports}
        max={1024}
        onChange={(ports) => onChange({ plainPorts: { ...plainPorts, ports } })}
      />
      <NumberQuestion
        id={`${purpose}-plain-speed`}
        label="Port speed"
        unit="Gb/s"
        value={plainPorts.portGbps}
        max={12_800}
        onChange={(portGbps) => onChange({ plainPorts: { ...plainPorts, portGbps } })}
      />
    </>
  );
}

/** Which of its port blocks the server uses for the fabric. */
function BlockQuestion(props: QuestionsProps & { readonly purpose: FurtherPurpose }): ReactElement {
  const { form, reading, catalog, onChange, purpose } = props;
  const options = listBlocksFor(reading.resolved.blocks, purpose).map((block) => {
    const [speedGbps] = listSpeeds(block);
    const ports = (block.cageCount ?? 0) * (block.modes[0]?.portsPerCage ?? 0);
    return {
      value: block.id,
      label: formatBlockRole(block.role),
      note: speedGbps === undefined ? 'speed not known' : `${formatNumber(ports)}\u00d7 ${formatSpeed(speedGbps)}`,
      disabled: speedGbps === undefined,
    };
  });
  return (
    <ChoiceQuestion
      id={`${purpose}-block`}
      label="Server ports"
      value={reading.resolved.further[purpose].block?.id ?? null}
      options={options}
      placeholder="none known"
      onChange={(blockId) => onChange(changeFabric(form, purpose, { blockId, speedGbps: null }, catalog))}
    />
  );
}

function OutOfBandQuestions(props: {
  readonly further: FurtherForm;
  readonly hasDpus: boolean;
  readonly hasInband: boolean;
  readonly onChange: (patch: Partial<FurtherForm>) => void;
}): ReactElement {
  const { further, hasDpus, hasInband, onChange } = props;
  return (
    <>
      <CheckQuestion
        id="oob-switches"
        label="Switches of the other fabrics too"
        isChecked={further.includesSwitches}
        onChange={(includesSwitches) => onChange({ includesSwitches })}
      />
      {hasDpus ? (
        <CheckQuestion
          id="oob-dpus"
          label="DPUs in the servers too"
          isChecked={further.includesDpus}
          onChange={(includesDpus) => onChange({ includesDpus })}
        />
      ) : null}
      {hasInband ? (
        <NumberQuestion
          id="oob-uplinks"
          label="Uplinks to in-band"
          min={0}
          max={64}
          value={further.uplinksToInband}
          placeholder="none"
          onChange={(uplinksToInband) => onChange({ uplinksToInband })}
        />
      ) : null}
    </>
  );
}
