/**
 * Drawing a link: press on a port and drag to another port or device, or click the port and then the target, or (keyboard)
 * start on a device and choose the other one. Near or far: where a rack or a tile stands for several devices, the one is asked for.
 * Ends in a link draft for the popover, or in the reason why not.
 */
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { LinkEnd } from '#core/design/design.ts';
import { catalog, design } from '../store/design-store.ts';
import { reportStore } from '../store/report-store.ts';
import { setLinkDraft } from '../store/view-store.ts';
import { parseCanvasId } from './canvas-id.ts';
import { findUnder, goToBlock, isBlock } from './far/far-hand.ts';
import { hideHint } from './hint.ts';
import { announce, type LinkGesture, readInteraction, setInteraction, toPortKey } from './interaction.ts';
import { askForEnd, askForStart, describeOver, judgeItem } from './link-ends.ts';
import { findLinkTargets, type LinkTargets } from './link-targets.ts';
import type { Point } from './route-link.ts';
import { chooseTarget } from './show-drag.ts';
import { listDevicesOf } from './stands-for.ts';

const clickSlackPx = 4;
const refusalStaysMs = 3000;
let refusalTimer: ReturnType<typeof setTimeout> | undefined;
let targets: LinkTargets | null = null;
let stopFollowing: (() => void) | null = null;

/** Pointer pressed on a port. */
export function beginLink(event: ReactPointerEvent, from: LinkEnd): void {
  if (event.button !== 0) return;
  event.stopPropagation();
  event.currentTarget.closest<HTMLElement>('.cv-root')?.focus({ preventScroll: true });
  // The second click of click-and-click is taken by `waitForSecondClick`.
  if (!readInteraction().linking) holdLink(from, { x: event.clientX, y: event.clientY });
}

/** Anything pressed while the link tool is in the hand: the link begins there, and nothing else answers to the press. */
export function pressLinkTool(event: ReactPointerEvent): void {
  const { tool, linking } = readInteraction();
  if (tool !== 'link' || linking || event.button !== 0 || !(event.target instanceof Element)) return;
  // A port begins its own link.
  if (event.target.closest('[data-block-id]')) return;
  event.stopPropagation();
  const at = { x: event.clientX, y: event.clientY };
  const under = findUnder(at);
  if (under && isBlock(under)) {
    goToBlock(under);
    return;
  }
  const canvasId = under?.canvasId ?? null;
  if (canvasId !== null && !canvasId.startsWith('link:')) {
    // Of several devices one is chosen with the button up.
    const isOne = listDevicesOf(design(), canvasId).length === 1;
    askForStart(canvasId, at, (from) => (isOne ? holdLink(from, at) : beginLinkByKey(from, at)), refuseAt);
  }
}

