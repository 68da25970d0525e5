/** Copies devices and racks with the placements and links among them; names count up. */
import type { ObjectRef } from '../../base/diagnostic.ts';
import { isBlockRef } from '../../design/block-ref.ts';
import type { Design } from '../../design/design.ts';
import { tableOf } from '../../design/object-tables.ts';
import { findRecord } from '../../design/records.ts';
import { type CommandEntry, refuse, refuseUnknown } from '../command-entry.ts';
import { checkCopiedIds, createCopiedIds } from '../fragment-ids.ts';
import { insertFragment } from '../insert-fragment.ts';
import { nameObject } from '../names.ts';
import { pickFragment } from '../pick-fragment.ts';

/** The `ids` argument for duplicateItems: a new id for every record the copy consists of. */
export function createDuplicateIds(design: Design, items: readonly ObjectRef[]): Record<string, string> {
  const { devices, racks, placements, links, units } = createCopiedIds(design, pickFragment(design, items));
  return { ...devices, ...racks, ...placements, ...links, ...units };
}

export const duplicateItems: CommandEntry<'duplicateItems'> = {
  describe({ items }, design) {
    const [first] = items;
    if (items.length !== 1 || !first) return `duplicate ${items.length} items`;
    return `duplicate ${isBlockRef(first) ? nameObject(design, first.kind, first.id) : first.id}`;
  },
  run(draft, { items, ids, offset }) {
    for (const item of items) {
      if (!isBlockRef(item)) return refuse('no-copy', 'Only devices, racks and scalable units can be duplicated.');
      const { kind, id } = item;
      if (!findRecord<unknown>(draft[tableOf[kind]] ?? {}, id)) return refuseUnknown(kind, id);
    }
    const fragment = pickFragment(draft, items);
    const copied = { devices: ids, racks: ids, placements: ids, links: ids, units: ids };
    const refusal = checkCopiedIds(draft, fragment, copied);
    if (refusal.length > 0) return refusal;
    insertFragment(draft, fragment, { ...copied, fabrics: {}, feeds: {}, parts: {} }, offset);
    return [];
  },
};
