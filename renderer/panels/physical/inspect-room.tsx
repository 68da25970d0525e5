/** A room: its outline, its trays, and what stands in it. */
import type { ReactElement } from 'react';
import type { Room, Row } from '#core/design/floor.ts';
import type { CommandArgs } from '#core/edit/command.ts';
import { dispatch, selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { select } from '../../store/view-store.ts';
import { Field } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ObjectProblems } from '../inspect-device.tsx';
import { NameField } from '../name-field.tsx';
import { FacilityFacts } from './facility-facts.tsx';
import { QuantityField } from './quantity-field.tsx';
import { RemoveObject } from './remove-object.tsx';
import { LeadingButton } from '../leading-button.tsx';
import { explainPositions } from './explain-floor.ts';
import { ExplainedCount } from '../explained-count.tsx';

type Patch = CommandArgs['editRoom']['patch'];

/** Metres of a list as typed, or null when something is not a number. */
function parseMetres(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const metres = parts.map(Number);
  return metres.some((value) => !Number.isFinite(value) || value < 0) ? null : metres.sort((a, b) => a - b);
}

export function InspectRoom({ room }: { readonly room: Room }): ReactElement {
  const { rows = {} } = useDesignStore(selectDesign);
  const figures = useReportStore((state) => state.report?.facility.rooms.find((entry) => entry.roomId === room.id));
  const own = Object.values(rows).filter((row) => row.roomId === room.id);
  const edit = (patch: Patch): void => void dispatch({ name: 'editRoom', args: { id: room.id, patch } });
  return (
    <>
      <header className="inspector__head">
        <div className="inspector__kind">Room</div>
        <NameField kind="room" objectId={room.id} value={room.name} onCommit={(name) => edit({ name })} />
      </header>
      <RoomOutline room={room} edit={edit} />
      <RoomTrays room={room} edit={edit} />
      <ObjectProblems object={{ kind: 'room', id: room.id }} />
      {figures ? (
        <Section title="Power and heat">
          <FacilityFacts sum={figures} place={`room/${room.id}`} />
        </Section>
      ) : null}
      <RoomRows rows={own} />
      <RemoveObject
        object={{ kind: 'room', id: room.id }}
        label="Remove the room"
        note={own.length > 0 ? `Its ${formatCount(own.length, 'row')} go with it; the racks leave the floor.` : null}
      />
    </>
  );
}

interface PartProps {
  readonly room: Room;
  readonly edit: (patch: Patch) => void;
}

function RoomOutline({ room, edit }: PartProps): ReactElement {
  const metres = { unit: 'm', decimals: 2, step: 0.6 };
  return (
    <Section title="Outline">
      <QuantityField label="Width" {...metres} value={room.widthM} min={0.1} onCommit={(widthM) => edit({ widthM })} />
      <QuantityField label="Depth" {...metres} value={room.depthM} min={0.1} onCommit={(depthM) => edit({ depthM })} />
      <QuantityField label="From west" {...metres} value={room.xM} onCommit={(xM) => edit({ xM })} />
      <QuantityField label="From north" {...metres} value={room.yM} onCommit={(yM) => edit({ yM })} />
    </Section>
  );
}

function RoomTrays({ room, edit }: PartProps): ReactElement {
  const crossing = room.crossTraysM.join(', ');
  return (
    <Section title="Cable trays" aside="one over each row">
      <QuantityField
        label="Height"
        unit="m"
        decimals={2}
        step={0.1}
        min={0.1}
        max={50}
        value={room.trayHeightM}
        onCommit={(trayHeightM) => edit({ trayHeightM })}
      />
      <QuantityField
        label="Inner width"
        unit="mm"
        min={1}
        max={5000}
        step={50}
        value={room.trayWidthMm}
        onCommit={(trayWidthMm) => edit({ trayWidthMm })}
      />
      <QuantityField
        label="Inner depth"
        unit="mm"
        min={1}
        max={5000}
        step={10}
        value={room.trayDepthMm}
        onCommit={(trayDepthMm) => edit({ trayDepthMm })}
      />
      <Field label="Crossings" hint="Metres from the west wall, with commas. None = cables cross above every position.">
        {(id) => (
          <TextField
            id={id}
            value={crossing}
            placeholder="above every position"
            onCommit={(text) => {
              const crossTraysM = parseMetres(text);
              if (crossTraysM) edit({ crossTraysM });
            }}
          />
        )}
      </Field>
    </Section>
  );
}

function RoomRows({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  return (
    <Section
      title="Rows"
      aside={
        <ExplainedCount
          title="Rows of the room"
          unit="rows"
          items={rows.map(({ id, name }) => ({ name, refs: [{ kind: 'row', id }] }))}
          filter="All that are drawn in it."
        />
      }
    >
      {rows.length === 0 ? <p className="inspector__note">None yet. The Floor view adds rows by rule.</p> : null}
      <div className="inspector__rows">
        {rows.map((row) => (
          <LeadingButton
            key={row.id}
            source={() => explainPositions(row)}
            figure={row.name}
            className="inspector__row"
            onClick={() => select([{ kind: 'row', id: row.id }])}
          >
            <span className="inspector__row-name">{row.name}</span>
            <span>{formatCount(row.slotCount, 'position')}</span>
          </LeadingButton>
        ))}
      </div>
    </Section>
  );
}
