/** Which NIC sits in each run of adapter slots. */
import { type ReactElement, useMemo } from 'react';
import { listParts } from '#core/catalog/catalog.ts';
import type { DevicePart } from '#core/catalog/part.ts';
import type { Device } from '#core/design/design.ts';
import { dispatch, useCatalog } from '../store/design-store.ts';
import { Field } from '../ui/field.tsx';
import { Section } from '../ui/section.tsx';
import { Select, type SelectOption } from '../ui/select.tsx';
import { formatBlockRole } from './labels.ts';
import { describeStatus, formatPartName, listKeyFacts } from './part-facts.ts';

const EMPTY_SLOT = '';

export function DeviceAdapters({
  device,
  part,
}: {
  readonly device: Device;
  readonly part: DevicePart;
}): ReactElement | null {
  const catalog = useCatalog();
  const options = useMemo<SelectOption[]>(() => {
    const nics = listParts(catalog, 'nic').toSorted((a, b) => formatPartName(a).localeCompare(formatPartName(b), 'en'));
    const choices = nics.map((nic) => ({
      value: nic.id,
      label: formatPartName(nic),
      note: [...listKeyFacts(nic), describeStatus(nic)].filter(Boolean).join(' \u00b7 '),
    }));
    return [{ value: EMPTY_SLOT, label: 'Empty' }, ...choices];
  }, [catalog]);
  const slots = part.portBlocks.filter((block) => block.slotCount !== null);
  if (slots.length === 0) return null;

  const choose = (blockId: string, nicId: string): void => {
    const { [blockId]: _old, ...others } = device.adapters;
    const adapters = nicId === EMPTY_SLOT ? others : { ...others, [blockId]: nicId };
    dispatch({ name: 'editDevice', args: { id: device.id, patch: { adapters } } });
  };
  return (
    <Section title="Adapters">
      {slots.map((block) => (
        <Field key={block.id} label={`${formatBlockRole(block.role)} \u00d7 ${block.slotCount}`}>
          {(id) => (
            <Select
              id={id}
              value={device.adapters[block.id] ?? EMPTY_SLOT}
              options={options}
              onChange={(nicId) => choose(block.id, nicId)}
            />
          )}
        </Field>
      ))}
    </Section>
  );
}
