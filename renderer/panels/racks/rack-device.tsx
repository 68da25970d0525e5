/** A device in the view of racks: chosen by click, carried by drag, reached by arrow keys. */
import { memo, type ReactElement } from 'react';
import type { ElevationDevice, RackFace } from '#core/netlist/rack-elevation.ts';
import { describeAir, describeFault, DeviceFace } from './rack-device-face.tsx';
import { placeUnits } from './rack-frame.tsx';

interface RackDeviceProps {
  readonly device: ElevationDevice;
  readonly face: RackFace;
  readonly unitPx: number;
  readonly isSelected: boolean;
  readonly isCarried: boolean;
  readonly isTabStop: boolean;
  readonly blowsAgainst: boolean;
}

export function describeUnits({ bottomUnit, units }: { bottomUnit: number; units: number }): string {
  return units === 1 ? `unit ${bottomUnit}` : `units ${bottomUnit} to ${bottomUnit + units - 1}`;
}

export const RackDevice = memo(function RackDevice(props: RackDeviceProps): ReactElement {
  const { device, face, unitPx, blowsAgainst } = props;
  const fault = describeFault(device, blowsAgainst);
  const facts = [
    describeUnits(device),
    ...(device.isHeightUnknown ? ['height not known'] : []),
    describeAir(device, face),
    ...(fault === null ? [] : [fault]),
  ];
  return (
    <button
      type="button"
      className="rack-device"
      style={placeUnits(device.bottomUnit, device.units, unitPx)}
      data-testid={`unit-device-${device.deviceId}-${device.member}`}
      data-key={device.key}
      data-role={device.role}
      data-shows={device.face === face ? 'front' : 'rear'}
      data-low={device.units <= 1}
      data-bad={device.isOver || device.isClashing}
      data-carried={props.isCarried}
      aria-pressed={props.isSelected}
      title={[device.name, device.model, ...facts].join(' \u00b7 ')}
      tabIndex={props.isTabStop ? 0 : -1}
    >
      <DeviceFace device={device} face={face} unitPx={unitPx} blowsAgainst={blowsAgainst} />
      <span className="ui-visually-hidden">{`, ${facts.join(', ')}`}</span>
    </button>
  );
});
