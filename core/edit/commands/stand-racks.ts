/** Stands racks on positions of rows, and takes them off the floor. */
import { formatCount } from '../../base/format-count.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import type { Stand } from '../../design/floor.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { cutStands, type RackCut } from '../cut-stands.ts';
import { nameObject } from '../names.ts';
import { isFreeId, putRecord, readTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';

export const standRacks: CommandEntry<'standRacks'> = {
  describe({ stands }, design) {
    const count = stands.reduce((sum, stand) => sum + stand.rackCount, 0);
    const rackIds = new Set(stands.map((stand) => stand.rackId));
    const rowIds = new Set(stands.map((stand) => stand.rowId));
    const [rackId] = rackIds;
    const [rowId] = rowIds;
    const what =
      rackIds.size === 1 && rackId !== undefined ? nameObject(design, 'rack', rackId) : `${formatCount(count)} racks`;
    const where = rowIds.size === 1 && rowId !== undefined ? nameObject(design, 'row', rowId) : 'the floor';
    return `stand ${what} ${rowIds.size === 1 ? 'in' : 'on'} ${where}`;
  },
  run(draft, { stands }) {
    if (stands.length === 0) return refuse('nothing', 'There is no rack to stand on the floor.');
    for (const stand of stands) {
      const refusal = checkRange(draft, stand);
      if (refusal.length > 0) return refusal;
    }
    const ids = stands.map((stand) => stand.id);
    cutStands(draft, stands.map(toCut), ids);
    const standing = collectStanding(draft);
    for (const stand of stands) {
      if (!isFreeId(draft, 'stands', stand.id)) return refuseTaken('stand', stand.id);
      const inRow = standing.get(stand.rowId) ?? [];
      const refusal = checkSlots(draft, stand, inRow);
      if (refusal.length > 0) return refusal;
      standing.set(stand.rowId, inRow);
      inRow.push(stand);
      putRecord(draft, 'stands', normaliseNumbers(stand));
    }
    return [];
  },
};

export const unstandRacks: CommandEntry<'unstandRacks'> = {
  describe({ racks }, design) {
    const [first] = racks;
    const count = racks.reduce((sum, run) => sum + run.rackCount, 0);
    return `take ${racks.length === 1 && first ? nameObject(design, 'rack', first.rackId) : `${formatCount(count)} racks`} off the floor`;
  },
  run(draft, { racks }) {
    if (racks.length === 0) return refuse('nothing', 'There is no rack to take off the floor.');
    const missing = racks.find(({ rackId }) => !findRecord(draft.racks, rackId));
    if (missing) return refuseUnknown('rack', missing.rackId);
    cutStands(draft, racks.map(toCut), []);
    return [];
  },
};

function toCut({ rackId, firstRack, rackCount }: Omit<Stand, 'id' | 'rowId' | 'firstSlot'>): RackCut {
  return { rackId, first: firstRack, end: firstRack + rackCount };
}

/** Copies of the stands by row: reading thousands of them in a draft again and again is slow. */
function collectStanding(draft: Design): Map<string, Stand[]> {
  const standing = new Map<string, Stand[]>();
  for (const stand of Object.values(readTable(draft, 'stands'))) {
    const inRow = standing.get(stand.rowId);
    if (inRow) inRow.push({ ...stand });
    else standing.set(stand.rowId, [{ ...stand }]);
  }
  return standing;
}

/** Checked before anything is cut by it: the schema's guard comes only after the run. */
function checkRange(design: Design, stand: Stand): Diagnostic[] {
  const rack = findRecord(design.racks, stand.rackId);
  if (!rack) return refuseUnknown('rack', stand.rackId);
  const row = findRecord(readTable(design, 'rows'), stand.rowId);
  if (!row) return refuseUnknown('row', stand.rowId);
  const rackEnd = stand.firstRack + stand.rackCount;
  if (rackEnd > rack.count) {
    return refuse('too-few-racks', `${rack.name} has ${formatCount(rack.count)} racks, there is no rack ${rackEnd}.`, {
      kind: 'rack',
      id: rack.id,
    });
  }
  const slotEnd = stand.firstSlot + stand.rackCount;
  if (stand.firstSlot >= 0 && slotEnd <= row.slotCount) return [];
  return refuse(
    'no-position',
    `${rack.name} would stand on positions ${stand.firstSlot + 1} to ${slotEnd} of ${row.name}, which has ${row.slotCount}.`,
    { kind: 'rack', id: rack.id },
    { kind: 'row', id: row.id },
  );
}

function checkSlots(design: Design, stand: Stand, inRow: readonly Stand[]): Diagnostic[] {
  const slotEnd = stand.firstSlot + stand.rackCount;
  for (const other of inRow) {
    const first = Math.max(stand.firstSlot, other.firstSlot);
    if (first >= Math.min(slotEnd, other.firstSlot + other.rackCount)) continue;
    const rackName = nameObject(design, 'rack', other.rackId);
    const rack = other.rackId === stand.rackId ? `another rack of ${rackName}` : rackName;
    return refuse(
      'position-taken',
      `Position ${first + 1} of ${nameObject(design, 'row', stand.rowId)} is taken by ${rack}.`,
      { kind: 'rack', id: other.rackId, member: other.firstRack + first - other.firstSlot },
      { kind: 'row', id: stand.rowId },
    );
  }
  return [];
}
