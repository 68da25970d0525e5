/** Racks of the plan as references of the shared selection, and back. A whole group is one reference. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findGroup, type FloorPlan } from '#core/design/floor-plan.ts';
import { select, viewStore } from '../../store/view-store.ts';
import { markRacks } from './floor-scene.ts';

export function createRackRef(plan: FloorPlan, rack: number): ObjectRef {
  const group = findGroup(plan, rack);
  return { kind: 'rack', id: group.rack.id, member: rack - group.firstRack };
}

/** References to marked racks; a group that is marked whole is named once. */
function listRefs(plan: FloorPlan, marks: Uint8Array): ObjectRef[] {
  const refs: ObjectRef[] = [];
  for (const { rack, firstRack } of plan.groups) {
    const own = marks.subarray(firstRack, firstRack + rack.count);
    const count = own.reduce((sum, mark) => sum + (mark === 1 ? 1 : 0), 0);
    if (count === rack.count && count > 1) {
      refs.push({ kind: 'rack', id: rack.id });
      continue;
    }
    for (const [member, mark] of own.entries()) if (mark === 1) refs.push({ kind: 'rack', id: rack.id, member });
  }
  return refs;
}

export function selectRacks(plan: FloorPlan, racks: readonly number[], isAdding: boolean): void {
  const marks = isAdding ? markRacks(plan, viewStore.getState().selection) : new Uint8Array(plan.rackCount);
  for (const rack of racks) marks[rack] = 1;
  select(listRefs(plan, marks));
}

export function toggleRack(plan: FloorPlan, rack: number): void {
  const marks = markRacks(plan, viewStore.getState().selection);
  marks[rack] = marks[rack] === 1 ? 0 : 1;
  select(listRefs(plan, marks));
}
