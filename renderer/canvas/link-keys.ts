/**
 * Drawing a link by keyboard: L on a device or a tile starts at its main ports, L again takes its next block, arrows aim, Enter ends.
 * With nothing chosen L takes the link tool into the hand.
 */
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import type { LinkEnd } from '#core/design/design.ts';
import { catalog, design } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import { findCanvasId, parseCanvasId, toCanvasId } from './canvas-id.ts';
import { speakRole } from './describe-node.ts';
import { isServiceBlock } from './device-shape.ts';
import { focusCanvas } from './focus-canvas.ts';
import { announce, readInteraction, setInteraction } from './interaction.ts';
import { askForStart } from './link-ends.ts';
import { aimLinkByKey, beginLinkByKey, finishLinkByKey, refuseAt } from './link-gesture.ts';
import type { Point } from './route-link.ts';
import { findShownId } from './trunk-refs.ts';

type Locate = (canvasId: string) => Point;

/** `locate` gives an item's middle in client coordinates. */
export function startLinkFrom(locate: Locate): void {
  const { linking, active, isKeyboardLeading } = readInteraction();
  if (linking) {
    startAt(chooseNextBlock(linking.from), locate);
    return;
  }
  const start = findStart(isKeyboardLeading ? active : null);
  if (start === null) takeLinkTool();
  else askForStart(start, locate(start), (from) => startAt(from, locate), refuseAt);
}

/** The next press says where the link begins. */
export function takeLinkTool(): void {
  setInteraction({ tool: 'link' });
  focusCanvas();
  announce('Click where the link begins, then where it ends. Escape gives up.');
}

function startAt(from: LinkEnd | null, locate: Locate): void {
  const device = from && design().devices[from.deviceId];
  if (!device) return;
  const canvasId = findShownId(toCanvasId('device', from.deviceId));
  setInteraction({ isKeyboardLeading: true, active: canvasId });
  beginLinkByKey(from, locate(canvasId));
  const block = resolvePortBlocks(device, catalog()).find((candidate) => candidate.id === from.blockId);
  announce(
    `Link from ${device.name}, ${speakRole(block?.role ?? '')} ports. L takes its next ports. ` +
      'Go to the other device with the arrows and press Enter, or click it; Escape gives up.',
  );
}

/** The one thing selected, or what the keys are on. */
function findStart(active: string | null): string | null {
  const [only, ...others] = viewStore.getState().selection;
  const chosen = only && others.length === 0 ? findCanvasId(only) : null;
  const start = chosen ?? active;
  return start === null || parseCanvasId(start).kind === 'link' ? null : start;
}

/** The block of the device after the current start. */
function chooseNextBlock(current: LinkEnd): LinkEnd | null {
  const device = design().devices[current.deviceId];
  if (!device) return null;
  const blocks = resolvePortBlocks(device, catalog());
  const ordered = [...blocks.filter((block) => !isServiceBlock(block)), ...blocks.filter(isServiceBlock)];
  const at = ordered.findIndex((block) => block.id === current.blockId);
  const next = ordered[(at + 1) % ordered.length];
  return next ? { deviceId: current.deviceId, blockId: next.id } : null;
}

export function aimAtActive(canvasId: string, pointer: Point): void {
  const refusal = aimLinkByKey(canvasId, pointer);
  if (refusal !== null) announce(refusal);
}

export function finishAtActive(pointer: Point): void {
  const { linking } = readInteraction();
  if (linking && (linking.target !== null || linking.over !== null)) finishLinkByKey(pointer);
  else announce('Go to the other device first');
}
