/** Which rack and unit every member stands in, from the design's rack groups and placements. */
import { sortIds } from '../base/sort-ids.ts';
import type { Memory } from '../base/memory.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { Design, Placement, Rack } from '../design/design.ts';
import type { Groups } from './groups.ts';
import { NONE, type NetRackGroup } from './netlist.ts';

export interface Racking {
  readonly rackGroups: NetRackGroup[];
  readonly rackCount: number;
  readonly memberRack: Int32Array;
  readonly memberUnit: Uint16Array;
  readonly memberFace: Uint8Array;
}

/** The same answer while no rack, placement or group changes. */
export function collectRacking(design: Design, catalog: Catalog, groups: Groups, memory: Memory): Racking {
  const sizes = groups.groups.flatMap(({ deviceId, part, count, firstMember }) => [deviceId, part, count, firstMember]);
  return memory.recall('racking', [design.racks, design.placements, catalog, ...sizes], () =>
    rackMembers(design, catalog, groups),
  );
}

function rackMembers(design: Design, catalog: Catalog, groups: Groups): Racking {
  const rackGroups: NetRackGroup[] = [];
  const rackGroupOf = new Map<string, NetRackGroup>();
  let rackCount = 0;
  const placementCounts = countPlacements(design);
  for (const id of sortIds(design.racks)) {
    const rack = design.racks[id] as Rack;
    const rackGroup = createRackGroup(rack, rackCount, placementCounts.get(id) ?? 0, catalog);
    rackGroups.push(rackGroup);
    rackGroupOf.set(id, rackGroup);
    rackCount += rack.count;
  }
  const memberRack = new Int32Array(groups.memberCount).fill(NONE);
  const memberUnit = new Uint16Array(groups.memberCount);
  const memberFace = new Uint8Array(groups.memberCount);
  const places = { memberRack, memberUnit, memberFace };
  for (const id of sortIds(design.placements)) {
    const placement = design.placements[id] as Placement;
    const rackGroup = rackGroupOf.get(placement.rackId);
    if (rackGroup) stackMembers(placement, rackGroup, groups, places);
  }
  return { rackGroups, rackCount, ...places };
}

/** By rack id; racks without any are left out. */
function countPlacements(design: Design): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rackId } of Object.values(design.placements)) counts.set(rackId, (counts.get(rackId) ?? 0) + 1);
  return counts;
}

function createRackGroup(rack: Rack, firstRack: number, placementCount: number, catalog: Catalog): NetRackGroup {
  return {
    rackId: rack.id,
    name: rack.name,
    part: rack.partId === null ? undefined : findPart(catalog, rack.partId, 'rack'),
    count: rack.count,
    firstRack,
    heightUnits: rack.heightUnits,
    powerLimitW: rack.powerLimitW,
    weightLimitKg: rack.weightLimitKg,
    cooling: rack.cooling,
    pdus: rack.pdus.map((pdu) => ({
      partId: pdu.partId,
      part: findPart(catalog, pdu.partId, 'pdu'),
      count: pdu.count,
      feedId: pdu.feedId ?? null,
      bottomUnit: pdu.bottomUnit ?? null,
    })),
    redundancy: rack.redundancy ?? null,
    hasFillers: rack.fillers ?? false,
    phase: rack.phase ?? 1,
    placementCount,
  };
}

/** Members beyond the group's count or the last rack stay unplaced. A height that is not known counts as one unit. */
function stackMembers(
  placement: Placement,
  rackGroup: NetRackGroup,
  groups: Groups,
  { memberRack, memberUnit, memberFace }: Pick<Racking, 'memberRack' | 'memberUnit' | 'memberFace'>,
): void {
  const groupIndex = groups.groupOfDevice.get(placement.deviceId);
  const group = groupIndex === undefined ? undefined : groups.groups[groupIndex];
  if (!group) return;
  const heightUnits = Math.ceil(group.part?.rackUnits ?? 1);
  const count = Math.min(placement.memberCount, group.count - placement.firstMember);
  for (let i = 0; i < count; i += 1) {
    const rack = placement.firstRack + Math.floor(i / placement.perRack);
    if (rack >= rackGroup.count) return;
    const member = group.firstMember + placement.firstMember + i;
    memberRack[member] = rackGroup.firstRack + rack;
    memberUnit[member] = placement.bottomUnit + (i % placement.perRack) * heightUnits;
    memberFace[member] = placement.face === 'rear' ? 1 : 0;
  }
}
