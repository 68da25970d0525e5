/** Coolant units on the plan as an element: a press selects the group, a drag moves it. */
import { type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { dispatch } from '../../store/design-store.ts';
import type { FloorCamera } from '../../store/floor-store.ts';
import { select } from '../../store/view-store.ts';
import type { CduBox } from './floor-scene.ts';

const DRAG_PX = 4;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface CduHandleProps {
  readonly box: CduBox;
  readonly camera: FloorCamera;
  readonly isFixed: boolean;
}

export function CduHandle({ box, camera, isFixed }: CduHandleProps): ReactElement {
  const { cdu } = box;
  const press = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState<{ x: number; y: number } | null>(null);
  const measure = (event: PointerEvent<HTMLElement>): { x: number; y: number } | null => {
    const now = press.current;
    if (!now) return null;
    const moved = { x: event.clientX - now.x, y: event.clientY - now.y };
    return shift === null && Math.hypot(moved.x, moved.y) < DRAG_PX ? null : moved;
  };
  const finish = (event: PointerEvent<HTMLElement>, isDone: boolean): void => {
    const moved = measure(event);
    press.current = null;
    setShift(null);
    if (!isDone || !moved) return;
    const patch = { xM: round(cdu.xM + moved.x / camera.scale), yM: round(cdu.yM + moved.y / camera.scale) };
    dispatch({ name: 'editCduGroup', args: { id: cdu.id, patch } });
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      className="fl-cdu"
      aria-label={`${cdu.name}, ${cdu.count} coolant units`}
      data-testid={`floor-cdu-${cdu.id}`}
      data-moving={shift !== null || undefined}
      style={{
        left: (box.xM - camera.xM) * camera.scale + (shift?.x ?? 0),
        top: (box.yM - camera.yM) * camera.scale + (shift?.y ?? 0),
        width: box.widthM * camera.scale,
        height: box.depthM * camera.scale,
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        select([{ kind: 'cdu', id: cdu.id }]);
        if (isFixed) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerMove={(event) => {
        const moved = measure(event);
        if (moved) setShift(moved);
      }}
      onPointerUp={(event) => finish(event, true)}
      onPointerCancel={(event) => finish(event, false)}
    />
  );
}
