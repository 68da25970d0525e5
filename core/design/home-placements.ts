/** Where a device is drawn when its members stand in several places. */
import type { Design, Placement } from './design.ts';

/** By device, the placement that holds its first member. */
export function findHomePlacements(design: Pick<Design, 'placements' | 'devices' | 'racks'>): Map<string, Placement> {
  const homes = new Map<string, Placement>();
  for (const placement of Object.values(design.placements)) {
    if (!design.devices[placement.deviceId] || !design.racks[placement.rackId]) continue;
    const known = homes.get(placement.deviceId);
    if (!known || comesFirst(placement, known)) homes.set(placement.deviceId, placement);
  }
  return homes;
}

function comesFirst(a: Placement, b: Placement): boolean {
  if (a.firstMember !== b.firstMember) return a.firstMember < b.firstMember;
  return a.id < b.id;
}
