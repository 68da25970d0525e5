/** Replaces the whole floor in one step, or clears it. */
import { formatCount } from '../../base/format-count.ts';
import { isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuseTaken } from '../command-entry.ts';
import { replaceTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';
import { refitFloor } from '../refit-floor.ts';

export const layOutFloor: CommandEntry<'layOutFloor'> = {
  describe({ stands }) {
    const count = stands.reduce((sum, stand) => sum + stand.rackCount, 0);
    return `lay out ${formatCount(count)} ${count === 1 ? 'rack' : 'racks'} on the floor`;
  },
  run(draft, { rooms, rows, stands }) {
    for (const [noun, records] of [
      ['room', rooms],
      ['row', rows],
      ['stand', stands],
    ] as const) {
      const seen = new Set<string>();
      for (const { id } of records) {
        if (!isSafeId(id) || seen.has(id)) return refuseTaken(noun, id);
        seen.add(id);
      }
    }
    replaceTable(draft, 'rooms', rooms.map(normaliseNumbers));
    replaceTable(draft, 'rows', rows.map(normaliseNumbers));
    // Zones and coolant units let go of what is gone before the new stands come: these must hold as they are given.
    refitFloor(draft);
    replaceTable(draft, 'stands', stands.map(normaliseNumbers));
    return [];
  },
};

export const clearFloor: CommandEntry<'clearFloor'> = {
  describe: () => 'clear the floor',
  run(draft) {
    for (const table of ['stands', 'rows', 'rooms', 'coolingZones', 'cduGroups'] as const) delete draft[table];
    return [];
  },
};
