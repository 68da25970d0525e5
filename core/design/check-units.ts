/** What must hold of scalable units: members that are there, each in one unit only, and no device that stands in a rack. */
import type { Design, Rack } from './design.ts';
import { findRecord } from './records.ts';
import type { UnitMember } from './unit.ts';

export interface UnitFault {
  /** Dotted, e.g. `units.unit-1.members`. */
  readonly path: string;
  readonly message: string;
}

/** The first fault, or null. Linear in placements and members. */
export function findUnitFault(design: Design): UnitFault | null {
  if (!design.units) return null;
  const placed = new Set(Object.values(design.placements).map(({ deviceId }) => deviceId));
  const unitOf = new Map<string, string>();
  for (const unit of Object.values(design.units)) {
    const path = `units.${unit.id}.members`;
    for (const member of unit.members) {
      const item = findUnitMember(design, member);
      if (!item) return { path, message: `there is no ${member.kind} ${member.id}` };
      if (member.kind === 'device' && placed.has(member.id)) {
        return { path, message: `${item.name} stands in a rack, so it is in the unit of that rack` };
      }
      const key = `${member.kind} ${member.id}`;
      const other = unitOf.get(key);
      if (other !== undefined) return { path, message: `${item.name} is in ${other} already` };
      unitOf.set(key, unit.name);
    }
  }
  return null;
}

/** The device or rack behind a member, or undefined. */
export function findUnitMember(
  { devices, racks }: Pick<Design, 'devices' | 'racks'>,
  { kind, id }: UnitMember,
): Pick<Rack, 'id' | 'name' | 'count'> | undefined {
  return kind === 'device' ? findRecord(devices, id) : findRecord(racks, id);
}
