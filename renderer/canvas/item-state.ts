/** What an item of the canvas shows beside its data: keyboard focus, being lit up, being a drop target. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { useViewStore } from '../store/view-store.ts';
import { usePiece } from './interaction.ts';

interface ItemState {
  readonly isActive: boolean;
  /** Lit by another view, e.g. a BOM row that counts it. */
  readonly isLit: boolean;
  readonly drop: 'allowed' | 'refused' | undefined;
}

export function useItemState(canvasId: string, ref: ObjectRef): ItemState {
  const isTheOne = usePiece('active', (active) => active === canvasId);
  const isActive = usePiece('isKeyboardLeading', (isLeading) => isLeading && isTheOne);
  const drop = usePiece('dropTarget', (target) => {
    if (target?.canvasId !== canvasId) return undefined;
    return target.isAllowed ? 'allowed' : 'refused';
  });
  const isLit = useViewStore((s) => s.highlighted.some((lit) => lit.kind === ref.kind && lit.id === ref.id));
  return { isActive, isLit, drop };
}

/** DOM id of an item, for aria-activedescendant. */
export function toItemId(canvasId: string): string {
  return `canvas-${canvasId}`;
}
