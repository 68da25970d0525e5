/** What is written on a device in a rack: its name, its model where there is room, which way the air goes, and what is wrong. */
import { ArrowDownToDot, ArrowUpFromDot, CircleDashed, Droplet, Lock, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ElevationDevice, RackFace } from '#core/netlist/rack-elevation.ts';

/** Height from which the model has a line of its own. */
const TWO_LINES_PX = 27;
const ICON_PX = 12;

interface DeviceFaceProps {
  readonly device: ElevationDevice;
  readonly face: RackFace;
  readonly unitPx: number;
  readonly blowsAgainst: boolean;
}

export function DeviceFace({ device, face, unitPx, blowsAgainst }: DeviceFaceProps): ReactElement {
  const fault = describeFault(device, blowsAgainst);
  const size = Math.min(ICON_PX, device.units * unitPx - 2);
  return (
    <>
      <span className="rack-device__text">
        <span>{device.name}</span>
        {device.units * unitPx >= TWO_LINES_PX ? <span className="rack-device__model">{device.model}</span> : null}
      </span>
      {device.isLocked ? <Lock size={size} className="rack-device__air" aria-hidden /> : null}
      <AirMark device={device} face={face} size={size} />
      {fault === null ? null : (
        <TriangleAlert size={size} className="rack-device__mark ui-severity--error" aria-hidden />
      )}
    </>
  );
}

/** null = nothing is wrong. */
export function describeFault(device: ElevationDevice, blowsAgainst: boolean): string | null {
  if (device.isClashing) return 'shares units with another device';
  if (device.isOver) return 'reaches over the top of the rack';
  return blowsAgainst ? 'blows against the other devices of the rack' : null;
}

/** An arrow into the page where air goes in on this side, out of it where it comes out. */
function AirMark({
  device,
  face,
  size,
}: {
  readonly device: ElevationDevice;
  readonly face: RackFace;
  readonly size: number;
}): ReactElement | null {
  const { intake } = device;
  if (intake === 'unknown') return null;
  if (intake === 'liquid') return <Droplet size={size} className="rack-device__air" aria-hidden />;
  if (intake === 'either') return <CircleDashed size={size} className="rack-device__air" aria-hidden />;
  const goesIn = intake === face;
  const Icon = goesIn ? ArrowDownToDot : ArrowUpFromDot;
  return <Icon size={size} className="rack-device__air" aria-hidden />;
}

/** In words, for tooltips. */
export function describeAir(device: ElevationDevice, face: RackFace): string {
  switch (device.intake) {
    case 'unknown':
      return 'airflow not known';
    case 'liquid':
      return 'cooled by liquid';
    case 'either':
      return 'sold with either airflow, none chosen';
    default:
      return device.intake === face ? 'takes in air on this side' : 'blows out air on this side';
  }
}
