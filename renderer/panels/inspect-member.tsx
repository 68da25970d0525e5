/** The one member of a device group that is chosen among the racks: where it stands, and turning it or taking it out. */
import { RotateCw, Rows3, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Device } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import { findMemberSeat, type MemberSeat } from '#core/netlist/member-seat.ts';
import { formatRackName } from '#core/netlist/names.ts';
import { nameDeviceMember } from '#core/netlist/rack-elevation.ts';
import { design, dispatch, selectDesign, useCatalog, useDesignStore } from '../store/design-store.ts';
import { unplaceMembers } from '../store/member-move.ts';
import { numberRack, rackPlan } from '../store/rack-elevations.ts';
import { focusInRack } from '../store/racks-store.ts';
import { setView } from '../store/view-store.ts';
import { Button } from '../ui/button.tsx';
import { FactList, Section } from '../ui/section.tsx';
import { formatNumber } from '../ui/format.ts';

interface InspectMemberProps {
  readonly device: Device;
  readonly member: number;
}

function turnRound(device: Device, member: number, seat: MemberSeat): void {
  const args = {
    deviceId: device.id,
    members: { first: member, count: 1 },
    rackId: seat.rackId,
    firstRack: seat.rackIndex,
    bottomUnit: seat.bottomUnit,
    face: seat.face === 'front' ? 'rear' : 'front',
    placementIds: [createId('placement', design().placements)],
  } as const;
  dispatch({ name: 'moveMembers', args });
}

function show(device: Device, member: number, seat: MemberSeat): void {
  const number = numberRack(rackPlan(), seat.rackId, seat.rackIndex);
  setView('racks');
  if (number !== null) focusInRack(number, `${device.id} ${member}`);
}

export function InspectMember({ device, member }: InspectMemberProps): ReactElement {
  const owner = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const seat = findMemberSeat(owner, catalog, device.id, member);
  const rack = seat ? findRecord(owner.racks, seat.rackId) : undefined;
  return (
    <Section title={nameDeviceMember(device, member)} aside={`${member + 1} of ${formatNumber(device.count)}`}>
      {seat && rack ? (
        <>
          <FactList
            facts={[
              ['Rack', formatRackName(rack.name, seat.rackIndex, rack.count)],
              [
                'Units',
                seat.units === 1 ? `${seat.bottomUnit}` : `${seat.bottomUnit} to ${seat.bottomUnit + seat.units - 1}`,
              ],
              ['Front looks to', `the ${seat.face} of the rack`],
            ]}
          />
          <div className="inspector__buttons">
            <Button onClick={() => show(device, member, seat)}>
              <Rows3 size={14} aria-hidden /> Show
            </Button>
            <Button disabled={device.locked} onClick={() => turnRound(device, member, seat)}>
              <RotateCw size={14} aria-hidden /> Turn round
            </Button>
            <Button disabled={device.locked} onClick={() => unplaceMembers([{ deviceId: device.id, member }])}>
              <Undo2 size={14} aria-hidden /> Take out
            </Button>
          </div>
        </>
      ) : (
        <p className="inspector__note">It stands in no rack.</p>
      )}
    </Section>
  );
}
