/** The design's own parts. They win over built-in parts of the same id. */
import type { Design } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { nameLink } from '../names.ts';

export const addPart: CommandEntry<'addPart'> = {
  describe: ({ part }) => `add the part ${part.model}`,
  run(draft, { part }) {
    if (!isSafeId(part.id) || findRecord(draft.parts, part.id)) return refuseTaken('part', part.id);
    draft.parts[part.id] = part;
    return [];
  },
};

export const removePart: CommandEntry<'removePart'> = {
  describe: ({ id }, design) => `remove the part ${findRecord(design.parts, id)?.model ?? id}`,
  run(draft, { id }) {
    const part = findRecord(draft.parts, id);
    if (!part) return refuseUnknown('part', id);
    const user = findUser(draft, id);
    if (user !== null) {
      return refuse('part-in-use', `${part.model} is used by ${user}: change that first.`, { kind: 'part', id });
    }
    delete draft.parts[id];
    return [];
  },
};

/** The name of an object that needs the part, or null. */
function findUser(design: Design, partId: string): string | null {
  for (const device of Object.values(design.devices)) {
    if (device.partId === partId || Object.values(device.adapters).includes(partId)) return device.name;
  }
  for (const rack of Object.values(design.racks)) {
    if (rack.partId === partId || rack.pdus.some((pdu) => pdu.partId === partId)) return rack.name;
  }
  for (const group of Object.values(design.cduGroups ?? {})) if (group.partId === partId) return group.name;
  for (const link of Object.values(design.links)) {
    const { medium } = link;
    if (medium.kind === 'auto') continue;
    const ids =
      medium.kind === 'cable' ? [medium.cableId] : [medium.cableId, medium.transceiverAId, medium.transceiverBId];
    if (ids.includes(partId)) return `the link ${nameLink(design, link)}`;
  }
  return null;
}
