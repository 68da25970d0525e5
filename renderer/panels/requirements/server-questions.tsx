/** What is to be connected: the server, its NICs, how many of them now and later. */
import { type ReactElement, useMemo } from 'react';
import { type Catalog, listParts } from '#core/catalog/catalog.ts';
import type { ServerPart } from '#core/catalog/part.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import type { SelectOption } from '../../ui/select.tsx';
import { formatBlockRole } from '../labels.ts';
import { describeStatus, formatPartName, listKeyFacts } from '../part-facts.ts';
import { changeServer, changeUnit } from './change-form.ts';
import type { RequirementsForm } from './form.ts';
import { hasComputePorts, listEndpointParts } from './part-choices.ts';
import { ChoiceQuestion, NumberQuestion, TextQuestion } from './questions.tsx';
import type { FormReading } from './read-form.ts';

export interface QuestionsProps {
  readonly form: RequirementsForm;
  readonly reading: FormReading;
  readonly catalog: Catalog;
  readonly onChange: (form: RequirementsForm) => void;
}

const PLAIN = 'plain';

function groupOf(part: ServerPart): string {
  if (part.category === 'gpu_server') return 'Servers';
  return part.category === 'rack_scale' ? 'Rack-scale systems' : 'Trays, boards and cloud instances';
}

function listServerOptions(catalog: Catalog): SelectOption[] {
  const parts = listEndpointParts(catalog).toSorted((a, b) =>
    formatPartName(a).localeCompare(formatPartName(b), 'en', { numeric: true }),
  );
  const options = parts.map((part) => ({
    value: part.id,
    label: formatPartName(part),
    note: hasComputePorts(part)
      ? [...listKeyFacts(part), describeStatus(part)].filter(Boolean).join(' \u00b7 ')
      : 'Its network ports are not known',
    disabled: !hasComputePorts(part),
    group: groupOf(part),
  }));
  const groups = ['Servers', 'Rack-scale systems', 'Trays, boards and cloud instances'];
  return [
    ...options.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group)),
    { value: PLAIN, label: 'Another server \u2026', note: 'Known by its ports only', group: 'Not in the catalog' },
  ];
}

export function ServerQuestions({ form, reading, catalog, onChange }: QuestionsProps): ReactElement {
  const options = useMemo(() => listServerOptions(catalog), [catalog]);
  const { resolved } = reading;
  return (
    <Section title="Servers" aside={<UnitToggle form={form} reading={reading} catalog={catalog} onChange={onChange} />}>
      <ChoiceQuestion
        id="server"
        label="Server"
        value={form.serverId ?? PLAIN}
        options={options}
        onChange={(value) => onChange(changeServer(form, value === PLAIN ? null : value, catalog))}
      />
      {form.serverId === null ? <PlainServerQuestions form={form} onChange={onChange} /> : null}
      <AdapterQuestions form={form} reading={reading} catalog={catalog} onChange={onChange} />
      <NumberQuestion
        id="count"
        label={form.unit === 'gpus' ? 'GPUs now' : 'Servers now'}
        value={form.count}
        max={10_000_000}
        hint={describeCount(form, resolved.serverCount, resolved.gpusPerServer)}
        onChange={(count) => onChange({ ...form, count })}
      />
      <NumberQuestion
        id="count-full"
        label="At full growth"
        value={form.countFull}
        max={10_000_000}
        placeholder="no growth planned"
        hint={
          form.countFull === null
            ? undefined
            : `The fabrics are sized for ${describeCount(form, resolved.serverCountFull, resolved.gpusPerServer) ?? 'so many'}`
        }
        onChange={(countFull) => onChange({ ...form, countFull })}
      />
      <TextQuestion
        id="name"
        label="Design name"
        isWide
        value={form.name}
        placeholder={reading.suggestedName}
        onChange={(name) => onChange({ ...form, name })}
      />
    </Section>
  );
}

/** The count in the unit that was not asked for. */
function describeCount(form: RequirementsForm, servers: number | null, gpusPerServer: number): string | undefined {
  if (servers === null || gpusPerServer === 0) return undefined;
  const gpus = formatCount(servers * gpusPerServer, 'GPU');
  return form.unit === 'servers' ? gpus : `${formatCount(servers, 'server')}, ${gpus}`;
}

function UnitToggle({ form, reading, catalog, onChange }: QuestionsProps): ReactElement {
  const units = [
    { unit: 'servers', label: 'Servers' },
    { unit: 'gpus', label: 'GPUs' },
  ] as const;
  return (
    <div className="requirements__toggle" role="group" aria-label="Count in">
      <span aria-hidden>Count in</span>
      {units.map(({ unit, label }) => (
        <button
          key={unit}
          type="button"
          aria-pressed={form.unit === unit}
          disabled={unit === 'gpus' && reading.resolved.gpusPerServer === 0}
          data-testid={`requirements-unit-${unit}`}
          onClick={() => onChange(changeUnit(form, unit, catalog))}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function PlainServerQuestions(props: Pick<QuestionsProps, 'form' | 'onChange'>): ReactElement {
  const { form, onChange } = props;
  const { plainServer } = form;
  const change = (patch: Partial<RequirementsForm['plainServer']>): void =>
    onChange({ ...form, plainServer: { ...plainServer, ...patch } });
  return (
    <div className="requirements__inset">
      <NumberQuestion
        id="plain-gpus"
        label="GPUs"
        value={plainServer.gpus}
        min={0}
        max={10_000}
        onChange={(gpus) => change({ gpus })}
      />
      <NumberQuestion
        id="plain-ports"
        label="Compute ports"
        value={plainServer.ports}
        max={4096}
        onChange={(ports) => change({ ports })}
      />
      <NumberQuestion
        id="plain-speed"
        label="Port speed"
        unit="Gb/s"
        value={plainServer.portGbps}
        max={12_800}
        onChange={(portGbps) => change({ portGbps })}
      />
    </div>
  );
}

const EMPTY_SLOT = '';

function AdapterQuestions({ form, reading, catalog, onChange }: QuestionsProps): ReactElement | null {
  const options = useMemo<SelectOption[]>(() => {
    const nics = listParts(catalog, 'nic')
      .filter((nic) => nic.portBlocks[0]?.cageCount)
      .toSorted((a, b) => formatPartName(a).localeCompare(formatPartName(b), 'en'));
    const choices = nics.map((nic) => ({
      value: nic.id,
      label: formatPartName(nic),
      note: [...listKeyFacts(nic), describeStatus(nic)].filter(Boolean).join(' \u00b7 '),
    }));
    return [{ value: EMPTY_SLOT, label: 'Empty' }, ...choices];
  }, [catalog]);
  const slots = reading.resolved.server?.portBlocks.filter((block) => block.slotCount !== null) ?? [];
  if (slots.length === 0) return null;
  const choose = (blockId: string, nicId: string): void => {
    const { [blockId]: _old, ...others } = form.adapters;
    onChange({ ...form, adapters: nicId === EMPTY_SLOT ? others : { ...others, [blockId]: nicId } });
  };
  return (
    <>
      {slots.map((block) => (
        <ChoiceQuestion
          key={block.id}
          id={`adapter-${block.id}`}
          label={`${formatBlockRole(block.role)} NIC \u00d7 ${formatNumber(block.slotCount ?? 0)}`}
          value={form.adapters[block.id] ?? EMPTY_SLOT}
          options={options}
          onChange={(nicId) => choose(block.id, nicId)}
        />
      ))}
    </>
  );
}
