/**
 * Devices, or a part of the palette, on their way to units of a rack: held by the pointer or stepped by keys. The design stays as
 * it is until the move is committed, which is one undo step.
 */
import { createStore, useStore } from 'zustand';
import { getDevicePower } from '#core/analysis/power.ts';
import { createDevice } from '#core/design/defaults.ts';
import type { Design } from '#core/design/design.ts';
import type { MemberRun } from '#core/design/member-run.ts';
import { findDevicePart } from '#core/design/port-blocks.ts';
import { findRecord } from '#core/design/records.ts';
import { createId } from '#core/edit/ids.ts';
import {
  type MovedMember,
  type MoveLoads,
  type MovePreview,
  type MoveTarget,
  previewMove,
} from '#core/netlist/preview-move.ts';
import type { RackElevation } from '#core/netlist/rack-elevation.ts';
import { catalog, createGestureId, design, designStore, dispatch } from './design-store.ts';
import { numberRack, rackPlan, readRack } from './rack-elevations.ts';
import { reportStore } from './report-store.ts';
import { select } from './view-store.ts';

export type Carried =
  /** Devices that stand in a rack. */
  | { readonly kind: 'members'; readonly members: readonly MovedMember[] }
  /** Devices that stand nowhere: the first of the run, or as many as fit from the unit up. */
  | { readonly kind: 'unracked'; readonly deviceId: string; readonly run: MemberRun; readonly isFilling: boolean }
  /** A server or switch of the palette, under the id it would get. */
  | { readonly kind: 'part'; readonly partId: string; readonly deviceId: string };

interface MemberMove {
  readonly by: 'pointer' | 'keys';
  readonly carried: Carried;
  readonly target: MoveTarget | null;
  readonly preview: MovePreview | null;
  /** Over the shelf of devices in no rack. */
  readonly isOverShelf: boolean;
}

interface MoveState {
  readonly move: MemberMove | null;
}

export const moveStore = createStore<MoveState>(() => ({ move: null }));

export function useMoveStore<T>(selector: (state: MoveState) => T): T {
  return useStore(moveStore, selector);
}

export function startMove(by: MemberMove['by'], carried: Carried): void {
  moveStore.setState({ move: { by, carried, target: null, preview: null, isOverShelf: false } });
}

export function cancelMove(): void {
  if (moveStore.getState().move) moveStore.setState({ move: null });
}

/** What is carried as it would stand in that rack. */
function listCarried(owner: Design, carried: Carried, target: MoveTarget, elevation: RackElevation): MovedMember[] {
  if (carried.kind === 'members') return [...carried.members];
  if (carried.kind === 'part') return [{ deviceId: carried.deviceId, member: 0, unitOffset: 0 }];
  const { deviceId, run, isFilling } = carried;
  const units = countUnits(owner, deviceId);
  const free = elevation.emptyRuns.find(
    ({ bottomUnit, units: height }) => bottomUnit <= target.bottomUnit && target.bottomUnit < bottomUnit + height,
  );
  const fitting = free ? Math.floor((free.bottomUnit + free.units - target.bottomUnit) / units) : 1;
  const count = isFilling ? Math.max(1, Math.min(run.count, fitting)) : 1;
  return Array.from({ length: count }, (_, i) => ({ deviceId, member: run.first + i, unitOffset: i * units }));
}

function countUnits(owner: Design, deviceId: string): number {
  const device = findRecord(owner.devices, deviceId);
  return Math.ceil((device && findDevicePart(catalog(), device.partId)?.rackUnits) ?? 1);
}

/** The design with the part of the palette in it, so that it is judged as any other device. */
function withPart(owner: Design, carried: Carried): Design {
  if (carried.kind !== 'part') return owner;
  const { partId, deviceId } = carried;
  const name = findDevicePart(catalog(), partId)?.model ?? partId;
  const device = createDevice({ id: deviceId, name, nameTemplate: name, partId, role: 'endpoint', count: 1 });
  return { ...owner, devices: { ...owner.devices, [deviceId]: device } };
}

/** What the report says of the rack, as far as it speaks of these racks at all. */
function readLoads(owner: Design, target: MoveTarget): MoveLoads {
  const { report } = reportStore.getState();
  const plan = rackPlan();
  const racks = report?.facility.racks;
  const number = numberRack(plan, target.rackId, target.rackIndex);
  const isSame = number !== null && racks?.maxW.value.length === plan.rackCount;
  return {
    rackMaxW: isSame ? (racks.maxW.value[number] ?? null) : null,
    rackWeightKg: isSame ? (racks.weightKg.value[number] ?? null) : null,
    memberMaxW(deviceId) {
      const line = report?.power.devices.find((power) => power.deviceId === deviceId);
      if (line) return line.maxW.value / line.memberCount;
      const device = findRecord(owner.devices, deviceId);
      const part = device && findDevicePart(catalog(), device.partId);
      return getDevicePower(part, 'max').eachW;
    },
  };
}

