/** Floor edits of the user as commands: stand, take off, shift. Each is one undo step. */
import { createId } from '#core/edit/ids.ts';
import { findGroup, type FloorPlan } from '#core/design/floor-plan.ts';
import type { Stand } from '#core/design/floor.ts';
import type { RackMove } from '#core/design/rack-move.ts';
import { createGestureId, design, dispatch } from '../../store/design-store.ts';
import { showNotice } from '../../store/notice-store.ts';

/** Says whether it was done. A move that cannot be done is explained instead. */
export function applyMove(move: RackMove): boolean {
  if (move.problem !== null) {
    showNotice('warning', move.problem);
    return false;
  }
  if (move.stands.length === 0) return false;
  const taken = new Set(Object.keys(design().stands ?? {}));
  const stands = move.stands.map((stand): Stand => {
    const id = createId('stand', taken);
    taken.add(id);
    return { id, ...stand };
  });
  return dispatch({ name: 'standRacks', args: { stands } }).length === 0;
}

export function takeOffFloor(plan: FloorPlan, racks: readonly number[]): void {
  if (racks.length === 0) return;
  const runs: { rackId: string; firstRack: number; rackCount: number }[] = [];
  for (const rack of racks.toSorted((a, b) => a - b)) {
    const group = findGroup(plan, rack);
    const member = rack - group.firstRack;
    const last = runs.at(-1);
    if (last && last.rackId === group.rack.id && last.firstRack + last.rackCount === member) last.rackCount += 1;
    else runs.push({ rackId: group.rack.id, firstRack: member, rackCount: 1 });
  }
  dispatch({ name: 'unstandRacks', args: { racks: runs } });
}

const CENTIMETRES = 100;

function roundM(value: number): number {
  return Math.round(value * CENTIMETRES) / CENTIMETRES;
}

/** To whole centimetres. Steps of one gesture join. */
export function shiftRows(
  rowIds: readonly string[],
  eastM: number,
  southM: number,
  gestureId: string = createGestureId(),
): void {
  if (roundM(eastM) === 0 && roundM(southM) === 0) return;
  const rows = design().rows ?? {};
  for (const id of rowIds) {
    const row = rows[id];
    if (!row) continue;
    const patch = { xM: roundM(row.xM + eastM), yM: roundM(row.yM + southM) };
    if (dispatch({ name: 'editRow', args: { id, patch } }, gestureId).length > 0) return;
  }
}

export function setCrossTrays(roomId: string, crossTraysM: readonly number[]): void {
  const sorted = crossTraysM.map(roundM).toSorted((a, b) => a - b);
  dispatch({ name: 'editRoom', args: { id: roomId, patch: { crossTraysM: sorted } } });
}
