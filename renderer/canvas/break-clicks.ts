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
import { parseCanvasId } from './canvas-id.ts';

/** Breaks while that tool is in the hand; the click selects all the same, so that the inspector tells of it. */
export function breakUnderPointer(event: MouseEvent): void {
  if (readInteraction().tool !== 'break' || !(event.target instanceof Element)) return;
  const canvasId = event.target.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  const target = canvasId === undefined ? null : parseCanvasId(canvasId);
  if (target === null || !isBreakable(target)) return;
  if (findNextWhole(design(), target, countParts(target)) === null) repairItems([createFailure(target)]);
  else if (event.shiftKey) breakItems([createFailure(target)]);
  else breakOne(target);
}
