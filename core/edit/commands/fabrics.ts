/** Adds and edits fabrics (networks). Removing one is part of removeItems. */
import type { Fabric } from '../../design/design.ts';
import { findRecord, isSafeId } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseTaken, refuseUnknown } from '../command-entry.ts';
import { isNameTaken, listNames, makeUniqueName, nameObject } from '../names.ts';

export const addFabric: CommandEntry<'addFabric'> = {
  describe: ({ fabric }) => `add the ${fabric.name} fabric`,
  run(draft, { fabric }) {
    if (!isSafeId(fabric.id) || findRecord(draft.fabrics, fabric.id)) return refuseTaken('fabric', fabric.id);
    draft.fabrics[fabric.id] = { ...fabric, name: makeUniqueName(fabric.name, listNames(draft.fabrics)) };
    return [];
  },
};

export const editFabric: CommandEntry<'editFabric'> = {
  describe({ id, patch }, design) {
    const verb = patch.name === undefined ? 'edit' : 'rename';
    return `${verb} the ${nameObject(design, 'fabric', id)} fabric`;
  },
  run(draft, { id, patch }) {
    const fabric: Fabric | undefined = findRecord(draft.fabrics, id);
    if (!fabric) return refuseUnknown('fabric', id);
    if (patch.name !== undefined && isNameTaken(draft.fabrics, id, patch.name)) {
      return refuse('name-taken', `There is already a fabric named ${patch.name}.`, { kind: 'fabric', id });
    }
    Object.assign(fabric, patch);
    return [];
  },
};
