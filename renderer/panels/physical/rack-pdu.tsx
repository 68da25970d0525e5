/** PDUs of one kind on one feed in every rack of a group. */
import { Copy, Minus, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { findPart } from '#core/catalog/catalog.ts';
import type { Rack } from '#core/design/design.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatPercent, formatPower } from '../../ui/format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { formatPartName, listKeyFacts } from '../part-facts.ts';
import './rack-pdu.css';
import { Explained } from '../explained.tsx';
import type { PduFigures } from '#core/analysis/facility-report.ts';

type Pdu = Rack['pdus'][number];

const NO_FEED = '';

interface RackPduProps {
  readonly rack: Rack;
  readonly pdu: Pdu;
  /** null = taken out. */
  readonly onChange: (pdu: Pdu | null) => void;
  readonly onCopy: (pdu: Pdu) => void;
}

export function RackPdu({ rack, pdu, onChange, onCopy }: RackPduProps): ReactElement {
  const part = findPart(useCatalog(), pdu.partId, 'pdu');
  const { feeds = {} } = useDesignStore(selectDesign);
  const name = part ? formatPartName(part) : pdu.partId;
  const otherFeed = Object.values(feeds).find(({ id }) => !rack.pdus.some((own) => own.feedId === id));
  const step = (by: number): void => onChange(pdu.count + by > 0 ? { ...pdu, count: pdu.count + by } : null);
  return (
    <div className="rack-pdu-entry">
      <div className="rack-pdu">
        <span className="rack-pdu__name">
          {pdu.count} {'\u00d7'} {name}
          {part ? <span className="inspector__row-note">{listKeyFacts(part).join(' \u00b7 ')}</span> : null}
        </span>
        {otherFeed ? (
          <IconButton label={`The same on ${otherFeed.name}`} onClick={() => onCopy(copyTo(pdu, otherFeed.id))}>
            <Copy size={14} />
          </IconButton>
        ) : null}
        <IconButton label={`One ${name} less`} onClick={() => step(-1)}>
          <Minus size={14} />
        </IconButton>
        <IconButton label={`One ${name} more`} onClick={() => step(1)}>
          <Plus size={14} />
        </IconButton>
      </div>
      <div className="rack-pdu-entry__fields">
        <Select
          label={`Feed of ${name}`}
          value={pdu.feedId ?? NO_FEED}
          options={[
            { value: NO_FEED, label: 'Feed not said' },
            ...Object.values(feeds).map((feed) => ({
              value: feed.id,
              label: feed.name,
              ...(feed.isOff ? { note: 'switched off' } : {}),
            })),
          ]}
          onChange={(feedId) => onChange(hangOn(pdu, feedId))}
        />
        {(part?.rackUnits ?? 0) > 0 ? (
          <NumberField
            label={`Lowest unit of ${name}`}
            value={pdu.bottomUnit ?? null}
            min={1}
            max={rack.heightUnits}
            unit="U"
            placeholder="on top"
            onCommit={(unit) => onChange({ ...pdu, bottomUnit: Math.round(unit) })}
            onClear={() => {
              const { bottomUnit: _dropped, ...rest } = pdu;
              onChange(rest);
            }}
          />
        ) : null}
      </div>
      <PduLoad rackId={rack.id} pdu={pdu} />
    </div>
  );
}

/** A copy takes no units: two cannot stand on the same. */
function copyTo({ partId, count }: Pdu, feedId: string): Pdu {
  return { partId, count, feedId };
}

function hangOn(pdu: Pdu, feedId: string): Pdu {
  const { feedId: _dropped, ...rest } = pdu;
  return feedId === NO_FEED ? rest : { ...rest, feedId };
}

const NO_PDUS: readonly PduFigures[] = [];

/** How much of one PDU the fullest rack takes. */
function PduLoad({ rackId, pdu }: { readonly rackId: string; readonly pdu: Pdu }): ReactElement | null {
  const pdus = useReportStore((state) => state.report?.facility.pdus ?? NO_PDUS);
  const index = pdus.findIndex(
    (entry) => entry.rackId === rackId && entry.partId === pdu.partId && entry.feedId === (pdu.feedId ?? null),
  );
  const load = pdus[index];
  if (!load) return null;
  if (!load.isLive) return <p className="inspector__port-note">Dark: its feed is off.</p>;
  return (
    <p className={load.isOverloaded ? 'inspector__over' : 'inspector__port-note'}>
      {load.usableW === null ? (
        'What it can deliver is not known'
      ) : (
        <Explained source={`pdu/usable/${index}`} figure="Usable" text={`${formatPower(load.usableW)} usable each`} />
      )}
      {load.maxShare === null ? null : (
        <>
          {' \u00b7 '}
          <Explained
            source={`pdu/share/${index}`}
            figure="Share in the fullest rack"
            text={`${formatPercent(load.maxShare)} in the fullest rack`}
          />
        </>
      )}
    </p>
  );
}
