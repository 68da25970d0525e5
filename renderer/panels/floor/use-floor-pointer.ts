/**
 * The pointer on the plan: wheel zooms where it is, space or the middle button pans, a press on a rack selects and drags it, one
 * on the empty floor draws a marquee. The design changes once, on release.
 */
import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type FloorPlan, NOWHERE } from '#core/design/floor-plan.ts';
import { type FloorSlot, findSlotAt, readSlot } from '#core/design/floor-steps.ts';
import { planRackMove, type RackMove } from '#core/design/rack-move.ts';
import { floorStore, setFloor } from '../../store/floor-store.ts';
import { clearSelection, select, setView } from '../../store/view-store.ts';
import { panBy, toPlan, zoomAt } from './camera.ts';
import { createRackRef, selectRacks, toggleRack } from './floor-selection.ts';
import { type FloorScene, listStanding } from './floor-scene.ts';
import { applyMove } from './move-racks.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Marquee {
  readonly from: Point;
  readonly to: Point;
}

type Session =
  | { readonly kind: 'pan'; readonly last: Point }
  | { readonly kind: 'marquee'; readonly from: Point; readonly isAdding: boolean; readonly hasMoved: boolean }
  | {
      readonly kind: 'racks';
      readonly from: Point;
      readonly racks: readonly number[];
      readonly anchor: number;
      readonly move: RackMove | null;
      /** Selected before the press: a click without a drag then selects it alone. */
      readonly wasSelected: boolean;
    };

/** Movement below this is a click. */
const DRAG_PX = 4;
/** How far from a row a rack still snaps to it. */
const SNAP_M = 1.5;

export interface FloorPointer {
  readonly marquee: Marquee | null;
  readonly isPanning: boolean;
  /** Rack or empty position under the pointer, with where the pointer is. */
  readonly hover: {
    readonly at: Point;
    readonly slot: FloorSlot | null;
    readonly xM: number;
    readonly yM: number;
  } | null;
  /** Leaves what is being dragged where it was; says whether anything was. */
  cancelDrag(): boolean;
  readonly handlers: {
    onDoubleClick(event: MouseEvent<HTMLElement>): void;
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(event: PointerEvent<HTMLElement>): void;
    onPointerLeave(): void;
  };
}

function toPoint(event: { clientX: number; clientY: number }, surface: HTMLElement): Point {
  const box = surface.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function isFar(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) >= DRAG_PX;
}

/** Racks whose centre lies inside a box of the screen. */
function listRacksIn(plan: FloorPlan, { from, to }: Marquee): number[] {
  const { camera } = floorStore.getState();
  if (!camera) return [];
  const a = toPlan(camera, Math.min(from.x, to.x), Math.min(from.y, to.y));
  const b = toPlan(camera, Math.max(from.x, to.x), Math.max(from.y, to.y));
  const racks: number[] = [];
  for (let rack = 0; rack < plan.rackCount; rack += 1) {
    const x = plan.rackX[rack] as number;
    const y = plan.rackY[rack] as number;
    if (x >= a.xM && x <= b.xM && y >= a.yM && y <= b.yM) racks.push(rack);
  }
  return racks;
}

