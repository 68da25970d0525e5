/** Locks devices and racks in place on the canvas, or lets them go, as one step. */
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { nameObject } from '../names.ts';

export const setLock: CommandEntry<'setLock'> = {
  describe({ items, locked }, design) {
    const verb = locked ? 'lock' : 'unlock';
    const [first] = items;
    return items.length === 1 && first
      ? `${verb} ${nameObject(design, first.kind, first.id)}`
      : `${verb} ${items.length} items`;
  },
  run(draft, { items, locked }) {
    if (items.length === 0) return refuse('nothing', `Select a device or a rack to ${locked ? 'lock' : 'unlock'} it.`);
    for (const { kind, id } of items) {
      if (kind === 'device') {
        const device = findRecord(draft.devices, id);
        if (!device) return refuseUnknown(kind, id);
        device.locked = locked;
      } else {
        const rack = findRecord(draft.racks, id);
        if (!rack) return refuseUnknown(kind, id);
        if (locked) rack.locked = true;
        else delete rack.locked;
      }
    }
    return [];
  },
};
