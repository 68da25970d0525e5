/** Handles at the north end of every cross tray: dragged or moved by arrow keys along the rows. */
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react';
import type { FloorPlan } from '#core/design/floor-plan.ts';
import type { Room } from '#core/design/floor.ts';
import { type FloorCamera, floorStore, setFloor } from '../../store/floor-store.ts';
import { formatLength } from '../../ui/format.ts';
import { setCrossTrays } from './move-racks.ts';
import type { TrayLine } from './tray-lines.ts';

interface HandleProps {
  readonly tray: TrayLine;
  readonly room: Room;
  readonly camera: FloorCamera;
}

const STEP_M = 0.1;

function moveTray(room: Room, index: number, toM: number): number[] {
  const clamped = Math.min(room.widthM, Math.max(0, Math.round(toM / STEP_M) * STEP_M));
  return room.crossTraysM.map((own, at) => (at === index ? clamped : own));
}

function CrossTrayHandle({ tray, room, camera }: HandleProps): ReactElement {
  const press = useRef<{ x: number; fromM: number; room: Room } | null>(null);
  const fromWallM = room.crossTraysM[tray.index] ?? 0;
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const now = press.current;
    if (!now) return;
    const toM = now.fromM + (event.clientX - now.x) / camera.scale;
    const crossTraysM = moveTray(now.room, tray.index, toM);
    setFloor({ draftShift: { kind: 'cross-trays', roomId: room.id, crossTraysM } });
  };
  const finish = (isDone: boolean): void => {
    const { draftShift } = floorStore.getState();
    press.current = null;
    setFloor({ draftShift: null });
    if (isDone && draftShift?.kind === 'cross-trays') setCrossTrays(room.id, draftShift.crossTraysM);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowRight' ? STEP_M : event.key === 'ArrowLeft' ? -STEP_M : 0;
    if (event.key === 'Delete')
      setCrossTrays(
        room.id,
        room.crossTraysM.filter((_, at) => at !== tray.index),
      );
    else if (step !== 0)
      setCrossTrays(room.id, moveTray(room, tray.index, fromWallM + step * (event.shiftKey ? 10 : 1)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className="fl-tray"
      aria-label={`Cross tray ${tray.index + 1} of ${room.name}`}
      aria-valuemin={0}
      aria-valuemax={room.widthM}
      aria-valuenow={fromWallM}
      aria-valuetext={`${formatLength(fromWallM)} from the west wall`}
      title={`Cross tray, ${formatLength(fromWallM)} from the west wall, ${formatLength(tray.heightM)} high`}
      data-testid={`cross-tray-${room.id}-${tray.index}`}
      style={{ left: (tray.x1M - camera.xM) * camera.scale, top: (tray.y1M - camera.yM) * camera.scale }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        press.current = { x: event.clientX, fromM: fromWallM, room };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => finish(true)}
      onPointerCancel={() => finish(false)}
      onKeyDown={onKeyDown}
    />
  );
}

/** Handles closer than this would lie over each other. */
const LEAST_SCALE = 3;

export function CrossTrayHandles(props: {
  readonly plan: FloorPlan;
  readonly trays: readonly TrayLine[];
  readonly camera: FloorCamera;
}): ReactElement | null {
  const { plan, trays, camera } = props;
  if (camera.scale < LEAST_SCALE) return null;
  const rooms = new Map(plan.rooms.map((room) => [room.id, room]));
  return (
    <>
      {trays.map((tray) => {
        const room = rooms.get(tray.roomId);
        return tray.kind === 'cross' && room ? (
          <CrossTrayHandle key={`${tray.roomId} ${tray.index}`} tray={tray} room={room} camera={camera} />
        ) : null;
      })}
    </>
  );
}
