/**
 * Dragging devices between units and racks with the pointer, from a rack or from the shelf. What is carried keeps the grip it was
 * taken by; near the edges the racks scroll along.
 */
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useMemo } from 'react';
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
  // The shelf may lie over a rack.
  const isOverShelf = carried.kind === 'members' && isShelf(x, y);
  const aimed = isOverShelf ? null : aimAt(x, y);
  if (!aimed) {
    aimMove(null, isOverShelf);
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

/** Which way the racks scroll along, by how near the pointer is to their edges. */
function chooseScroll(box: DOMRect, x: number, y: number): number {
  if (y < box.top || y > box.bottom) return 0;
  if (x > box.right - EDGE_PX && x < box.right + EDGE_PX) return SCROLL_PX;
  return x < box.left + EDGE_PX && x > box.left ? -SCROLL_PX : 0;
}

/** One press at a time, from when the button goes down until it is let go. */
class DragSession {
  private drag: Drag | null = null;
  private frame = 0;
  private hasJustEnded = false;
  private readonly scroller: RefObject<HTMLElement | null>;

  constructor(scroller: RefObject<HTMLElement | null>) {
    this.scroller = scroller;
  }

  press(event: ReactPointerEvent, take: () => Grip | null): void {
    if (event.button !== 0) return;
    const { pointerId, clientX: x, clientY: y } = event;
    this.drag = { pointerId, startX: x, startY: y, take, grip: null, x, y };
  }

  /** Returns the way to stop listening. */
  listen(): () => void {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', (event) => this.move(event), { signal });
    window.addEventListener('pointerup', (event) => this.lift(event), { signal });
    window.addEventListener('pointercancel', () => this.end(false), { signal });
    window.addEventListener('keydown', (event) => this.giveUp(event), { signal, capture: true });
    return () => {
      stop.abort();
      cancelAnimationFrame(this.frame);
      if (moveStore.getState().move?.by === 'pointer') cancelMove();
    };
  }

  get isEnding(): boolean {
    return this.hasJustEnded;
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (drag?.pointerId !== event.pointerId) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    if (!drag.grip && Math.hypot(drag.x - drag.startX, drag.y - drag.startY) < START_PX) return;
    if (!drag.grip) {
      drag.grip = drag.take();
      if (drag.grip) startMove('pointer', drag.grip.carried);
      else this.drag = null;
    }
    if (!drag.grip) return;
    aimCarried(drag.x, drag.y, drag.grip);
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.scrollAlong());
  }

  private scrollAlong(): void {
    this.frame = 0;
    const { current } = this.scroller;
    if (!this.drag?.grip || !current) return;
    const { x, y, grip } = this.drag;
    const left = chooseScroll(current.getBoundingClientRect(), x, y);
    if (left === 0) return;
    current.scrollBy({ left });
    aimCarried(x, y, grip);
    this.frame = requestAnimationFrame(() => this.scrollAlong());
  }

  private lift(event: PointerEvent): void {
    if (this.drag?.pointerId === event.pointerId) this.end(true);
  }

  private giveUp(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.drag?.grip) return;
    event.preventDefault();
    event.stopPropagation();
    this.end(false);
  }

  private end(isDropped: boolean): void {
    const hadGrip = (this.drag?.grip ?? null) !== null;
    this.drag = null;
    if (!hadGrip) return;
    // The click of this release comes right after it.
    this.hasJustEnded = true;
    setTimeout(() => {
      this.hasJustEnded = false;
    }, 0);
    if (isDropped) commitMove();
    else cancelMove();
  }
}

export function useMemberDrag(scroller: RefObject<HTMLElement | null>): MemberDrag {
  const session = useMemo(() => new DragSession(scroller), [scroller]);
  useEffect(() => session.listen(), [session]);
  return useMemo(
    () => ({
      onPressDevice(event) {
        const element = event.target instanceof Element ? event.target.closest('.rack-device') : null;
        const y = event.clientY;
        if (element && !event.shiftKey) session.press(event, () => takeDevice(element, y));
      },
      onPress: (event, carried) => session.press(event, () => holdMiddle(carried)),
      endsDrag: () => session.isEnding,
    }),
    [session],
  );
}