/** The button is down: letting go on the spot waits for a second click, elsewhere it ends the link. */
function holdLink(from: LinkEnd, start: Point): void {
  openGesture(from, start, true);

  const onMove = (move: PointerEvent): void => followPointer(move);
  const onUp = (up: PointerEvent): void => {
    stop();
    if (!readInteraction().linking) return;
    const isClick = Math.hypot(up.clientX - start.x, up.clientY - start.y) <= clickSlackPx;
    if (!isClick) finishLink({ x: up.clientX, y: up.clientY });
    else {
      announce('Link started. Click the other port, or press Escape.');
      waitForSecondClick();
    }
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

/** From now on the link follows the pointer, until a press ends it. */
function waitForSecondClick(): void {
  const { linking } = readInteraction();
  if (!linking) return;
  setInteraction({ linking: { ...linking, isHeld: false, target: null } });
  const onMove = (move: PointerEvent): void => followPointer(move);
  const onPress = (press: PointerEvent): void => {
    if (!readInteraction().linking || press.button > 1) {
      cancelLink();
      return;
    }
    // The middle button pans on the way.
    if (press.button === 1) return;
    press.stopPropagation();
    const at = { x: press.clientX, y: press.clientY };
    const under = findUnder(at);
    if (under && isBlock(under)) {
      goToBlock(under);
      return;
    }
    followPointer(press);
    finishLink(at);
  };
  stopFollowing?.();
  stopFollowing = () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerdown', onPress, true);
    stopFollowing = null;
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerdown', onPress, true);
}

function openGesture(from: LinkEnd, pointer: Point, isHeld: boolean): void {
  hideHint();
  setLinkDraft(null);
  targets = findLinkTargets(design(), catalog(), reportStore.getState().report, from);
  const { refusals, closedDevices } = targets;
  const linking = { from, isHeld, pointer, target: null, over: null, refusals, closedDevices };
  setInteraction({ linking, refused: null, dropTarget: null });
}

function followPointer(event: PointerEvent): void {
  const { linking, dropTarget } = readInteraction();
  if (!linking) return;
  const pointer = { x: event.clientX, y: event.clientY };
  const element = document.elementFromPoint(pointer.x, pointer.y);
  const { deviceId, blockId } = element?.closest<HTMLElement>('[data-block-id]')?.dataset ?? {};
  if (deviceId !== undefined && blockId !== undefined) {
    const target = judgeTarget(linking, { deviceId, blockId });
    setInteraction({ linking: { ...linking, pointer, target, over: null }, dropTarget: null, dragNote: null });
    return;
  }
  const under = findUnder(pointer);
  const aimed = aimAt(linking, under?.canvasId ?? null);
  // A mounted device shows by itself that it is meant.
  const shown = under?.hit || aimed.over !== null ? (under?.canvasId ?? null) : null;
  const text = shown === null ? null : describeOver(shown, aimed);
  setInteraction({
    linking: { ...linking, pointer, ...aimed },
    dropTarget: chooseTarget(dropTarget, shown, !isRefused(aimed.target)),
    dragNote: text === null ? null : { text, pointer },
  });
}

/** What the item means for the link; its own body is where the hand starts, and only an aimed-at port of it is meant as a target. */
function aimAt(linking: LinkGesture, canvasId: string | null): Pick<LinkGesture, 'target' | 'over'> {
  if (canvasId === null || !targets) return { target: null, over: null };
  return judgeItem(linking, targets, canvasId);
}

function isRefused(target: LinkGesture['target']): boolean {
  return target !== null && target.refusal !== null;
}

function judgeTarget(linking: LinkGesture, end: LinkEnd): LinkGesture['target'] {
  if (toPortKey(end) === toPortKey(linking.from)) return null;
  return { end, refusal: linking.refusals.get(toPortKey(end)) ?? null };
}

/** Opens the popover for the target, asks which device is meant, or says why it cannot take the link. */
function finishLink(screen: Point): void {
  const { linking } = readInteraction();
  const known = targets;
  cancelLink();
  if (!linking) return;
  const { target, over, from } = linking;
  if (target) endAt(from, target.end, target.refusal, screen);
  else if (over !== null && known) {
    askForEnd(linking, known, over, screen, (end, refusal) => endAt(from, end, refusal, screen), refuseAt);
  }
}

function endAt(from: LinkEnd, end: LinkEnd, refusal: string | null, screen: Point): void {
  if (refusal === null) setLinkDraft({ a: from, b: end, screenX: screen.x, screenY: screen.y });
  else refuseAt(refusal, screen);
}

/** Says why not, where the hand was, for a moment. */
export function refuseAt(reason: string, pointer: Point): void {
  clearTimeout(refusalTimer);
  setInteraction({ refused: { reason, pointer } });
  announce(reason);
  refusalTimer = setTimeout(() => setInteraction({ refused: null }), refusalStaysMs);
}

export function cancelLink(): void {
  targets = null;
  stopFollowing?.();
  const { tool } = readInteraction();
  setInteraction({ linking: null, dropTarget: null, dragNote: null, tool: tool === 'link' ? 'select' : tool });
}

/** Keyboard: starts a link at a block, or moves its start to another block of the same device. The pointer can end it too. */
export function beginLinkByKey(from: LinkEnd, pointer: Point): void {
  openGesture(from, pointer, false);
  waitForSecondClick();
}

/** Keyboard: points the link at an item. Returns why that cannot be, or null. */
export function aimLinkByKey(canvasId: string, pointer: Point): string | null {
  const { linking, dropTarget } = readInteraction();
  if (!linking) return null;
  const aimed = aimAt(linking, canvasId);
  const shown = parseCanvasId(canvasId).kind === 'device' ? null : canvasId;
  setInteraction({
    linking: { ...linking, pointer, ...aimed },
    dropTarget: chooseTarget(dropTarget, shown, !isRefused(aimed.target)),
  });
  return aimed.target?.refusal ?? null;
}

/** Keyboard: Enter on the aimed-at item. */
export function finishLinkByKey(screen: Point): void {
  finishLink(screen);
}
