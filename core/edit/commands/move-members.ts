/** Puts some members of a device elsewhere in the racks, takes them out, or turns them round. */
import { formatCount } from '../../base/format-count.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Design, Device, Placement } from '../../design/design.ts';
import type { MemberRun } from '../../design/member-run.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import type { CommandArgs } from '../command.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { createId } from '../ids.ts';
import { nameObject } from '../names.ts';
import { normaliseNumbers } from '../position.ts';
import { checkUnits } from '../put-in-racks.ts';
import { refitUnits } from '../refit-units.ts';
import { takeOutMembers } from '../split-placements.ts';

export const moveMembers: CommandEntry<'moveMembers'> = {
  describe: ({ deviceId, members, rackId }, design) =>
    `move ${nameMembers(design, deviceId, members)} to ${nameObject(design, 'rack', rackId)}`,
  run(draft, args, { catalog }) {
    const device = findRecord(draft.devices, args.deviceId);
    if (!device) return refuseUnknown('device', args.deviceId);
    const rack = findRecord(draft.racks, args.rackId);
    if (!rack) return refuseUnknown('rack', args.rackId);
    const refusal = checkMembers(device, args.members);
    if (refusal.length > 0) return refusal;
    const placement = createPlacement(draft, args);
    if (!isSafeId(placement.id)) return refuseTaken('placement', placement.id);
    const lastRack = placement.firstRack + Math.ceil(placement.memberCount / placement.perRack);
    if (lastRack > rack.count) {
      return refuse(
        'too-few-racks',
        `${nameMembers(draft, device.id, args.members)} would need rack ${lastRack} of ${rack.name}, which has ${formatCount(rack.count)}.`,
        { kind: 'device', id: device.id },
        { kind: 'rack', id: rack.id },
      );
    }
    takeOut(draft, device, args.members, catalog, [placement.id, ...args.placementIds.slice(1)]);
    if (findRecord(draft.placements, placement.id)) return refuseTaken('placement', placement.id);
    const obstacle = checkUnits(draft, device, rack, placement, catalog);
    if (obstacle.length === 0) draft.placements[placement.id] = normaliseNumbers(placement);
    refitUnits(draft);
    return obstacle;
  },
};

export const unplaceMembers: CommandEntry<'unplaceMembers'> = {
  describe: ({ deviceId, members }, design) => `take ${nameMembers(design, deviceId, members)} out of the racks`,
  run(draft, { deviceId, members, placementIds }, { catalog }) {
    const device = findRecord(draft.devices, deviceId);
    if (!device) return refuseUnknown('device', deviceId);
    const refusal = checkMembers(device, members);
    if (refusal.length > 0) return refusal;
    takeOut(draft, device, members, catalog, ['', ...placementIds]);
    return [];
  },
};

export const setFace: CommandEntry<'setFace'> = {
  describe({ placementIds, face }, design) {
    const devices = new Set(placementIds.map((id) => findRecord(design.placements, id)?.deviceId ?? id));
    const [only] = devices;
    const what =
      devices.size === 1 && only !== undefined ? nameObject(design, 'device', only) : `${devices.size} devices`;
    return `turn ${what} to the ${face}`;
  },
  run(draft, { placementIds, face }) {
    if (placementIds.length === 0) return refuse('nothing', 'Select a device in a rack to turn it round.');
    for (const id of placementIds) {
      const placement = findRecord(draft.placements, id);
      if (!placement) return refuse('unknown', `There is no placement ${id} in the design.`);
      if (face === 'rear') placement.face = face;
      else delete placement.face;
    }
    return [];
  },
};

/** `ids`: of the placement to come, which no piece may take, then of the pieces as far as they go. */
function takeOut(
  draft: Design,
  device: Device,
  members: MemberRun,
  catalog: Catalog,
  [reserved, ...ids]: readonly string[],
): void {
  const given = ids.filter((id) => isSafeId(id) && id !== reserved);
  takeOutMembers(draft, device, members, catalog, () => {
    const free = given.find((id) => !findRecord(draft.placements, id));
    return free ?? createId('placement', [...Object.keys(draft.placements), reserved ?? '']);
  });
}

/** One rack's worth looks to the side it is said to, or to the side the first member looked to before. */
function createPlacement(draft: Design, args: CommandArgs['moveMembers']): Placement {
  const { deviceId, members, rackId, firstRack, bottomUnit } = args;
  const before = Object.values(draft.placements).find(
    (other) =>
      other.deviceId === deviceId &&
      other.firstMember <= members.first &&
      members.first < other.firstMember + other.memberCount,
  );
  const face = args.face ?? before?.face;
  return {
    id: args.placementIds[0] ?? createId('placement', draft.placements),
    deviceId,
    rackId,
    firstMember: members.first,
    memberCount: members.count,
    firstRack,
    perRack: args.perRack ?? members.count,
    bottomUnit,
    ...(face === 'rear' ? { face } : {}),
  };
}

function checkMembers(device: Device, { first, count }: MemberRun): Diagnostic[] {
  const where = { kind: 'device', id: device.id } as const;
  if (device.locked) return refuse('locked', `${device.name} is locked: unlock it to move it.`, where);
  const isRun = Number.isSafeInteger(first) && Number.isSafeInteger(count) && first >= 0 && count >= 1;
  if (!isRun) return refuse('members', `Name members of ${device.name} to move.`, where);
  if (first + count <= device.count) return [];
  return refuse(
    'members',
    `${device.name} has ${formatCount(device.count)} members, there is no member ${first + count}.`,
    where,
  );
}

function nameMembers(design: Design, deviceId: string, { first, count }: MemberRun): string {
  const name = nameObject(design, 'device', deviceId);
  const total = findRecord(design.devices, deviceId)?.count ?? 0;
  if (count >= total) return name;
  return count === 1 ? `member ${first + 1} of ${name}` : `members ${first + 1} to ${first + count} of ${name}`;
}
