/**
 * The racks by keyboard: arrows walk devices and racks, Space chooses, Enter takes what is chosen up and arrows carry it, Enter sets
 * it down, Escape leaves it where it was, Delete takes it out of the rack.
 */
import { type KeyboardEvent, useCallback } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import type { ElevationDevice } from '#core/netlist/rack-elevation.ts';
import { catalog, design } from '../../store/design-store.ts';
import {
  aimMove,
  cancelMove,
  type Carried,
  commitMove,
  measureCarried,
  moveStore,
  seekSeat,
  startMove,
  unplaceMembers,
} from '../../store/member-move.ts';
import { addressRack, numberRack, rackOrder, rackPlan } from '../../store/rack-elevations.ts';
import { focusInRack, RACK_HEAD } from '../../store/racks-store.ts';
import { select, toggleSelect, viewStore } from '../../store/view-store.ts';
import { findNumber, listDevices } from './rack-hit.ts';

const PAGE_RACKS = 10;

const ARROWS: Readonly<Record<string, { readonly racks: number; readonly units: number }>> = {
  ArrowUp: { racks: 0, units: 1 },
  ArrowDown: { racks: 0, units: -1 },
  ArrowLeft: { racks: -1, units: 0 },
  ArrowRight: { racks: 1, units: 0 },
};

const RACK_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  PageUp: -PAGE_RACKS,
  PageDown: PAGE_RACKS,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function refOf({ deviceId, member }: ElevationDevice): ObjectRef {
  return { kind: 'device', id: deviceId, member };
}

/** The rack that many places on, no further than the ends. */
function stepRack(number: number, step: number): number {
  const { placeOf, racks } = rackOrder();
  const place = Math.min(racks.length - 1, Math.max(0, (placeOf[number] as number) + step));
  return racks[place] as number;
}

/** Chosen devices of the rack, of which the given one is always one. */
function listChosen(devices: readonly ElevationDevice[], held: ElevationDevice): readonly ElevationDevice[] {
  const { selection } = viewStore.getState();
  const isChosen = ({ deviceId, member }: ElevationDevice): boolean =>
    selection.some((ref) => ref.kind === 'device' && ref.id === deviceId && ref.member === member);
  return isChosen(held) ? devices.filter(isChosen) : [held];
}

/** Takes up the device and what else is chosen in its rack; arrows carry it from now on. */
function pickUp(number: number, held: ElevationDevice): void {
  const chosen = listChosen(listDevices(rackPlan(), number), held);
  const members = chosen.map(({ deviceId, member, bottomUnit }) => ({
    deviceId,
    member,
    unitOffset: bottomUnit - held.bottomUnit,
  }));
  const { rack, index } = addressRack(rackPlan(), number);
  select(chosen.map(refOf));
  startMove('keys', { kind: 'members', members });
  aimMove({ rackId: rack.id, rackIndex: index, bottomUnit: held.bottomUnit });
}

/** Carries what the keys hold on by units, or to another rack's nearest free ones. */
function carryOn(carried: Carried, step: { readonly racks: number; readonly units: number }, strides: boolean): void {
  const { move } = moveStore.getState();
  const target = move?.target;
  if (!target) return;
  const number = numberRack(rackPlan(), target.rackId, target.rackIndex);
  if (number === null) return;
  const next = stepRack(number, step.racks * (strides ? PAGE_RACKS : 1));
  const { rack, index } = addressRack(rackPlan(), next);
  const { units, below } = measureCarried(carried);
  const highest = Math.max(1, rack.heightUnits - units + 1) + below;
  const wanted = target.bottomUnit + step.units * (strides ? units : 1);
  const bottomUnit = Math.min(highest, Math.max(1 + below, wanted));
  const aimed = { rackId: rack.id, rackIndex: index, bottomUnit };
  aimMove(next === number ? aimed : seekSeat(carried, aimed, rack.heightUnits));
  if (next !== number) focusInRack(next, RACK_HEAD);
}

/** Sets down where the keys have carried it, and keeps the keyboard at what was set down. */
function setDown(): void {
  const { move } = moveStore.getState();
  const [first] = move?.preview?.landed ?? [];
  const target = move?.target;
  if (!commitMove() || !first || !target) return;
  const number = numberRack(rackPlan(), target.rackId, target.rackIndex);
  if (number !== null) focusInRack(number, `${first.deviceId} ${first.member}`);
}

