/** Drawing a link by keyboard: L on a device starts at its main ports, L again takes its next block, arrows aim, Enter ends. */
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import type { LinkEnd } from '#core/design/design.ts';
import { catalog, design } from '../store/design-store.ts';
import { viewStore } from '../store/view-store.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import { speakRole } from './describe-node.ts';
import { isServiceBlock } from './device-shape.ts';
import { announce, readInteraction, setInteraction } from './interaction.ts';
import { aimLinkByKey, beginLinkByKey, finishLinkByKey } from './link-gesture.ts';
import type { Point } from './route-link.ts';

/** `locate` gives an item's middle in client coordinates. */
export function startLinkFrom(locate: (canvasId: string) => Point): void {
  const { linking, active } = readInteraction();
  const deviceId = linking?.from.deviceId ?? findStart(active);
  if (deviceId === null) {
    announce('Choose a device first, then press L to draw a link from it');
    return;
  }
  const from = chooseBlock(deviceId, linking?.from ?? null);
  const device = design().devices[deviceId];
  if (!from || !device) {
    announce('This device has no known ports');
    return;
  }
  const canvasId = toCanvasId('device', deviceId);
  setInteraction({ isKeyboardLeading: true, active: canvasId });
  beginLinkByKey(from, locate(canvasId));
  const block = resolvePortBlocks(device, catalog()).find((candidate) => candidate.id === from.blockId);
  announce(
    `Link from ${device.name}, ${speakRole(block?.role ?? '')} ports. L takes its next ports. ` +
      'Go to the other device with the arrows and press Enter; Escape gives up.',
  );
}

function findStart(active: string | null): string | null {
  const [only, ...others] = viewStore.getState().selection;
  if (only?.kind === 'device' && others.length === 0) return only.id;
  const { kind, id } = active === null ? { kind: null, id: '' } : parseCanvasId(active);
  return kind === 'device' ? id : null;
}

/** The device's first data block, or the one after the current start. */
function chooseBlock(deviceId: string, current: LinkEnd | null): LinkEnd | null {
  const device = design().devices[deviceId];
  if (!device) return null;
  const blocks = resolvePortBlocks(device, catalog());
  const ordered = [...blocks.filter((block) => !isServiceBlock(block)), ...blocks.filter(isServiceBlock)];
  const at = ordered.findIndex((block) => block.id === current?.blockId);
  const next = ordered[(at + 1) % ordered.length];
  return next ? { deviceId, blockId: next.id } : null;
}

export function aimAtActive(canvasId: string, pointer: Point): void {
  const { kind, id } = parseCanvasId(canvasId);
  if (kind !== 'device') return;
  const refusal = aimLinkByKey(id, pointer);
  if (refusal !== null) announce(refusal);
}

export function finishAtActive(pointer: Point): void {
  if (readInteraction().linking?.target) finishLinkByKey(pointer);
  else announce('Go to the other device first');
}
