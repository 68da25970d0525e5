/** Changes how many members a device group has; placements, explicit pairs and default member names follow. */
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { followNameTemplate, nameObject } from '../names.ts';
import { refitDevice } from '../refit-placements.ts';

export const setDeviceCount: CommandEntry<'setDeviceCount'> = {
  describe: ({ id, count }, design) => `set the count of ${nameObject(design, 'device', id)} to ${count}`,
  run(draft, { id, count }, { catalog }) {
    const device = findRecord(draft.devices, id);
    if (!device) return refuseUnknown('device', id);
    // Checked before anything is dealt by it: the schema's guard comes only after the run.
    if (!Number.isSafeInteger(count) || count < 1) {
      return refuse('count', `The count of ${device.name} must be a whole number of at least 1.`, {
        kind: 'device',
        id,
      });
    }
    const before = { name: device.name, count: device.count };
    device.count = count;
    followNameTemplate(device, before);
    refitDevice(draft, device, before.count, catalog);
    for (const link of Object.values(draft.links)) {
      const limitA = link.a.deviceId === id ? count : Number.POSITIVE_INFINITY;
      const limitB = link.b.deviceId === id ? count : Number.POSITIVE_INFINITY;
      if (link.pairs.some(([a, b]) => a >= limitA || b >= limitB)) {
        link.pairs = link.pairs.filter(([a, b]) => a < limitA && b < limitB);
      }
    }
    return [];
  },
};