/** Puts the keyboard back where what was carried still stands. */
function putBack(): void {
  const { move } = moveStore.getState();
  cancelMove();
  if (move?.carried.kind !== 'members') return;
  const held = move.carried.members.find(({ unitOffset }) => unitOffset === 0);
  const seat = held && findMemberSeat(design(), catalog(), held.deviceId, held.member);
  const number = seat ? numberRack(rackPlan(), seat.rackId, seat.rackIndex) : null;
  if (held && number !== null) focusInRack(number, `${held.deviceId} ${held.member}`);
}

/** True when the key was one of a move under way. */
function onMoveKey(event: KeyboardEvent): boolean {
  const { move } = moveStore.getState();
  if (move?.by !== 'keys') return false;
  const step = ARROWS[event.key];
  if (step) carryOn(move.carried, step, event.shiftKey);
  else if (event.key === 'Enter' || event.key === ' ') setDown();
  else if (event.key === 'Escape') putBack();
  else if (event.key === 'Tab') {
    cancelMove();
    return false;
  }
  return true;
}

/** The device of the rack at or nearest to that height. */
function findNearest(devices: readonly ElevationDevice[], unit: number): ElevationDevice | undefined {
  const away = ({ bottomUnit, units }: ElevationDevice): number =>
    Math.max(0, bottomUnit - unit, unit - (bottomUnit + units - 1));
  return devices.toSorted((a, b) => away(a) - away(b))[0];
}

/** To the next device up or down, the head being above the highest; with Shift it is chosen too. */
function walkRack(number: number, key: string, isUp: boolean, isAdding: boolean): void {
  const devices = listDevices(rackPlan(), number).toReversed();
  const keys = [RACK_HEAD, ...devices.map((device) => device.key)];
  const at = Math.max(0, keys.indexOf(key));
  const next = keys[Math.min(keys.length - 1, Math.max(0, at + (isUp ? -1 : 1)))] as string;
  focusInRack(number, next);
  const here = devices.find((device) => device.key === key);
  const there = devices.find((device) => device.key === next);
  if (!isAdding || !there) return;
  const chosen = here ? listChosen(devices, here) : [];
  select([...new Set([...chosen, there])].map(refOf));
}

function walkRacks(number: number, key: string, step: number): void {
  const plan = rackPlan();
  const next = stepRack(number, step);
  const here = listDevices(plan, number).find((device) => device.key === key);
  const there = here && findNearest(listDevices(plan, next), here.bottomUnit + (here.units - 1) / 2);
  focusInRack(next, there?.key ?? RACK_HEAD);
}

function onWalkKey(event: KeyboardEvent, number: number, key: string): boolean {
  const rackStep = RACK_STEPS[event.key];
  const device = listDevices(rackPlan(), number).find((own) => own.key === key);
  if (rackStep !== undefined) walkRacks(number, key, rackStep);
  else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    walkRack(number, key, event.key === 'ArrowUp', event.shiftKey);
  } else if (event.key === ' ') choose(number, device, event.ctrlKey || event.metaKey || event.shiftKey);
  else if (event.key === 'Enter') {
    if (device) pickUp(number, device);
    else choose(number, undefined, false);
  } else if (event.key === 'Delete' || event.key === 'Backspace') {
    if (!device) return false;
    unplaceMembers(listChosen(listDevices(rackPlan(), number), device));
    focusInRack(number, RACK_HEAD);
  } else return false;
  return true;
}

/** Chooses the device, or without one the rack. */
export function choose(number: number, device: ElevationDevice | undefined, isAdding: boolean): void {
  const { rack, index } = addressRack(rackPlan(), number);
  const ref: ObjectRef = device ? refOf(device) : { kind: 'rack', id: rack.id, member: index };
  if (isAdding) toggleSelect(ref);
  else select([ref]);
}

export function useRackKeys(): (event: KeyboardEvent) => void {
  return useCallback((event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey || event.altKey) && event.key !== ' ') return;
    const element = event.target instanceof Element ? event.target : null;
    const number = findNumber(element);
    const key = element?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    const isDone = onMoveKey(event) || (number !== null && key !== undefined && onWalkKey(event, number, key));
    if (isDone) event.preventDefault();
  }, []);
}
