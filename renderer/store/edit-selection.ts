/** What a user does with the selection as a whole: delete, duplicate, rename. Each is one undo step. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { isBlockRef } from '#core/design/block-ref.ts';
import { createDuplicateIds } from '#core/edit/commands/duplicate-items.ts';
import { pickFragment } from '#core/edit/pick-fragment.ts';
import { design, dispatch } from './design-store.ts';
import { unplaceMembers } from './member-move.ts';
import { showNotice } from './notice-store.ts';
import { placeFragment } from './place-fragment.ts';
import { listCanvasObjects } from './select-alike.ts';
import { requestRename, select, showSelection, viewStore } from './view-store.ts';

/** Everything on the canvas that can be selected. */
export function listSelectable(): ObjectRef[] {
  return listCanvasObjects(design());
}

/** Single members do not take their group with them: a device leaves its rack, and a rack of many goes by the group's count. */
export function deleteSelection(): void {
  const { racks } = design();
  const members: { deviceId: string; member: number }[] = [];
  const items: ObjectRef[] = [];
  for (const ref of viewStore.getState().selection) {
    const { kind, id, member } = ref;
    const group = kind === 'rack' && member !== undefined ? racks[id] : undefined;
    if (kind === 'device' && member !== undefined) members.push({ deviceId: id, member });
    else if (group && group.count > 1) {
      showNotice('info', `That is one of ${group.count} racks of ${group.name}: lower the count of the group instead.`);
    } else if (kind !== 'design' && kind !== 'part') items.push(ref);
  }
  if (members.length > 0) unplaceMembers(members);
  if (items.length > 0) dispatch({ name: 'removeItems', args: { items } });
}

/** Copies the selected devices and racks beside themselves and selects the copies. */
export function duplicateSelection(): void {
  const chosen = viewStore.getState().selection.filter(isBlockRef);
  if (chosen.length === 0) return;
  const ids = createDuplicateIds(design(), chosen);
  const offset = placeFragment(design(), pickFragment(design(), chosen), viewStore.getState());
  if (dispatch({ name: 'duplicateItems', args: { items: chosen, ids, offset } }).length > 0) return;
  select(chosen.map((ref) => ({ kind: ref.kind, id: ids[ref.id] ?? ref.id })));
  showSelection();
}

/** Puts the cursor into the name of the one selected object. */
export function renameSelected(): void {
  const [ref] = viewStore.getState().selection;
  if (ref) requestRename(ref);
}
