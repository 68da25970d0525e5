/** Empty units of the racks that get blanking panels. */
import type { Netlist, NetRackGroup } from '../netlist/netlist.ts';

/** By rack of the netlist: units to close, one panel each; 0 for racks without. A height that is not known counts as one unit. */
export function countFillerUnits(netlist: Netlist): Uint32Array {
  const free = new Uint32Array(netlist.rackCount);
  if (!netlist.rackGroups.some((rack) => rack.hasFillers)) return free;
  const taken = markTakenUnits(netlist);
  for (const rack of netlist.rackGroups) {
    if (!rack.hasFillers) continue;
    const pduUnits = countPduUnits(rack);
    for (let index = rack.firstRack; index < rack.firstRack + rack.count; index += 1) {
      const units = taken.get(index);
      let used = pduUnits;
      for (let unit = 1; unit <= rack.heightUnits; unit += 1) used += units?.[unit] ?? 0;
      free[index] = Math.max(0, rack.heightUnits - used);
    }
  }
  return free;
}

/** Rack -> by unit, 1 = something stands there. */
function markTakenUnits({ groups, memberRack, memberUnit }: Netlist): Map<number, Uint8Array> {
  const taken = new Map<number, Uint8Array>();
  for (const group of groups) {
    const heightUnits = Math.ceil(group.part?.rackUnits ?? 1);
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      const rack = memberRack[member] as number;
      if (rack < 0) continue;
      const units = taken.get(rack) ?? new Uint8Array(MAX_UNITS + 1);
      taken.set(rack, units);
      const bottom = memberUnit[member] as number;
      units.fill(1, bottom, bottom + heightUnits);
    }
  }
  return taken;
}

/** Racks are at most this high (core/design). */
const MAX_UNITS = 100;

/** PDUs beside the units take none. */
function countPduUnits(rack: NetRackGroup): number {
  return rack.pdus.reduce((sum, { part, count }) => sum + Math.ceil(part?.rackUnits ?? 0) * count, 0);
}
