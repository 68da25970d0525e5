/** Where the members of a device stand: which rack group, how many to a rack, from which unit up. */
import type { ReactElement } from 'react';
import type { Device, Placement } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import { design, dispatch, selectDesign, useDesignStore } from '../store/design-store.ts';
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
