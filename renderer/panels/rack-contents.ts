/** What stands at which unit in one rack of a group, for the small elevation. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design, DeviceRole, Rack } from '#core/design/design.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { findRecord } from '#core/design/records.ts';
import { formatMemberName } from '#core/netlist/names.ts';

export interface RackItem {
  readonly key: string;
  readonly deviceId: string;
  readonly name: string;
  readonly role: DeviceRole;
  readonly bottomUnit: number;
  readonly units: number;
  /** Its height is not known, so it is drawn as one unit. */
  readonly isHeightUnknown: boolean;
}

/** Items of the rack of that index, lowest first. */
export function listRackItems(design: Design, catalog: Catalog, rack: Rack, rackIndex: number): RackItem[] {
  const items: RackItem[] = [];
  for (const placement of Object.values(design.placements)) {
    const device = findRecord(design.devices, placement.deviceId);
    if (placement.rackId !== rack.id || !device) continue;
    const rackUnits = findDevicePart(catalog, device.partId)?.rackUnits ?? null;
    const units = Math.ceil(rackUnits ?? 1);
    const firstOfRack = placement.firstMember + (rackIndex - placement.firstRack) * placement.perRack;
    const end = Math.min(firstOfRack + placement.perRack, placement.firstMember + placement.memberCount, device.count);
    if (rackIndex < placement.firstRack) continue;
    for (let member = firstOfRack; member < end; member += 1) {
      items.push({
        key: `${device.id} ${member}`,
        deviceId: device.id,
        name: formatMemberName(
          device.nameTemplate,
          member,
          Math.floor(member / (device.membersPerPod ?? device.count)),
        ),
        role: device.role,
        bottomUnit: placement.bottomUnit + (member - firstOfRack) * units,
        units,
        isHeightUnknown: rackUnits === null,
      });
    }
  }
  return items.toSorted((a, b) => a.bottomUnit - b.bottomUnit);
}
