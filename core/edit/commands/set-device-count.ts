/** Changes how many members a device group has; placements, runs of members, explicit pairs and default names follow. */
import { formatCount } from '../../base/format-count.ts';
import type { Design, Link } from '../../design/design.ts';
import { getMemberRun } from '../../design/member-run.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { followNameTemplate, nameObject } from '../names.ts';
import { refitDevice } from '../refit-placements.ts';
import { refitScenarios } from '../refit-scenarios.ts';

export const setDeviceCount: CommandEntry<'setDeviceCount'> = {
  describe: ({ id, count }, design) => `set the count of ${nameObject(design, 'device', id)} to ${formatCount(count)}`,
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
      if (link.a.deviceId === id || link.b.deviceId === id) refitLink(draft, link, id, count);
    }
    refitScenarios(draft);
    return [];
  },
};

/** A run is cut at the last member; one that lies wholly beyond takes its link with it. */
function refitLink(draft: Design, link: Link, deviceId: string, count: number): void {
  for (const end of [link.a, link.b]) {
    if (end.deviceId !== deviceId || !end.members) continue;
    if (end.members.first >= count) {
      delete draft.links[link.id];
      return;
    }
    end.members.count = Math.min(end.members.count, count - end.members.first);
  }
  const limitA = link.a.deviceId === deviceId ? getMemberRun(link.a, { count }).count : Number.POSITIVE_INFINITY;
  const limitB = link.b.deviceId === deviceId ? getMemberRun(link.b, { count }).count : Number.POSITIVE_INFINITY;
  if (link.pairs.some(([a, b]) => a >= limitA || b >= limitB)) {
    link.pairs = link.pairs.filter(([a, b]) => a < limitA && b < limitB);
  }
}
