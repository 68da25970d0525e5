/** What feeds a rack group and what must carry it, and the heat that comes of it. */
import type { ReactElement } from 'react';
import type { Rack } from '#core/design/design.ts';
import { dispatch } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { FacilityFacts } from './facility-facts.tsx';
import { RackPdu } from './rack-pdu.tsx';
import { RedundancyField } from './redundancy-field.tsx';
import { Explained } from '../explained.tsx';

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
      {rack.pdus.length === 0 ? null : <RedundancyField racks={[rack]} />}
    </Section>
  );
}

export function RackHeat({ rack }: { readonly rack: Rack }): ReactElement | null {
  const figures = useReportStore((state) =>
    state.report?.facility.rackGroups.find((entry) => entry.rackId === rack.id),
  );
  if (!figures) return null;
  return (
    <Section
      title="Power and heat"
      aside={
        rack.count > 1 ? (
          <Explained
            source={`rack/count/${rack.id}`}
            figure="Racks of the group"
            text={`all ${formatCount(rack.count, 'rack')}`}
          />
        ) : null
      }
    >
      <FacilityFacts sum={figures} place={`group/${rack.id}`} />
    </Section>
  );
}
