/** Where the members of a device stand: which rack group, how many to a rack, from which unit up, which way round. */
import type { ReactElement } from 'react';
import { isLiquidCooled, listAirflowChoices, listAirflows } from '#core/catalog/port-side.ts';
import type { Device, Placement } from '#core/design/design.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import { design, dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { Field } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Section } from '../ui/section.tsx';
import { Select, type SelectOption } from '../ui/select.tsx';

const FREE_STANDING = '';
const BESIDE_RACK_PX = 260;

function place(device: Device, rackId: string, where: { bottomUnit?: number; perRack?: number } = {}): void {
  const placementId = createId('placement', design().placements);
  dispatch({ name: 'placeDevice', args: { deviceId: device.id, rackId, placementId, ...where } });
}

function unplace(device: Device, rackId: string | undefined): void {
  const rack = rackId === undefined ? undefined : findRecord(design().racks, rackId);
  const position = rack ? { x: rack.position.x + BESIDE_RACK_PX, y: rack.position.y } : device.position;
  dispatch({ name: 'unplaceDevice', args: { deviceId: device.id, position } });
}

export function DevicePlacement({ device }: { readonly device: Device }): ReactElement {
  const { racks, placements } = useDesignStore(selectDesign);
  const own = Object.values(placements).filter((placement) => placement.deviceId === device.id);
  const [first] = own;
  const options: SelectOption[] = [
    { value: FREE_STANDING, label: 'Not in a rack' },
    ...Object.values(racks).map((rack) => ({
      value: rack.id,
      label: rack.name,
      note: `${formatCount(rack.count, 'rack')} of ${rack.heightUnits}U`,
    })),
  ];
  return (
    <Section title="Placement">
      <Field label="Rack" hint={options.length === 1 ? 'Add a rack from the palette to place devices in it.' : null}>
        {(id) => (
          <Select
            id={id}
            value={first?.rackId ?? FREE_STANDING}
            options={options}
            disabled={options.length === 1 || device.locked}
            onChange={(rackId) => (rackId === FREE_STANDING ? unplace(device, first?.rackId) : place(device, rackId))}
          />
        )}
      </Field>
      {own.length === 1 && first ? <PlacementFields device={device} placement={first} /> : null}
      {own.length > 0 ? <FaceField placements={own} /> : null}
      <AirflowField device={device} />
      {own.length > 1 ? (
        <p className="inspector__note">
          Spread over {formatCount(own.length, 'place')}; choosing a rack puts all members into it.
        </p>
      ) : null}
    </Section>
  );
}

function PlacementFields({
  device,
  placement,
}: {
  readonly device: Device;
  readonly placement: Placement;
}): ReactElement {
  const { rackId, bottomUnit, perRack } = placement;
  return (
    <>
      <Field label="Per rack">
        {(id) => (
          <NumberField
            id={id}
            value={perRack}
            min={1}
            onCommit={(count) => place(device, rackId, { bottomUnit, perRack: Math.round(count) })}
          />
        )}
      </Field>
      <Field label="From unit">
        {(id) => (
          <NumberField
            id={id}
            value={bottomUnit}
            min={1}
            unit="U"
            onCommit={(unit) => place(device, rackId, { bottomUnit: Math.round(unit), perRack })}
          />
        )}
      </Field>
    </>
  );
}

const FACE_OPTIONS: readonly SelectOption[] = [
  { value: 'front', label: 'Front of the rack' },
  { value: 'rear', label: 'Rear of the rack', note: 'Turned round' },
];

function FaceField({ placements }: { readonly placements: readonly Placement[] }): ReactElement {
  const faces = new Set(placements.map(({ face }) => face ?? 'front'));
  const [only] = faces;
  return (
    <Field label="Front looks to">
      {(id) => (
        <Select
          id={id}
          value={faces.size === 1 && only !== undefined ? only : null}
          placeholder="differs"
          options={FACE_OPTIONS}
          onChange={(face) =>
            dispatch({
              name: 'setFace',
              args: { placementIds: placements.map((placement) => placement.id), face: face as 'front' | 'rear' },
            })
          }
        />
      )}
    </Field>
  );
}

const NOT_CHOSEN = '';

/** One of the airflows the part is sold with; a part with one only has no choice. */
function AirflowField({ device }: { readonly device: Device }): ReactElement | null {
  const part = findDevicePart(useCatalog(), device.partId);
  if (!part || isLiquidCooled(part)) return null;
  const known = listAirflows(part);
  const [only] = known;
  return (
    <Field label="Airflow" hint={known.length === 0 ? 'The part does not state its airflow.' : null}>
      {(id) => (
        <Select
          id={id}
          value={device.airflow ?? NOT_CHOSEN}
          options={[
            { value: NOT_CHOSEN, label: known.length === 1 && only !== undefined ? only : 'Not chosen' },
            ...(known.length === 1 ? [] : listAirflowChoices(part)).map((airflow) => ({
              value: airflow,
              label: airflow,
            })),
          ]}
          disabled={known.length === 1}
          onChange={(airflow) =>
            dispatch({
              name: 'editDevice',
              args: { id: device.id, patch: { airflow: airflow === NOT_CHOSEN ? null : airflow } },
            })
          }
        />
      )}
    </Field>
  );
}
