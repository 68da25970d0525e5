/** Racks placed by the program: what to keep, progress, and the proposal beside the floor as it is before it is applied. */
import { type ReactElement, useState } from 'react';
import type { FloorRequest } from '#core/place/floor-proposal.ts';
import { DEFAULT_ROW_RULE } from '#core/place/row-plan.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { setFloor } from '../../store/floor-store.ts';
import { cancelPlacement, readGivenFloor, runPlacement, usePlacementStore } from '../../store/placement-store.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { AutoPlaceResult } from './auto-place-result.tsx';
import './auto-place.css';

interface PlaceChoices {
  readonly keepsRows: boolean;
  readonly slotsPerRow: number | null;
  readonly rowPowerLimitKw: number | null;
}

export function AutoPlacePanel(): ReactElement {
  const design = useDesignStore(selectDesign);
  const placement = usePlacementStore((state) => state);
  const hasRows = Object.keys(design.rows ?? {}).length > 0;
  const [choices, setChoices] = useState<PlaceChoices>({
    keepsRows: hasRows,
    slotsPerRow: null,
    rowPowerLimitKw: null,
  });
  const run = (): void => {
    const floor: FloorRequest['floor'] =
      choices.keepsRows && hasRows
        ? readGivenFloor(design)
        : { kind: 'by-rule', rule: { ...DEFAULT_ROW_RULE, slotsPerRow: choices.slotsPerRow } };
    setFloor({ showsBefore: false, camera: null });
    runPlacement({ floor, rowPowerLimitKw: choices.rowPowerLimitKw });
  };
  return (
    <section className="fl-aside__part" aria-label="Lay out automatically" data-testid="auto-place">
      <h3 className="fl-aside__title">Lay out automatically</h3>
      <p className="fl-aside__note">
        Stands leaf switches near their servers and spines amid them, so that cables are short, within the power limits
        of rows and the cooling of zones. Nothing changes until you apply it.
      </p>
      <PlaceFields hasRows={hasRows} choices={choices} onChange={setChoices} />
      {placement.kind === 'running' ? (
        <PlaceProgress label={placement.progress?.label ?? 'Starting'} share={shareOf(placement.progress)} />
      ) : (
        <Button tone={placement.kind === 'proposed' ? 'normal' : 'primary'} onClick={run} data-testid="auto-place-run">
          {placement.kind === 'proposed' ? 'Propose again' : 'Propose a floor'}
        </Button>
      )}
      {placement.kind === 'refused' ? <p className="fl-aside__wrong">{placement.reason}</p> : null}
      {placement.kind === 'failed' ? (
        <p className="fl-aside__wrong">
          The placement broke off; the design is untouched. {placement.details.split('\n')[0]}
        </p>
      ) : null}
      {placement.kind === 'proposed' ? (
        <AutoPlaceResult proposal={placement.proposal} isStale={placement.isStale} />
      ) : null}
    </section>
  );
}

function shareOf(progress: { readonly done: number; readonly total: number } | null): number | null {
  return progress && progress.total > 0 ? progress.done / progress.total : null;
}

function PlaceProgress({ label, share }: { readonly label: string; readonly share: number | null }): ReactElement {
  return (
    <div className="fl-progress">
      <span>{label}</span>
      <progress aria-label="Placing racks" {...(share === null ? {} : { value: share })} max={1} />
      <Button onClick={cancelPlacement}>Cancel</Button>
    </div>
  );
}

interface PlaceFieldsProps {
  readonly hasRows: boolean;
  readonly choices: PlaceChoices;
  readonly onChange: (choices: PlaceChoices) => void;
}

function PlaceFields({ hasRows, choices, onChange }: PlaceFieldsProps): ReactElement {
  const keeps = choices.keepsRows && hasRows;
  return (
    <div className="fl-aside__fields">
      <Field label="Rows">
        {(id) => (
          <Select
            id={id}
            value={keeps ? 'keep' : 'new'}
            options={[
              { value: 'keep', label: 'Keep the rows there are', disabled: !hasRows },
              { value: 'new', label: 'New rows by rule' },
            ]}
            onChange={(value) => onChange({ ...choices, keepsRows: value === 'keep' })}
          />
        )}
      </Field>
      {keeps ? null : (
        <Field label="Positions in a row">
          {(id) => (
            <NumberField
              id={id}
              value={choices.slotsPerRow}
              min={1}
              placeholder="about square"
              onCommit={(slotsPerRow) => onChange({ ...choices, slotsPerRow: Math.round(slotsPerRow) })}
              onClear={() => onChange({ ...choices, slotsPerRow: null })}
            />
          )}
        </Field>
      )}
      <Field label="Power of a row">
        {(id) => (
          <NumberField
            id={id}
            value={choices.rowPowerLimitKw}
            min={1}
            decimals={1}
            unit="kW"
            placeholder="no limit"
            onCommit={(rowPowerLimitKw) => onChange({ ...choices, rowPowerLimitKw })}
            onClear={() => onChange({ ...choices, rowPowerLimitKw: null })}
          />
        )}
      </Field>
    </div>
  );
}
