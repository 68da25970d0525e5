/** Puts a device into a rack group, and takes it out again. */
import type { Design, Placement } from '../../design/design.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { nameObject } from '../names.ts';
import { normalisePosition } from '../position.ts';
import { putInRacks } from '../put-in-racks.ts';
import { refitUnits } from '../refit-units.ts';

export const placeDevice: CommandEntry<'placeDevice'> = {
  describe: ({ deviceId, rackId }, design) =>
    `place ${nameObject(design, 'device', deviceId)} in ${nameObject(design, 'rack', rackId)}`,
  run(draft, { deviceId, ...target }, { catalog }) {
    const device = findRecord(draft.devices, deviceId);
    if (!device) return refuseUnknown('device', deviceId);
    if (device.locked) return refuseLocked(device);
    const face = findFace(draft, deviceId);
    removePlacements(draft, deviceId);
    const refusal = putInRacks(draft, device, { ...target, ...(face ? { face } : {}) }, catalog);
    refitUnits(draft);
    return refusal;
  },
};

export const unplaceDevice: CommandEntry<'unplaceDevice'> = {
  describe: ({ deviceId }, design) => `take ${nameObject(design, 'device', deviceId)} out of its rack`,
  run(draft, { deviceId, position }) {
    const device = findRecord(draft.devices, deviceId);
    if (!device) return refuseUnknown('device', deviceId);
    if (device.locked) return refuseLocked(device);
    removePlacements(draft, deviceId);
    device.position = normalisePosition(position);
    return [];
  },
};

/** A device that was turned round stays so. */
function findFace(design: Design, deviceId: string): Placement['face'] {
  return Object.values(design.placements).find((placement) => placement.deviceId === deviceId)?.face;
}

function removePlacements(draft: Design, deviceId: string): void {
  for (const placement of Object.values(draft.placements)) {
    if (placement.deviceId === deviceId) delete draft.placements[placement.id];
  }
}

function refuseLocked(device: { id: string; name: string }) {
  return refuse('locked', `${device.name} is locked: unlock it to move it.`, { kind: 'device', id: device.id });
}
