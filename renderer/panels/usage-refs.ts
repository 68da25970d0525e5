/** From ids in the report back to objects of the design. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';

/** The devices, links and racks of those ids; ids of objects that are gone are left out. */
export function findObjects(design: Design, ids: readonly string[]): ObjectRef[] {
  return ids.flatMap((id): ObjectRef[] => {
    if (findRecord(design.devices, id)) return [{ kind: 'device', id }];
    if (findRecord(design.links, id)) return [{ kind: 'link', id }];
    if (findRecord(design.racks, id)) return [{ kind: 'rack', id }];
    return [];
  });
}

export function areAllSelected(selection: readonly ObjectRef[], refs: readonly ObjectRef[]): boolean {
  if (refs.length === 0) return false;
  return refs.every((ref) => selection.some((chosen) => chosen.kind === ref.kind && chosen.id === ref.id));
}
