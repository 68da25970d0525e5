/** Rows by rule: how many, how long, how wide the aisles are, which way the racks face; with what it comes to before it is done. */
import { type ReactElement, useState } from 'react';
import type { Room } from '#core/design/floor.ts';
import { DEFAULT_ROW_RULE, type RowRule } from '#core/place/row-plan.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { setFloor } from '../../store/floor-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { addPlannedRows, planRowsFor } from './plan-added-rows.ts';
import { RuleField } from './rule-field.tsx';

const NEW_ROOM = ' new';

const FACINGS = [
  { value: 'cold', label: 'South, to a cold aisle' },
  { value: 'hot', label: 'North, to the wall' },
];

export function AddRowsDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const design = useDesignStore(selectDesign);
  const rooms = Object.values(design.rooms ?? {});
  const [firstRoom] = rooms;
  const [rule, setRule] = useState<RowRule>(() =>
    firstRoom ? { ...DEFAULT_ROW_RULE, room: { kind: 'given', room: firstRoom } } : DEFAULT_ROW_RULE,
  );
  const [standsRacks, setStandsRacks] = useState(true);
  const outcome = planRowsFor(design, useCatalog(), rule, standsRacks);
  const apply = (): void => {
    if (!outcome.ok) return;
    if (addPlannedRows(design, outcome.value)) {
      setFloor({ camera: null });
      onClose();
    }
  };
  return (
    <Dialog
      title="Add rows"
      onClose={onClose}
      className="fl-dialog"
      testId="add-rows"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!outcome.ok} onClick={apply} data-testid="add-rows-apply">
            Add rows
          </Button>
        </>
      }
    >
      <RuleFields rooms={rooms} rule={rule} onChange={setRule} />
      <label className="fl-dialog__check">
        <input type="checkbox" checked={standsRacks} onChange={(event) => setStandsRacks(event.target.checked)} />
        Stand the racks that stand nowhere on them, in their order
      </label>
      <p
        className={outcome.ok ? 'fl-dialog__outcome' : 'fl-dialog__outcome fl-dialog__outcome--wrong'}
        role="status"
        data-testid="add-rows-outcome"
      >
        {outcome.ok ? describe(outcome.value) : outcome.error}
      </p>
    </Dialog>
  );
}

function describe({
  plan,
  targetCount,
  waitingCount,
}: Extract<ReturnType<typeof planRowsFor>, { ok: true }>['value']): string {
  const [first] = plan.rows;
  const size = `${formatNumber(plan.room.widthM, 1)} \u00d7 ${formatNumber(plan.room.depthM, 1)} m`;
  const rows = `${formatCount(plan.rows.length, 'row')} of ${formatCount(first?.slotCount ?? 0, 'position')} in ${plan.room.name}, ${size}.`;
  if (waitingCount === 0) return `${rows} No rack waits for a place.`;
  return `${rows} ${formatNumber(targetCount)} of ${formatCount(waitingCount, 'waiting rack')} will stand on them.`;
}

interface PartProps {
  readonly rule: RowRule;
  readonly onChange: (rule: RowRule) => void;
}

function RuleFields({ rooms, rule, onChange }: PartProps & { readonly rooms: readonly Room[] }): ReactElement {
  return (
    <div className="fl-dialog__grid">
      <RoomField rooms={rooms} rule={rule} onChange={onChange} />
      <RuleField label="Rows" field="rowCount" rule={rule} onChange={onChange} placeholder="as many as needed" />
      <RuleField
        label="Positions in a row"
        field="slotsPerRow"
        rule={rule}
        onChange={onChange}
        placeholder={rule.room.kind === 'new' ? 'about square' : 'by the room'}
      />
      <RuleField label="Pitch" field="pitchM" rule={rule} onChange={onChange} unit="m" placeholder="widest rack" />
      <RuleField
        label="Rack depth"
        field="rackDepthM"
        rule={rule}
        onChange={onChange}
        unit="m"
        placeholder="deepest rack"
      />
      <RuleField label="Cold aisle" field="coldAisleM" rule={rule} onChange={onChange} unit="m" />
      <RuleField label="Hot aisle" field="hotAisleM" rule={rule} onChange={onChange} unit="m" />
      <Field label="First row faces">
        {(id) => (
          <Select
            id={id}
            value={rule.firstAisle}
            options={FACINGS}
            onChange={(value) => onChange({ ...rule, firstAisle: value === 'hot' ? 'hot' : 'cold' })}
          />
        )}
      </Field>
      {rule.room.kind === 'new' ? (
        <>
          <TrayField rule={rule} onChange={onChange} />
          <RuleField
            label="Cross trays every"
            field="crossTrayEveryM"
            rule={rule}
            onChange={onChange}
            unit="m"
            placeholder="everywhere"
          />
        </>
      ) : null}
    </div>
  );
}

function RoomField({ rooms, rule, onChange }: PartProps & { readonly rooms: readonly Room[] }): ReactElement {
  const options = [
    ...rooms.map((room) => ({ value: room.id, label: room.name, note: `${formatNumber(room.widthM, 1)} m wide` })),
    { value: NEW_ROOM, label: 'A new room' },
  ];
  return (
    <Field label="Room">
      {(id) => (
        <Select
          id={id}
          value={rule.room.kind === 'given' ? rule.room.room.id : NEW_ROOM}
          options={options}
          onChange={(value) => {
            const given = rooms.find((room) => room.id === value);
            onChange({ ...rule, room: given ? { kind: 'given', room: given } : DEFAULT_ROW_RULE.room });
          }}
        />
      )}
    </Field>
  );
}

function TrayField({ rule, onChange }: PartProps): ReactElement | null {
  const { room } = rule;
  if (room.kind !== 'new') return null;
  const change = (trayHeightM: number): void =>
    onChange({ ...rule, room: { kind: 'new', fittings: { ...room.fittings, trayHeightM } } });
  return (
    <Field label="Tray height">
      {(id) => (
        <NumberField
          id={id}
          value={room.fittings.trayHeightM}
          min={0.1}
          max={50}
          step={0.1}
          decimals={2}
          unit="m"
          onDraft={change}
          onCommit={change}
        />
      )}
    </Field>
  );
}
