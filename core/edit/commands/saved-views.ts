/** Keeps, changes and drops ways of looking at the design. */
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Design } from '../../design/design.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName } from '../names.ts';
import { dropRecords, isFreeId, putRecord, readTable } from '../optional-tables.ts';
import { normaliseNumbers } from '../position.ts';

export const addView: CommandEntry<'addView'> = {
  describe: ({ view }) => `save the view ${view.name}`,
  run(draft, { view }) {
    if (!isFreeId(draft, 'views', view.id)) return refuseTaken('view', view.id);
    const name = makeUniqueName(view.name, listNames(readTable(draft, 'views')));
    putRecord(draft, 'views', { ...normaliseNumbers(view), camera: normaliseNumbers(view.camera), name });
    return checkFabrics(draft, view.fabricIds);
  },
};

export const editView: CommandEntry<'editView'> = {
  describe({ id, patch }, design) {
    const name = nameView(design, id);
    return patch.name === undefined ? `update the view ${name}` : `rename the view ${name} to ${patch.name}`;
  },
  run(draft, { id, patch }) {
    const view = findRecord(draft.views ?? {}, id);
    if (!view) return refuseUnknownView(id);
    if (patch.name !== undefined && isNameTaken(readTable(draft, 'views'), id, patch.name)) {
      return refuse('name-taken', `There is already a view named ${patch.name}.`);
    }
    Object.assign(view, normaliseNumbers(patch));
    if (patch.camera) view.camera = normaliseNumbers(patch.camera);
    return checkFabrics(draft, view.fabricIds);
  },
};

export const removeView: CommandEntry<'removeView'> = {
  describe: ({ id }, design) => `remove the view ${nameView(design, id)}`,
  run(draft, { id }) {
    if (!findRecord(draft.views ?? {}, id)) return refuseUnknownView(id);
    dropRecords(draft, 'views', [id]);
    return [];
  },
};

function nameView(design: Design, id: string): string {
  return findRecord(design.views ?? {}, id)?.name ?? id;
}

function refuseUnknownView(id: string): Diagnostic[] {
  return refuse('unknown', `There is no view ${id} in the design.`);
}

/** What is not a list is refused after the run, by the schema. */
function checkFabrics(design: Design, fabricIds: readonly string[] | null): Diagnostic[] {
  const missing = fabricIds?.find((id) => !findRecord(design.fabrics, id));
  return missing === undefined ? [] : refuse('reference', `There is no fabric ${missing} for the view to show.`);
}
