/** Devices that stand in no rack, as runs of members. */
import type { MemberRun } from '../design/member-run.ts';
import type { Design, Device, Placement } from '../design/design.ts';
import { findRecord } from '../design/records.ts';

export interface UnplacedDevice {
  readonly device: Device;
  /** In order, none empty. */
  readonly runs: readonly MemberRun[];
  readonly memberCount: number;
}

/** Members that a placement puts beyond the last rack stand nowhere. */
export function listUnplaced(design: Design): UnplacedDevice[] {
  const byDevice = new Map<string, MemberRun[]>();
  for (const placement of Object.values(design.placements)) {
    const taken = readTaken(design, placement);
    if (!taken) continue;
    const others = byDevice.get(placement.deviceId);
    if (others) others.push(taken);
    else byDevice.set(placement.deviceId, [taken]);
  }
  return Object.values(design.devices).flatMap((device) => {
    const runs = listGaps(byDevice.get(device.id) ?? [], device.count);
    const memberCount = runs.reduce((sum, { count }) => sum + count, 0);
    return memberCount > 0 ? [{ device, runs, memberCount }] : [];
  });
}

function readTaken(design: Design, placement: Placement): MemberRun | null {
  const rack = findRecord(design.racks, placement.rackId);
  if (!rack) return null;
  const seats = Math.max(0, rack.count - placement.firstRack) * placement.perRack;
  const count = Math.min(placement.memberCount, seats);
  return count > 0 ? { first: placement.firstMember, count } : null;
}

function listGaps(taken: readonly MemberRun[], memberCount: number): MemberRun[] {
  const gaps: MemberRun[] = [];
  let next = 0;
  for (const { first, count } of taken.toSorted((a, b) => a.first - b.first)) {
    if (first > next) gaps.push({ first: next, count: Math.min(first, memberCount) - next });
    next = Math.max(next, first + count);
  }
  if (next < memberCount) gaps.push({ first: next, count: memberCount - next });
  return gaps.filter(({ count }) => count > 0);
}
