/** Adds a device group, free-standing or straight into racks. */
import { formatCount } from '../../base/format-count.ts';
import type { DevicePart } from '../../catalog/part.ts';
import { createDevice } from '../../design/defaults.ts';
import type { Design, DeviceRole } from '../../design/design.ts';
import { findDevicePart } from '../../design/port-blocks.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken } from '../command-entry.ts';
import { createNameTemplate, listNames, makeUniqueName, nameObject } from '../names.ts';
import { normalisePosition } from '../position.ts';
import { putInRacks } from '../put-in-racks.ts';

export const addDevice: CommandEntry<'addDevice'> = {
  describe({ partId, name, count, rack }, design, { catalog }) {
    const label = name ?? findDevicePart(catalog, partId)?.model ?? partId;
    const counted = count > 1 ? `${formatCount(count)} × ${label}` : label;
    return rack ? `add ${counted} to ${nameObject(design, 'rack', rack.rackId)}` : `add ${counted}`;
  },
  run(draft, args, { catalog }) {
    if (!isSafeId(args.id) || findRecord(draft.devices, args.id)) return refuseTaken('device', args.id);
    const part = findDevicePart(catalog, args.partId);
    if (!part) return refusePart(args.partId, catalog.byId.get(args.partId)?.model);
    const name = makeUniqueName(args.name ?? part.model, listNames(draft.devices));
    const device = createDevice({
      id: args.id,
      name,
      partId: part.id,
      role: args.role ?? chooseRole(part, draft),
      count: args.count,
      nameTemplate: createNameTemplate(name, args.count),
      position: normalisePosition(args.position),
    });
    draft.devices[device.id] = device;
    return args.rack ? putInRacks(draft, device, args.rack, catalog) : [];
  },
};

function refusePart(partId: string, model: string | undefined) {
  if (model === undefined) return refuse('unknown-part', `There is no part ${partId} in the catalog.`);
  return refuse('not-a-device', `${model} is not a server or a switch, so it cannot stand in the network by itself.`);
}

/** The first switches of a design are its leaves, further ones its spines, until the user says otherwise. */
function chooseRole(part: DevicePart, design: Design): DeviceRole {
  if (part.kind === 'switch') {
    return Object.values(design.devices).some((device) => device.role === 'leaf') ? 'spine' : 'leaf';
  }
  if (part.category === 'storage') return 'storage';
  return part.category === 'appliance' || part.category === 'infrastructure' ? 'management' : 'endpoint';
}
