/**
 * Drawing a link: press on a port and drag to another port or device, or click the port and then the target, or (keyboard)
 * start on a device and choose the other one. Ends in a link draft for the popover, or in the reason why not.
 */
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { LinkEnd } from '#core/design/design.ts';
import { catalog, design } from '../store/design-store.ts';
import { reportStore } from '../store/report-store.ts';
import { setLinkDraft } from '../store/view-store.ts';
import { hideHint } from './hint.ts';
import { announce, type LinkGesture, readInteraction, setInteraction, toPortKey } from './interaction.ts';
import { findLinkTargets, type LinkTargets } from './link-targets.ts';
import type { Point } from './route-link.ts';

const clickSlackPx = 4;
const refusalStaysMs = 3000;
let refusalTimer: ReturnType<typeof setTimeout> | undefined;
let targets: LinkTargets | null = null;

/** Pointer pressed on a port. */
export function beginLink(event: ReactPointerEvent, from: LinkEnd): void {
  if (event.button !== 0) return;
  event.stopPropagation();
  event.currentTarget.closest<HTMLElement>('.cv-root')?.focus({ preventScroll: true });
  // The second click of click-and-click is taken by `onPressWhileOpen`.
  if (readInteraction().linking) return;
  const start = { x: event.clientX, y: event.clientY };
  openGesture(from, start, true);

  const onMove = (move: PointerEvent): void => followPointer(move);
  const onUp = (up: PointerEvent): void => {
    stop();
    if (!readInteraction().linking) return;
    const isClick = Math.hypot(up.clientX - start.x, up.clientY - start.y) <= clickSlackPx;
    if (isClick) waitForSecondClick();
    else finishLink({ x: up.clientX, y: up.clientY });
  };
  const onCancel = (): void => {
    stop();
    cancelLink();
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
}

function waitForSecondClick(): void {
  const { linking } = readInteraction();
  if (!linking) return;
  setInteraction({ linking: { ...linking, isHeld: false, target: null } });
  announce('Link started. Click the other port, or press Escape.');
  const onMove = (move: PointerEvent): void => followPointer(move);
  const onPress = (press: PointerEvent): void => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerdown', onPress, true);
    if (!readInteraction().linking || press.button !== 0) {
      cancelLink();
      return;
    }
    press.stopPropagation();
    followPointer(press);
    finishLink({ x: press.clientX, y: press.clientY });
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerdown', onPress, true);
}

function openGesture(from: LinkEnd, pointer: Point, isHeld: boolean): void {
  hideHint();
  setLinkDraft(null);
  targets = findLinkTargets(design(), catalog(), reportStore.getState().report, from);
  const { refusals, closedDevices } = targets;
  const linking = { from, isHeld, pointer, target: null, refusals, closedDevices };
  setInteraction({ linking, refused: null, dropTarget: null });
}

function followPointer(event: PointerEvent): void {
  const { linking } = readInteraction();
  if (!linking) return;
  const pointer = { x: event.clientX, y: event.clientY };
  setInteraction({ linking: { ...linking, pointer, target: findTarget(linking, pointer) } });
}

function findTarget(linking: LinkGesture, pointer: Point): LinkGesture['target'] {
  const element = document.elementFromPoint(pointer.x, pointer.y);
  const dot = element?.closest<HTMLElement>('[data-block-id]');
  const { deviceId, blockId } = dot?.dataset ?? {};
  if (deviceId !== undefined && blockId !== undefined) return judgeTarget(linking, { deviceId, blockId });
  const canvasId = element?.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  if (!canvasId?.startsWith('device:')) return null;
  const bodyDeviceId = canvasId.slice('device:'.length);
  // Its own body is where the hand starts: only an aimed-at port of the same device is meant as a target.
  if (bodyDeviceId === linking.from.deviceId) return null;
  const best = targets?.bestBlocks.get(bodyDeviceId);
  return best ? judgeTarget(linking, best) : null;
}

function judgeTarget(linking: LinkGesture, end: LinkEnd): LinkGesture['target'] {
  if (toPortKey(end) === toPortKey(linking.from)) return null;
  return { end, refusal: linking.refusals.get(toPortKey(end)) ?? null };
}

/** Opens the popover for the target, or says why it cannot take the link; without a target nothing happens. */
function finishLink(screen: Point): void {
  const { linking } = readInteraction();
  cancelLink();
  if (!linking?.target) return;
  const { end, refusal } = linking.target;
  if (refusal !== null) {
    showRefusal(refusal, screen);
    announce(refusal);
    return;
  }
  setLinkDraft({ a: linking.from, b: end, screenX: screen.x, screenY: screen.y });
}

function showRefusal(reason: string, pointer: Point): void {
  clearTimeout(refusalTimer);
  setInteraction({ refused: { reason, pointer } });
  refusalTimer = setTimeout(() => setInteraction({ refused: null }), refusalStaysMs);
}

export function cancelLink(): void {
  targets = null;
  setInteraction({ linking: null });
}

/** Keyboard: starts a link at a block, or moves its start to another block of the same device. */
export function beginLinkByKey(from: LinkEnd, pointer: Point): void {
  openGesture(from, pointer, false);
}

/** Keyboard: points the link at the best block of a device. Returns why that cannot be, or null. */
export function aimLinkByKey(deviceId: string, pointer: Point): string | null {
  const { linking } = readInteraction();
  const best = targets?.bestBlocks.get(deviceId);
  if (!linking || !best || deviceId === linking.from.deviceId) {
    if (linking) setInteraction({ linking: { ...linking, pointer, target: null } });
    return null;
  }
  const target = judgeTarget(linking, best);
  setInteraction({ linking: { ...linking, pointer, target } });
  return target?.refusal ?? null;
}

/** Keyboard: Enter on the aimed-at device. */
export function finishLinkByKey(screen: Point): void {
  finishLink(screen);
}
