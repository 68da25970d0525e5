/** Takes members out of the racks they stand in; those around them keep their rack and unit. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Design, Device, Placement } from '../design/design.ts';
import type { MemberRun } from '../design/member-run.ts';
import { getMemberUnits } from './rack-space.ts';

/** `createPlacementId` names what splits leave behind. */
export function takeOutMembers(
  draft: Design,
  device: Device,
  { first, count }: MemberRun,
  catalog: Catalog,
  createPlacementId: () => string,
): void {
  const memberUnits = getMemberUnits(device.partId, catalog);
  const end = first + count;
  for (const placement of Object.values(draft.placements)) {
    const placementEnd = placement.firstMember + placement.memberCount;
    if (placement.deviceId !== device.id || placement.firstMember >= end || placementEnd <= first) continue;
    const pieces = [
      ...(placement.firstMember < first ? [{ ...placement, memberCount: first - placement.firstMember }] : []),
      ...(end < placementEnd ? cutHead(placement, end - placement.firstMember, memberUnits) : []),
    ];
    delete draft.placements[placement.id];
    for (const [index, piece] of pieces.entries()) {
      const id = index === 0 ? placement.id : createPlacementId();
      draft.placements[id] = { ...piece, id };
    }
  }
}

/** What is left without the first `gone` members: the rest of the rack that they share, and the racks after it. */
function cutHead(placement: Placement, gone: number, memberUnits: number): Placement[] {
  const left = placement.memberCount - gone;
  const rackOffset = Math.floor(gone / placement.perRack);
  const slot = gone % placement.perRack;
  const firstMember = placement.firstMember + gone;
  const firstRack = placement.firstRack + rackOffset;
  if (slot === 0) return [{ ...placement, firstMember, memberCount: left, firstRack }];
  const inRack = Math.min(left, placement.perRack - slot);
  const shared: Placement = {
    ...placement,
    firstMember,
    memberCount: inRack,
    firstRack,
    perRack: inRack,
    bottomUnit: placement.bottomUnit + slot * memberUnits,
  };
  if (inRack === left) return [shared];
  const beyond = {
    ...placement,
    firstMember: firstMember + inRack,
    memberCount: left - inRack,
    firstRack: firstRack + 1,
  };
  return [shared, beyond];
}
