/**
 * Dragging devices between units and racks with the pointer, from a rack or from the shelf. What is carried keeps the grip it was
 * taken by; near the edges the racks scroll along.
 */
import { type PointerEvent as ReactPointerEvent, type RefObject, useCallback, useEffect, useRef } from 'react';
import {
  aimMove,
  cancelMove,
  type Carried,
  commitMove,
  measureCarried,
  moveStore,
  startMove,
} from '../../store/member-move.ts';
import { viewStore, select } from '../../store/view-store.ts';
import { aimAt, findDevice, isShelf, listDevices } from './rack-hit.ts';
import { rackPlan } from '../../store/rack-elevations.ts';

const START_PX = 4;
const EDGE_PX = 56;
const SCROLL_PX = 18;

interface Grip {
  readonly carried: Carried;
  /** Units from the lowest of what is held up to the pointer. */
  readonly unitsBelow: number;
}

interface Drag {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  readonly take: () => Grip | null;
  grip: Grip | null;
  x: number;
  y: number;
}

/** The selected devices of the rack when the one held is among them, else that one alone. */
function takeDevice(element: Element, y: number): Grip | null {
  const found = findDevice(element);
  if (!found || found.device.isLocked) return null;
  const { device, number } = found;
  const chosen = viewStore
    .getState()
    .selection.flatMap((ref) => (ref.kind === 'device' && ref.member !== undefined ? [`${ref.id} ${ref.member}`] : []));
  const isChosen = chosen.includes(device.key);
  if (!isChosen) select([{ kind: 'device', id: device.deviceId, member: device.member }]);
  const devices = listDevices(rackPlan(), number).filter(({ key }) =>
    isChosen ? chosen.includes(key) : key === device.key,
  );
  const { bottom, height } = element.getBoundingClientRect();
  const members = devices.map(({ deviceId, member, bottomUnit }) => ({
    deviceId,
    member,
    unitOffset: bottomUnit - device.bottomUnit,
  }));
  const unitsBelow = Math.min(device.units - 1, Math.max(0, Math.floor(((bottom - y) / height) * device.units)));
  return { carried: { kind: 'members', members }, unitsBelow };
}

/** What has no place on the screen yet is held by its middle. */
export function holdMiddle(carried: Carried): Grip {
  return { carried, unitsBelow: Math.floor((measureCarried(carried).units - 1) / 2) };
}

/** Aims what is carried at the point, kept within the rack. */
export function aimCarried(x: number, y: number, { carried, unitsBelow }: Grip): void {
  const aimed = aimAt(x, y);
  if (!aimed) {
    aimMove(null, carried.kind === 'members' && isShelf(x, y));
    return;
  }
  const { units, below } = measureCarried(carried);
  const highest = Math.max(1, aimed.heightUnits - units + 1) + below;
  const bottomUnit = Math.min(highest, Math.max(1 + below, aimed.target.bottomUnit - unitsBelow));
  aimMove({ ...aimed.target, bottomUnit });
}

interface MemberDrag {
  /** For a press on a device of a rack. */
  readonly onPressDevice: (event: ReactPointerEvent) => void;
  /** For a press on what is carried as given. */
  readonly onPress: (event: ReactPointerEvent, carried: Carried) => void;
  /** Whether the click now coming belongs to a drag that just ended. */
  readonly endsDrag: () => boolean;
}

export function useMemberDrag(scroller: RefObject<HTMLElement | null>): MemberDrag {
  const drag = useRef<Drag | null>(null);
  const justEnded = useRef(false);

  const follow = useCallback(() => {
    const { current } = drag;
    if (!current?.grip) return;
    aimCarried(current.x, current.y, current.grip);
  }, []);

  useEffect(() => {
    let frame = 0;
    const scrollAlong = (): void => {
      frame = 0;
      const { current } = drag;
      const box = scroller.current?.getBoundingClientRect();
      if (!current?.grip || !box || !scroller.current) return;
      const isBeside = current.y > box.top && current.y < box.bottom;
      const step =
        isBeside && current.x > box.right - EDGE_PX && current.x < box.right + EDGE_PX
          ? SCROLL_PX
          : isBeside && current.x < box.left + EDGE_PX && current.x > box.left
            ? -SCROLL_PX
            : 0;
      if (step === 0) return;
      scroller.current.scrollBy({ left: step });
      follow();
      frame = requestAnimationFrame(scrollAlong);
    };
    const onMove = (event: PointerEvent): void => {
      const { current } = drag;
      if (current?.pointerId !== event.pointerId) return;
      current.x = event.clientX;
      current.y = event.clientY;
      if (!current.grip) {
        if (Math.hypot(event.clientX - current.startX, event.clientY - current.startY) < START_PX) return;
        current.grip = current.take();
        if (!current.grip) {
          drag.current = null;
          return;
        }
        startMove('pointer', current.grip.carried);
      }
      follow();
      if (frame === 0) frame = requestAnimationFrame(scrollAlong);
    };
    const end = (isDropped: boolean): void => {
      const hadGrip = (drag.current?.grip ?? null) !== null;
      drag.current = null;
      if (!hadGrip) return;
      justEnded.current = true;
      setTimeout(() => {
        justEnded.current = false;
      }, 0);
      if (isDropped) commitMove();
      else cancelMove();
    };
    const onUp = (event: PointerEvent): void => {
      if (drag.current?.pointerId === event.pointerId) end(true);
    };
    const onCancel = (): void => end(false);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drag.current?.grip) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, true);
      if (moveStore.getState().move?.by === 'pointer') cancelMove();
    };
  }, [scroller, follow]);

  const press = useCallback((event: ReactPointerEvent, take: () => Grip | null) => {
    if (event.button !== 0) return;
    const { pointerId, clientX: x, clientY: y } = event;
    drag.current = { pointerId, startX: x, startY: y, take, grip: null, x, y };
  }, []);

  const onPressDevice = useCallback(
    (event: ReactPointerEvent) => {
      const element = event.target instanceof Element ? event.target.closest('.rack-device') : null;
      const y = event.clientY;
      if (element && !event.shiftKey) press(event, () => takeDevice(element, y));
    },
    [press],
  );
  const onPress = useCallback(
    (event: ReactPointerEvent, carried: Carried) => press(event, () => holdMiddle(carried)),
    [press],
  );
  const endsDrag = useCallback(() => justEnded.current, []);
  return { onPressDevice, onPress, endsDrag };
}
