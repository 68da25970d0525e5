/** What feeds a rack group and what must carry it, and the heat that comes of it. */
import type { ReactElement } from 'react';
import type { Rack } from '#core/design/design.ts';
import { dispatch } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { Field } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { FacilityFacts } from './facility-facts.tsx';
import { RackPdu } from './rack-pdu.tsx';

const NOT_SAID = '';

const REDUNDANCY_OPTIONS: readonly SelectOption[] = [
  { value: NOT_SAID, label: 'Not said', note: 'Not checked' },
  { value: 'N', label: 'N', note: 'All PDUs together carry the rack' },
  { value: 'N+1', label: 'N+1', note: 'All but one PDU carry it' },
  { value: '2N', label: '2N', note: 'The PDUs of either feed alone carry it' },
];

export function RackPower({ rack }: { readonly rack: Rack }): ReactElement {
  const setPdus = (pdus: Rack['pdus']): void =>
    void dispatch({ name: 'setRackPower', args: { rackIds: [rack.id], pdus } });
  return (
    <Section title="PDUs" aside="per rack">
      {rack.pdus.length === 0 ? <p className="inspector__note">None. Drop one from the palette on this rack.</p> : null}
      {rack.pdus.map((pdu, index) => (
        <RackPdu
          // The place in the list is the identity: the same part may stand there twice, on two feeds.
          key={`${index} ${pdu.partId}`}
          rack={rack}
          pdu={pdu}
          onChange={(changed) =>
            setPdus(rack.pdus.flatMap((own, at) => (at === index ? (changed ? [changed] : []) : [own])))
          }
          onCopy={(copy) => setPdus([...rack.pdus.slice(0, index + 1), copy, ...rack.pdus.slice(index + 1)])}
        />
      ))}
      {rack.pdus.length === 0 ? null : (
        <Field label="Redundancy">
          {(id) => (
            <Select
              id={id}
              value={rack.redundancy ?? NOT_SAID}
              options={REDUNDANCY_OPTIONS}
              onChange={(value) =>
                dispatch({
                  name: 'setRackPower',
                  args: {
                    rackIds: [rack.id],
                    redundancy: value === NOT_SAID ? null : (value as NonNullable<Rack['redundancy']>),
                  },
                })
              }
            />
          )}
        </Field>
      )}
    </Section>
  );
}

export function RackHeat({ rack }: { readonly rack: Rack }): ReactElement | null {
  const figures = useReportStore((state) =>
    state.report?.facility.rackGroups.find((entry) => entry.rackId === rack.id),
  );
  if (!figures) return null;
  return (
    <Section title="Power and heat" aside={rack.count > 1 ? `all ${formatCount(rack.count, 'rack')}` : null}>
      <FacilityFacts sum={figures} />
    </Section>
  );
}
