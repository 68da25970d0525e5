/** The scalable units of the drawing, in terms of the groups they hold. */
import type { Design } from '../design/design.ts';
import { listUnitContents } from '../design/unit-contents.ts';
import type { Groups } from './groups.ts';
import type { NetRackGroup, NetUnit } from './netlist.ts';

/** Units with nothing in them are left out. */
export function collectUnits(
  design: Design,
  { groupOfDevice }: Pick<Groups, 'groupOfDevice'>,
  rackGroups: readonly NetRackGroup[],
): NetUnit[] {
  const rackGroupOf = new Map(rackGroups.map(({ rackId }, index) => [rackId, index]));
  return [...listUnitContents(design)].map(([unitId, { racks, devices }]) => ({
    unitId,
    name: design.units?.[unitId]?.name ?? unitId,
    rackGroups: racks.flatMap(({ rackId }) => rackGroupOf.get(rackId) ?? []),
    devices: devices.flatMap(({ deviceId, count }) => {
      const group = groupOfDevice.get(deviceId);
      return group === undefined ? [] : [{ group, count }];
    }),
  }));
}
