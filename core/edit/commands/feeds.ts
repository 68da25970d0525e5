/** Power feeds, and what racks hang on them. */
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';
import { isFreeId, putRecord, readTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';
import { editRack } from './racks.ts';

export const addFeed: CommandEntry<'addFeed'> = {
  describe: ({ feed }) => `add the feed ${feed.name}`,
  run(draft, { feed }) {
    if (!isFreeId(draft, 'feeds', feed.id)) return refuseTaken('feed', feed.id);
    putRecord(draft, 'feeds', {
      ...normaliseNumbers(feed),
      name: makeUniqueName(feed.name, listNames(readTable(draft, 'feeds'))),
    });
    return [];
  },
};

export const editFeed: CommandEntry<'editFeed'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'feed', id);
    if (patch.isOff !== undefined) return `switch ${name} ${patch.isOff ? 'off' : 'on'}`;
    return patch.name === undefined ? `edit the feed ${name}` : `rename the feed ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const feed = findRecord(draft.feeds ?? {}, id);
    if (!feed) return refuseUnknown('feed', id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'feeds'), id, patch.name)) {
      return refuse('name-taken', `There is already a feed named ${patch.name}.`, { kind: 'feed', id });
    }
    Object.assign(feed, normaliseNumbers(patch));
    return [];
  },
};

export const setRackPower: CommandEntry<'setRackPower'> = {
  describe({ rackIds, pdus, redundancy }, design) {
    const [first] = rackIds;
    const what =
      rackIds.length === 1 && first !== undefined ? nameObject(design, 'rack', first) : `${rackIds.length} racks`;
    if (pdus === undefined && typeof redundancy === 'string') return `feed ${what} ${redundancy}`;
    return pdus === undefined ? `drop the redundancy of ${what}` : `change the PDUs of ${what}`;
  },
  run(draft, { rackIds, pdus, redundancy }, context) {
    if (rackIds.length === 0) return refuse('nothing', 'Select a rack to change its power.');
    const patch = { ...(pdus ? { pdus } : {}), ...(redundancy === undefined ? {} : { redundancy }) };
    for (const id of rackIds) {
      const refusal = editRack.run(draft, { id, patch }, context);
      if (refusal.length > 0) return refusal;
    }
    return [];
  },
};
