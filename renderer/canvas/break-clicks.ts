/** The tool that breaks what is clicked: one more of it, with Shift all of it; what is all broken is repaired. */
import type { MouseEvent } from 'react';
import {
  breakItems,
  breakOne,
  countParts,
  createFailure,
  findNextWhole,
  isBreakable,
  repairItems,
} from '../store/break-items.ts';
import { design } from '../store/design-store.ts';
import { readInteraction } from './interaction.ts';
import { listRefs } from './trunk-refs.ts';

/** Breaks while that tool is in the hand; the click selects all the same, so that the inspector tells of it. */
export function breakUnderPointer(event: MouseEvent): void {
  if (readInteraction().tool !== 'break' || !(event.target instanceof Element)) return;
  const canvasId = event.target.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  const targets = canvasId === undefined ? [] : listRefs(canvasId).filter(isBreakable);
  if (targets.length === 0) return;
  const whole = targets.filter((target) => findNextWhole(design(), target, countParts(target)) !== null);
  const [first] = whole;
  if (!first) repairItems(targets.map((target) => createFailure(target)));
  else if (event.shiftKey) breakItems(whole.map((target) => createFailure(target)));
  else breakOne(first);
}