export function useFloorPointer(
  surfaceRef: RefObject<HTMLDivElement | null>,
  scene: FloorScene,
  isSpaceDown: RefObject<boolean>,
): FloorPointer {
  const session = useRef<Session | null>(null);
  const [marquee, setMarquee] = useState<Marquee | null>(null);
  const [isPanning, setPanning] = useState(false);
  const [hover, setHover] = useState<FloorPointer['hover']>(null);
  useWheelZoom(surfaceRef);

  const locate = (at: Point): { slot: FloorSlot | null; xM: number; yM: number } => {
    const { camera } = floorStore.getState();
    const { xM, yM } = camera ? toPlan(camera, at.x, at.y) : { xM: 0, yM: 0 };
    return { slot: findSlotAt(scene.plan, xM, yM, 0), xM, yM };
  };

  const pressRack = (event: PointerEvent<HTMLElement>, at: Point, rack: number): void => {
    setFloor({ current: rack });
    if (event.shiftKey || event.ctrlKey || event.metaKey) {
      toggleRack(scene.plan, rack);
      return;
    }
    const wasSelected = scene.selected[rack] === 1;
    if (!wasSelected) select([createRackRef(scene.plan, rack)]);
    if (scene.isProposal) return;
    const racks = wasSelected ? listStanding(scene.plan, scene.selected) : [rack];
    session.current = { kind: 'racks', from: at, racks, anchor: rack, move: null, wasSelected };
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const surface = surfaceRef.current;
    if (!surface || floorStore.getState().ghost?.byKeys) return;
    const at = toPoint(event, surface);
    surface.setPointerCapture(event.pointerId);
    if (event.button === 1 || (event.button === 0 && isSpaceDown.current)) {
      event.preventDefault();
      session.current = { kind: 'pan', last: at };
      setPanning(true);
      return;
    }
    if (event.button !== 0) return;
    const { slot } = locate(at);
    const rack = slot ? readSlot(scene.plan, slot) : NOWHERE;
    setHover(null);
    if (rack !== NOWHERE) pressRack(event, at, rack);
    else session.current = { kind: 'marquee', from: at, isAdding: event.shiftKey, hasMoved: false };
  };

  const dragRacks = (at: Point, drag: Extract<Session, { kind: 'racks' }>): void => {
    if (drag.move === null && !isFar(at, drag.from)) return;
    const { xM, yM } = locate(at);
    const goal = findSlotAt(scene.plan, xM, yM, SNAP_M);
    const move: RackMove = goal
      ? planRackMove(scene.plan, drag.racks, drag.anchor, goal)
      : { targets: [], stands: [], problem: 'Drop it on a position of a row.' };
    session.current = { ...drag, move };
    setFloor({ ghost: { targets: move.targets, problem: move.problem, byKeys: false } });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const surface = surfaceRef.current;
    if (!surface) return;
    const at = toPoint(event, surface);
    const now = session.current;
    setHover({ at, ...locate(at) });
    if (now === null) return;
    if (now.kind === 'pan') {
      const { camera } = floorStore.getState();
      if (camera) setFloor({ camera: panBy(camera, at.x - now.last.x, at.y - now.last.y) });
      session.current = { kind: 'pan', last: at };
    } else if (now.kind === 'racks') {
      dragRacks(at, now);
    } else if (now.hasMoved || isFar(at, now.from)) {
      session.current = { ...now, hasMoved: true };
      setMarquee({ from: now.from, to: at });
    }
  };

  const finish = (event: PointerEvent<HTMLElement>, isCancelled: boolean): void => {
    const now = session.current;
    session.current = null;
    setPanning(false);
    setMarquee(null);
    if (now?.kind === 'racks') {
      setFloor({ ghost: null });
      if (now.move === null) {
        if (now.wasSelected && !isCancelled) select([createRackRef(scene.plan, now.anchor)]);
      } else if (!isCancelled) applyMove(now.move);
    } else if (now?.kind === 'marquee' && !isCancelled && surfaceRef.current) {
      const to = toPoint(event, surfaceRef.current);
      if (now.hasMoved) selectRacks(scene.plan, listRacksIn(scene.plan, { from: now.from, to }), now.isAdding);
      else if (!now.isAdding) clickFloor(scene.plan, locate(to).slot);
    }
  };

  return {
    marquee,
    isPanning,
    hover,
    cancelDrag() {
      if (session.current === null) return false;
      session.current = null;
      setPanning(false);
      setMarquee(null);
      setFloor({ ghost: null });
      return true;
    },
    handlers: {
      onDoubleClick(event) {
        const { slot } = surfaceRef.current ? locate(toPoint(event, surfaceRef.current)) : { slot: null };
        if (slot && readSlot(scene.plan, slot) !== NOWHERE) setView('racks');
      },
      onPointerDown,
      onPointerMove,
      onPointerUp: (event) => finish(event, false),
      onPointerCancel: (event) => finish(event, true),
      onPointerLeave: () => setHover(null),
    },
  };
}

/** An empty position stands for its row. */
function clickFloor(plan: FloorPlan, slot: FloorSlot | null): void {
  const row = slot ? plan.rows[slot.row] : undefined;
  if (row) select([{ kind: 'row', id: row.row.id }]);
  else clearSelection();
}

/** React listens to wheels passively, but the page must not scroll. */
function useWheelZoom(surfaceRef: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const surface = surfaceRef.current;
    if (!surface) return undefined;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { camera } = floorStore.getState();
      if (!camera) return;
      const at = toPoint(event, surface);
      if (event.shiftKey) setFloor({ camera: panBy(camera, -(event.deltaX || event.deltaY), 0) });
      else setFloor({ camera: zoomAt(camera, at.x, at.y, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015))) });
    };
    surface.addEventListener('wheel', onWheel, { passive: false });
    return () => surface.removeEventListener('wheel', onWheel);
  }, [surfaceRef]);
}
