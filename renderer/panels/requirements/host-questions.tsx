/** Hosts beside the servers, each on one of the fabrics: management nodes, storage appliances, ways out of the cluster. */
import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { type HostForm, type HostRole, FURTHER_PURPOSES, type RequirementsForm } from './form.ts';
import { PURPOSE_OPTIONS, ROLE_LABELS } from '../labels.ts';
import { ChoiceQuestion, NumberQuestion, TextQuestion } from './questions.tsx';

interface HostQuestionsProps {
  readonly form: RequirementsForm;
  readonly onChange: (form: RequirementsForm) => void;
}

const ROLES: readonly HostRole[] = ['management', 'storage', 'border'];
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }));

export function HostQuestions({ form, onChange }: HostQuestionsProps): ReactElement {
  const { hosts } = form;
  const add = (): void => {
    const key = Math.max(0, ...hosts.map((host) => host.key)) + 1;
    const fabric = FURTHER_PURPOSES.find((purpose) => form.further[purpose].isWanted) ?? 'compute';
    const row = fabric === 'storage' ? STORAGE : MANAGEMENT;
    onChange({ ...form, hosts: [...hosts, { ...row, key, name: nameAnew(row.name, hosts), fabric }] });
  };
  return (
    <Section
      title="Other hosts"
      aside={
        <Button onClick={add} data-testid="requirements-add-host">
          <Plus size={13} aria-hidden /> Add
        </Button>
      }
    >
      {hosts.length === 0 ? (
        <p className="requirements__note">Management nodes, storage appliances and ways out, on any of the fabrics.</p>
      ) : null}
      {hosts.map((host) => (
        <HostRow
          key={host.key}
          host={host}
          onChange={(patch) =>
            onChange({ ...form, hosts: hosts.map((own) => (own.key === host.key ? { ...own, ...patch } : own)) })
          }
          onRemove={() => onChange({ ...form, hosts: hosts.filter((own) => own.key !== host.key) })}
        />
      ))}
      {hosts.length > 0 ? (
        <NumberQuestion
          id="displaced"
          label="Servers left out for them"
          value={form.displaced}
          min={0}
          placeholder="none"
          hint="The last servers give up their leaf ports"
          onChange={(displaced) => onChange({ ...form, displaced })}
        />
      ) : null}
    </Section>
  );
}

type HostDefaults = Omit<HostForm, 'key' | 'fabric'>;
const MANAGEMENT: HostDefaults = {
  name: 'Management nodes',
  role: 'management',
  count: 2,
  portsPerHost: 1,
  speedGbps: null,
};
const STORAGE: HostDefaults = {
  name: 'Storage appliances',
  role: 'storage',
  count: 4,
  portsPerHost: 2,
  speedGbps: null,
};

function nameAnew(name: string, hosts: readonly HostForm[]): string {
  const taken = new Set(hosts.map((host) => host.name.trim()));
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} ${number}`)) number += 1;
  return `${name} ${number}`;
}

interface HostRowProps {
  readonly host: HostForm;
  readonly onChange: (patch: Partial<HostForm>) => void;
  readonly onRemove: () => void;
}

function HostRow({ host, onChange, onRemove }: HostRowProps): ReactElement {
  const prefix = `host-${host.key}`;
  return (
    <fieldset className="requirements__inset requirements__host">
      <legend className="ui-visually-hidden">{host.name || 'Unnamed hosts'}</legend>
      <TextQuestion id={`${prefix}-name`} label="Name" value={host.name} onChange={(name) => onChange({ name })} />
      <ChoiceQuestion
        id={`${prefix}-role`}
        label="Role"
        value={host.role}
        options={ROLE_OPTIONS}
        onChange={(role) => onChange({ role: role as HostRole })}
      />
      <ChoiceQuestion
        id={`${prefix}-fabric`}
        label="Fabric"
        value={host.fabric}
        options={PURPOSE_OPTIONS}
        onChange={(fabric) => onChange({ fabric: fabric as HostForm['fabric'] })}
      />
      <NumberQuestion
        id={`${prefix}-count`}
        label="How many"
        value={host.count}
        onChange={(count) => onChange({ count })}
      />
      <NumberQuestion
        id={`${prefix}-ports`}
        label="Ports of each"
        value={host.portsPerHost}
        max={1024}
        onChange={(portsPerHost) => onChange({ portsPerHost })}
      />
      <NumberQuestion
        id={`${prefix}-speed`}
        label="Port speed"
        unit="Gb/s"
        value={host.speedGbps}
        max={12_800}
        placeholder="as the fabric"
        onChange={(speedGbps) => onChange({ speedGbps })}
      />
      <Button className="requirements__remove" onClick={onRemove} aria-label={`Remove ${host.name || 'these hosts'}`}>
        <Trash2 size={13} aria-hidden /> Remove
      </Button>
    </fieldset>
  );
}
