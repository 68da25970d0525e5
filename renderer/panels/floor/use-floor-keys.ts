/**
 * The keyboard on the plan: arrows walk from rack to rack (with Shift they add to the selection), M picks the selected racks up,
 * arrows then carry them, Enter sets them down and Escape leaves them; Delete takes them off the floor.
 */
import { type KeyboardEvent, useRef } from 'react';
import { type FloorPlan, nameRack, NOWHERE } from '#core/design/floor-plan.ts';
import { type FloorDirection, type FloorSlot, findRackBeside, stepSlot } from '#core/design/floor-steps.ts';
import { nameSlot, planRackMove, type RackMove } from '#core/design/rack-move.ts';
import { createGestureId } from '../../store/design-store.ts';
import { floorStore, setFloor } from '../../store/floor-store.ts';
import { select } from '../../store/view-store.ts';
import { createRackRef, selectRacks } from './floor-selection.ts';
import { type FloorScene, listStanding } from './floor-scene.ts';
import { applyMove, shiftRows, takeOffFloor } from './move-racks.ts';

const DIRECTIONS: Readonly<Record<string, FloorDirection>> = {
  ArrowLeft: 'west',
  ArrowRight: 'east',
  ArrowUp: 'north',
  ArrowDown: 'south',
};

/** Steps of a row by an arrow key, m. */
const NUDGE_M = 0.1;
const LARGE_NUDGE_M = 0.6;

interface Carry {
  readonly racks: readonly number[];
  readonly anchor: number;
  readonly at: FloorSlot;
  readonly move: RackMove;
}

export interface FloorKeys {
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onKeyUp(event: KeyboardEvent<HTMLElement>): void;
  onBlur(): void;
}

export function useFloorKeys(
  scene: FloorScene,
  holdSpace: (isDown: boolean) => void,
  cancelDrag: () => boolean,
  reveal: (rack: FloorSlot) => void,
  say: (sentence: string) => void,
): FloorKeys {
  const carry = useRef<Carry | null>(null);
  const nudge = useRef<string | null>(null);
  const { plan } = scene;

  const showCarry = (next: Carry): void => {
    carry.current = next;
    setFloor({ ghost: { targets: next.move.targets, problem: next.move.problem, byKeys: true } });
    say(next.move.problem ?? `${nameRack(plan, next.anchor)} would stand in ${nameSlot(plan, next.at)}.`);
    reveal(next.at);
  };

  const pickUp = (): void => {
    if (scene.isProposal) {
      say('This is a proposal: apply it first, then move racks.');
      return;
    }
    const racks = listStanding(plan, scene.selected);
    const anchor = racks.includes(scene.current ?? NOWHERE) ? (scene.current as number) : racks[0];
    if (anchor === undefined) {
      say('Select racks first: arrows walk from rack to rack.');
      return;
    }
    const at = { row: plan.rackRow[anchor] as number, slot: plan.rackSlot[anchor] as number };
    showCarry({ racks, anchor, at, move: planRackMove(plan, racks, anchor, at) });
    say(`${nameRack(plan, anchor)} picked up. Arrows carry it, Enter sets it down, Escape leaves it where it was.`);
  };

  const setDown = (isDone: boolean): void => {
    const held = carry.current;
    carry.current = null;
    setFloor({ ghost: null });
    if (!held) return;
    if (!isDone) say('Left where it was.');
    else if (applyMove(held.move)) say(`${nameRack(plan, held.anchor)} stands in ${nameSlot(plan, held.at)}.`);
    else if (held.move.problem !== null) showCarry(held);
  };

  const onArrow = (event: KeyboardEvent<HTMLElement>, direction: FloorDirection): void => {
    const held = carry.current;
    if (held) {
      const at = stepSlot(plan, held.at, direction);
      if (at) showCarry({ ...held, at, move: planRackMove(plan, held.racks, held.anchor, at) });
    } else if (scene.selectedRows.size > 0 && !scene.isProposal)
      nudgeRows(scene, direction, event.shiftKey, (nudge.current ??= createGestureId()));
    else walk(scene, direction, event.shiftKey, reveal, say);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    // A ghost that went away with its design is held no longer.
    if (floorStore.getState().ghost === null) carry.current = null;
    if (direction) onArrow(event, direction);
    else if (event.key === ' ') holdSpace(true);
    else if (event.key === 'm' || event.key === 'M') pickUp();
    else if (event.key === 'Enter' && carry.current) setDown(true);
    else if (event.key === 'Escape' && carry.current) setDown(false);
    else if (event.key === 'Escape' && cancelDrag()) say('Left where it was.');
    else if ((event.key === 'Delete' || event.key === 'Backspace') && takesRacks(scene)) {
      if (!scene.isProposal) takeOffFloor(plan, listStanding(plan, scene.selected));
      say(scene.isProposal ? 'This is a proposal: apply it first.' : 'Taken off the floor.');
    } else return;
    event.preventDefault();
  };

  return {
    onKeyDown,
    onKeyUp(event) {
      if (event.key === ' ') holdSpace(false);
      if (DIRECTIONS[event.key]) nudge.current = null;
    },
    onBlur() {
      holdSpace(false);
      nudge.current = null;
      if (carry.current) setDown(false);
    },
  };
}

/** To the next rack in that direction, which is selected, alone or besides. */
function walk(
  { plan, selected, current }: FloorScene,
  direction: FloorDirection,
  isAdding: boolean,
  reveal: (at: FloorSlot) => void,
  say: (sentence: string) => void,
): void {
  const from = current ?? listStanding(plan, selected)[0];
  const next = from === undefined ? findFirst(plan) : findRackBeside(plan, from, direction);
  if (next === NOWHERE) return;
  setFloor({ current: next });
  if (isAdding) selectRacks(plan, [next], true);
  else select([createRackRef(plan, next)]);
  const at = { row: plan.rackRow[next] as number, slot: plan.rackSlot[next] as number };
  say(`${nameRack(plan, next)}, ${nameSlot(plan, at)}`);
  reveal(at);
}

/** Presses of one held key join into one step. */
function nudgeRows({ selectedRows }: FloorScene, direction: FloorDirection, isLarge: boolean, gestureId: string): void {
  const stepM = isLarge ? LARGE_NUDGE_M : NUDGE_M;
  const eastM = direction === 'east' ? stepM : direction === 'west' ? -stepM : 0;
  const southM = direction === 'south' ? stepM : direction === 'north' ? -stepM : 0;
  shiftRows([...selectedRows], eastM, southM, gestureId);
}

/** Delete means the racks here, never their whole group; of other things it means what it means everywhere. */
function takesRacks({ selected }: FloorScene): boolean {
  return selected.includes(1);
}

function findFirst(plan: FloorPlan): number {
  return plan.slotRack.find((rack) => rack !== NOWHERE) ?? NOWHERE;
}
