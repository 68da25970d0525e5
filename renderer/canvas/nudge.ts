/** Moving the selection by keys. Presses that follow each other closely are one undo step. */
import { createGestureId, design, dispatch } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import type { Direction } from './find-neighbour.ts';
import { announce } from './interaction.ts';

const pauseMs = 1200;
let run: { gestureId: string; selection: unknown; at: number } | null = null;

const steps: Record<Direction, readonly [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** Moves racks and free-standing devices of the selection; says whether there were any. */
export function nudgeSelection(direction: Direction, distancePx: number, now: number): boolean {
  const { selection } = viewStore.getState();
  const { devices, racks, placements } = design();
  const placed = new Set(Object.values(placements).map((placement) => placement.deviceId));
  const [dx, dy] = steps[direction];
  const moves = selection.flatMap((ref) => {
    if (ref.kind !== 'device' && ref.kind !== 'rack') return [];
    const device = ref.kind === 'device' ? devices[ref.id] : undefined;
    const position = (device ?? (ref.kind === 'rack' ? racks[ref.id] : undefined))?.position;
    if (!position || device?.locked || (device && placed.has(ref.id))) return [];
    const moved = { x: position.x + dx * distancePx, y: position.y + dy * distancePx };
    return [{ kind: ref.kind, id: ref.id, position: moved }];
  });
  if (moves.length === 0) return false;
  if (!run || run.selection !== selection || now - run.at > pauseMs) {
    run = { gestureId: createGestureId(), selection, at: now };
  }
  run.at = now;
  dispatch({ name: 'moveItems', args: { moves } }, run.gestureId);
  announce(moves.length === 1 ? `Moved ${direction}` : `${moves.length} items moved ${direction}`);
  return true;
}

/** True when at least one selected object can be moved on the canvas. */
export function canNudge(): boolean {
  const { devices, placements } = design();
  const placed = new Set(Object.values(placements).map((placement) => placement.deviceId));
  return viewStore.getState().selection.some((ref) => {
    if (ref.kind === 'rack') return true;
    return ref.kind === 'device' && !placed.has(ref.id) && devices[ref.id]?.locked === false;
  });
}
