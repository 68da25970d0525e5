/** Which device of an item a link ends or begins at: a rack, a unit or a tile may stand for several, and then the user says which. */
import { findRecord } from '#core/design/records.ts';
import type { LinkEnd } from '#core/design/design.ts';
import { nameObject } from '#core/edit/names.ts';
import { resolvePortBlocks } from '#core/design/port-blocks.ts';
import { catalog, design } from '../store/design-store.ts';
import { formatCount } from '../ui/format.ts';
import type { MenuEntry } from '../ui/menu.tsx';
import { parseCanvasId } from './canvas-id.ts';
import { speakRole } from './describe-node.ts';
import { isServiceBlock } from './device-shape.ts';
import { type LinkGesture, setInteraction, toPortKey } from './interaction.ts';
import type { LinkTargets } from './link-targets.ts';
import type { Point } from './route-link.ts';
import { listDevicesOf } from './stands-for.ts';

type Aim = Pick<LinkGesture, 'target' | 'over'>;
type Refuse = (reason: string, at: Point) => void;

const NOWHERE: Aim = { target: null, over: null };

/** One device that can take the link is the target; with several, or none at all, the item is only pointed at. */
export function judgeItem(linking: LinkGesture, { bestBlocks }: LinkTargets, canvasId: string): Aim {
  const ends = listEnds(linking, bestBlocks, canvasId);
  const open = ends.filter(({ refusal }) => refusal === null);
  const [only, ...others] = open.length > 0 ? open : ends.slice(0, 1);
  if (only && others.length === 0) return { target: only, over: null };
  return parseCanvasId(canvasId).kind === 'device' || canvasId.startsWith('link:')
    ? NOWHERE
    : { target: null, over: canvasId };
}

interface End {
  readonly end: LinkEnd;
  readonly refusal: string | null;
}

function listEnds({ from, refusals }: LinkGesture, bestBlocks: LinkTargets['bestBlocks'], canvasId: string): End[] {
  return listDevicesOf(design(), canvasId).flatMap((deviceId): End[] => {
    const end = deviceId === from.deviceId ? undefined : bestBlocks.get(deviceId);
    return end ? [{ end, refusal: refusals.get(toPortKey(end)) ?? null }] : [];
  });
}

/** What a click would do there; null = nothing to say beside the refusal. */
export function describeOver(canvasId: string, { target, over }: Aim): string | null {
  if (target) return target.refusal === null ? `Link to ${nameDevice(target.end.deviceId)}` : null;
  if (over === null) return null;
  const count = listDevicesOf(design(), canvasId).length;
  return count === 0 ? null : `${formatCount(count, 'device group')}: click to choose`;
}

/** Asks at which device of the item the link ends. */
export function askForEnd(
  linking: LinkGesture,
  { bestBlocks }: LinkTargets,
  canvasId: string,
  at: Point,
  end: (chosen: LinkEnd, refusal: string | null) => void,
  refuse: Refuse,
): void {
  const ends = listEnds(linking, bestBlocks, canvasId);
  if (ends.length === 0) {
    refuse(`There is no other device in ${nameItem(canvasId)} to link to.`, at);
    return;
  }
  const [open, closed] = [
    ends.filter(({ refusal }) => refusal === null),
    ends.filter(({ refusal }) => refusal !== null),
  ];
  const toEntry = ({ end: to, refusal }: End): MenuEntry => ({
    id: `link-to-${to.deviceId}`,
    label: refusal === null ? describeEnd(to) : `${nameDevice(to.deviceId)} (cannot be linked)`,
    startsGroup: open.length > 0 && to === closed[0]?.end,
    onSelect: () => end(to, refusal),
  });
  openChoice(`Link to, in ${nameItem(canvasId)}`, [...open, ...closed].map(toEntry), at);
}

/** Finds the device of an item at which a link begins: at once where there is one, else the user says. */
export function askForStart(canvasId: string, at: Point, begin: (from: LinkEnd) => void, refuse: Refuse): void {
  const starts = listDevicesOf(design(), canvasId).flatMap((deviceId) => findMainBlock(deviceId) ?? []);
  const [only, ...others] = starts;
  if (!only) refuse(`There is no device with known ports in ${nameItem(canvasId)} to link from.`, at);
  else if (others.length === 0) begin(only);
  else {
    const toEntry = (from: LinkEnd): MenuEntry => ({
      id: `link-from-${from.deviceId}`,
      label: describeEnd(from),
      onSelect: () => begin(from),
    });
    openChoice(`Link from, in ${nameItem(canvasId)}`, starts.map(toEntry), at);
  }
}

/** Opens once the click that asks is over: else it would close the menu again. */
export function openChoice(title: string, entries: readonly MenuEntry[], at: Point): void {
  setTimeout(() => setInteraction({ choice: { title, entries, at } }), 0);
}

/** Its first data ports, where it has any. */
function findMainBlock(deviceId: string): LinkEnd | null {
  const device = findRecord(design().devices, deviceId);
  const blocks = device ? resolvePortBlocks(device, catalog()) : [];
  const main = blocks.find((block) => !isServiceBlock(block)) ?? blocks[0];
  return main ? { deviceId, blockId: main.id } : null;
}

function describeEnd({ deviceId, blockId }: LinkEnd): string {
  const device = findRecord(design().devices, deviceId);
  const block = device && resolvePortBlocks(device, catalog()).find(({ id }) => id === blockId);
  const count = device && device.count > 1 ? ` \u00d7 ${device.count}` : '';
  return `${nameDevice(deviceId)}${count}${block ? `, ${speakRole(block.role)} ports` : ''}`;
}

function nameDevice(deviceId: string): string {
  return nameObject(design(), 'device', deviceId);
}

function nameItem(canvasId: string): string {
  const { kind, id } = parseCanvasId(canvasId);
  return nameObject(design(), kind, id);
}
