/** Adds and edits rack groups. */
import { formatCount } from '../../base/format-count.ts';
import { findPart } from '../../catalog/catalog.ts';
import { createRack } from '../../design/defaults.ts';
import type { Rack } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import type { RackPatch } from '../command.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';
import { normalisePosition } from '../position.ts';
import { refitFloor } from '../refit-floor.ts';
import { refitRack } from '../refit-placements.ts';
import { refitScenarios } from '../refit-scenarios.ts';

/** Height of a rack without a part, or whose part does not state one. The commonest cabinet height. */
const DEFAULT_HEIGHT_UNITS = 42;

export const addRack: CommandEntry<'addRack'> = {
  describe({ partId, name, count }, _design, { catalog }) {
    const label = name ?? (partId === null ? 'rack' : (catalog.byId.get(partId)?.model ?? partId));
    return count > 1 ? `add ${formatCount(count)} × ${label}` : `add ${label}`;
  },
  run(draft, { id, partId, count, name, position }, { catalog }) {
    if (!isSafeId(id) || findRecord(draft.racks, id)) return refuseTaken('rack', id);
    const part = partId === null ? undefined : findPart(catalog, partId, 'rack');
    if (partId !== null && !part) return refuse('unknown-part', `There is no rack ${partId} in the catalog.`);
    draft.racks[id] = createRack({
      id,
      name: makeUniqueName(name ?? part?.model ?? 'Rack', listNames(draft.racks)),
      partId,
      count,
      heightUnits: part?.heightUnits ?? DEFAULT_HEIGHT_UNITS,
      weightLimitKg: part?.maxLoadKg ?? null,
      position: normalisePosition(position),
    });
    return [];
  },
};

export const editRack: CommandEntry<'editRack'> = {
  describe({ id, patch }, design) {
    const name = nameObject(design, 'rack', id);
    if (patch.name !== undefined) return `rename ${name} to ${patch.name}`;
    if (patch.count !== undefined) return `set the count of ${name} to ${formatCount(patch.count)}`;
    return `edit ${name}`;
  },
  run(draft, { id, patch }, { catalog }) {
    const rack = findRecord(draft.racks, id);
    if (!rack) return refuseUnknown('rack', id);
    const where = { kind: 'rack', id } as const;
    if (patch.name !== undefined && isNameTaken(draft.racks, id, patch.name)) {
      return refuse('name-taken', `There is already a rack named ${patch.name}.`, where);
    }
    if (patch.count !== undefined && !(Number.isSafeInteger(patch.count) && patch.count >= 1)) {
      return refuse('count', `The count of ${rack.name} must be a whole number of at least 1.`, where);
    }
    const partId = patch.partId;
    if (partId !== undefined && partId !== null && partId !== rack.partId && !findPart(catalog, partId, 'rack')) {
      return refuse('unknown-part', `There is no rack ${partId} in the catalog.`, where);
    }
    for (const pdu of patch.pdus ?? []) {
      const isKept = rack.pdus.some((old) => old.partId === pdu.partId);
      if (!isKept && !findPart(catalog, pdu.partId, 'pdu')) {
        return refuse('unknown-part', `There is no PDU ${pdu.partId} in the catalog.`, where);
      }
      if (pdu.feedId !== undefined && !findRecord(draft.feeds ?? {}, pdu.feedId)) {
        return refuseUnknown('feed', pdu.feedId);
      }
    }
    const countBefore = rack.count;
    applyPatch(rack, patch);
    if (rack.count === countBefore) return [];
    refitRack(draft, rack, countBefore, catalog);
    refitScenarios(draft);
    refitFloor(draft);
    return [];
  },
};

/** What is not said is left out, so that the rack is saved as it was before it was said. */
function applyPatch(rack: Rack, { redundancy, pdus, ...rest }: RackPatch): void {
  Object.assign(rack, rest);
  // Copied: no object may stand in two racks.
  if (pdus !== undefined) rack.pdus = pdus.map((pdu) => ({ ...pdu }));
  if (redundancy === null) delete rack.redundancy;
  else if (redundancy !== undefined) rack.redundancy = redundancy;
  if (rack.fillers === false) delete rack.fillers;
  if (rack.phase === 1) delete rack.phase;
  if (rack.locked === false) delete rack.locked;
}
