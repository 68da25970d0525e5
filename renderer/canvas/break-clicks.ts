/**
 * The tool that breaks what is clicked: one more of it, with Shift all of it; what is all broken is repaired. Near or far: where a
 * tile or a trunk stands for several, which of them is asked, and a block of tiles is gone to.
 */
import type { MouseEvent } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findRecord } from '#core/design/records.ts';
import { nameObject } from '#core/edit/names.ts';
import {
  breakItems,
  breakOne,
  countParts,
  createFailure,
  findNextWhole,
  isBreakable,
  repairItems,
  type Target,
} from '../store/break-items.ts';
import { design } from '../store/design-store.ts';
import { formatNumber } from '../ui/format.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { findUnder, goToBlock, isBlock, type Under } from './far/far-hand.ts';
import { readInteraction } from './interaction.ts';
import { openChoice } from './link-ends.ts';
import { pickLineId } from './pick-line.ts';
import { listRefs } from './trunk-refs.ts';

/** More cannot be told apart in a menu. */
const MOST_NAMED = 12;

/** Breaks while that tool is in the hand; the click selects all the same, so that the inspector tells of it. */
export function breakUnderPointer(event: MouseEvent): void {
  if (readInteraction().tool !== 'break' || !(event.target instanceof Element)) return;
  const at = { x: event.clientX, y: event.clientY };
  const line = pickLineId(event);
  const under = line === null ? findUnder(at) : { canvasId: line, hit: null };
  if (!under) return;
  if (isBlock(under)) {
    goToBlock(under);
    return;
  }
  const targets = listTargets(under);
  const [first, ...others] = targets;
  if (!first) return;
  if (event.shiftKey || others.length === 0) breakOrRepair(targets, event.shiftKey);
  else openChoice(`Break one of ${formatNumber(targets.length)}`, listEntries(targets), at);
}

/** Of a unit, the racks and devices in it. */
function listTargets({ canvasId, hit }: Under): Target[] {
  const refs: readonly ObjectRef[] = canvasId === null ? (hit?.refs ?? []) : listRefs(canvasId);
  const { units = {} } = design();
  return refs
    .flatMap((ref): readonly ObjectRef[] => (ref.kind === 'unit' ? (findRecord(units, ref.id)?.members ?? []) : [ref]))
    .filter(isBreakable);
}

function isWhole(target: Target): boolean {
  return findNextWhole(design(), target, countParts(target)) !== null;
}

function breakOrRepair(targets: readonly Target[], isAll: boolean): void {
  const whole = targets.filter(isWhole);
  const [first] = whole;
  if (!first) repairItems(targets.map((target) => createFailure(target)));
  else if (isAll) breakItems(whole.map((target) => createFailure(target)));
  else breakOne(first);
}

function listEntries(targets: readonly Target[]): MenuEntry[] {
  const named = targets.slice(0, MOST_NAMED).map((target): MenuEntry => {
    const label = `${nameObject(design(), target.kind, target.id)}${isWhole(target) ? '' : ' (repair)'}`;
    return { id: `break-${target.kind}-${target.id}`, label, onSelect: () => breakOrRepair([target], false) };
  });
  const isRepair = !targets.some(isWhole);
  const all: MenuEntry = {
    id: 'break-all-of-them',
    label: `${isRepair ? 'Repair' : 'Break'} all ${formatNumber(targets.length)}`,
    startsGroup: true,
    onSelect: () => breakOrRepair(targets, true),
  };
  return [...named, all];
}