/** Holds what is carried over units of a rack; null = over none. */
export function aimMove(target: MoveTarget | null, isOverShelf = false): void {
  const { move } = moveStore.getState();
  if (!move) return;
  const isSame =
    move.target?.rackId === target?.rackId &&
    move.target?.rackIndex === target?.rackIndex &&
    move.target?.bottomUnit === target?.bottomUnit;
  if (isSame && move.isOverShelf === isOverShelf) return;
  moveStore.setState({ move: { ...move, target, isOverShelf, preview: target && preview(move.carried, target) } });
}

/** The lowest unit nearest to the wanted one where what is carried may stand in that rack; the wanted one where nowhere. */
export function seekSeat(carried: Carried, wanted: MoveTarget, heightUnits: number): MoveTarget {
  for (let away = 0; away < heightUnits; away += 1) {
    for (const bottomUnit of [wanted.bottomUnit + away, wanted.bottomUnit - away]) {
      if (bottomUnit < 1 || bottomUnit > heightUnits) continue;
      const target = { ...wanted, bottomUnit };
      if (preview(carried, target)?.refusal === null) return target;
    }
  }
  return wanted;
}

function preview(carried: Carried, target: MoveTarget): MovePreview | null {
  const owner = withPart(design(), carried);
  const rack = findRecord(owner.racks, target.rackId);
  if (!rack) return null;
  const elevation = readRack(rack, target.rackIndex);
  const members = listCarried(owner, carried, target, elevation);
  return previewMove(owner, catalog(), { members, target, elevation, loads: readLoads(owner, target) });
}

/** Units from the lowest to the top of what is carried, and how far it reaches below what is held. */
export function measureCarried(carried: Carried): { readonly units: number; readonly below: number } {
  const owner = withPart(design(), carried);
  if (carried.kind !== 'members') return { units: countUnits(owner, carried.deviceId), below: 0 };
  const below = Math.max(0, ...carried.members.map(({ unitOffset }) => -unitOffset));
  const above = Math.max(
    0,
    ...carried.members.map(({ deviceId, unitOffset }) => unitOffset + countUnits(owner, deviceId)),
  );
  return { units: below + above, below };
}

/** Says whether it could be done; a refused move stays under way when keys hold it, and is over when the pointer let go. */
export function commitMove(): boolean {
  const { move } = moveStore.getState();
  if (!move) return false;
  if (move.isOverShelf) {
    cancelMove();
    return move.carried.kind === 'members' && unplaceMembers(move.carried.members);
  }
  const { target, preview: planned, carried, by } = move;
  const isPossible = target !== null && planned !== null && planned.refusal === null;
  if (isPossible || by === 'pointer') cancelMove();
  return isPossible && carryOut(carried, target, planned);
}

function carryOut(carried: Carried, target: MoveTarget, planned: MovePreview): boolean {
  const gestureId = createGestureId();
  if (carried.kind === 'part') {
    const { deviceId: id, partId } = carried;
    const position = findRecord(design().racks, target.rackId)?.position ?? { x: 0, y: 0 };
    if (dispatch({ name: 'addDevice', args: { id, partId, count: 1, position } }, gestureId).length > 0) return false;
  }
  for (const { deviceId, first, count, bottomUnit } of planned.runs) {
    const placementIds = [createId('placement', design().placements)];
    const args = {
      deviceId,
      members: { first, count },
      rackId: target.rackId,
      firstRack: target.rackIndex,
      bottomUnit,
      placementIds,
    };
    if (dispatch({ name: 'moveMembers', args }, gestureId).length > 0) return false;
  }
  select(planned.landed.map(({ deviceId, member }) => ({ kind: 'device', id: deviceId, member })));
  return true;
}

interface NamedMember {
  readonly deviceId: string;
  readonly member: number;
}

/** Takes them out of their racks as one step; says whether it could be done. */
export function unplaceMembers(members: readonly NamedMember[]): boolean {
  const gestureId = createGestureId();
  return joinMembers(members).every(({ deviceId, first, count }) => {
    const args = { deviceId, members: { first, count }, placementIds: [] };
    return dispatch({ name: 'unplaceMembers', args }, gestureId).length === 0;
  });
}

/** Members of one device that follow one another as one run. */
function joinMembers(members: readonly NamedMember[]): (MemberRun & { readonly deviceId: string })[] {
  const runs: { deviceId: string; first: number; count: number }[] = [];
  const sorted = members.toSorted((a, b) =>
    a.deviceId === b.deviceId ? a.member - b.member : a.deviceId < b.deviceId ? -1 : 1,
  );
  for (const { deviceId, member } of sorted) {
    const last = runs.at(-1);
    if (last?.deviceId === deviceId && last.first + last.count === member) last.count += 1;
    else runs.push({ deviceId, first: member, count: 1 });
  }
  return runs;
}

// A design that changes under a move (undo, another command) may have lost what is carried.
designStore.subscribe((state, previous) => {
  if (state.edit.design !== previous.edit.design) cancelMove();
});
