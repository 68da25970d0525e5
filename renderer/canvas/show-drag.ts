/** What a drag under way says: the frame that would take it lights up, frames let go of what has left them, and a note by the pointer. */
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { nameObject } from '#core/edit/names.ts';
import { explainNoRoom } from '#core/edit/rack-room.ts';
import { catalog, design } from '../store/design-store.ts';
import { parseCanvasId, toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import type { DragKeys } from './drag-keys.ts';
import { type FrameDrop, isMember } from './frame-drop.ts';
import { type Ghost, type InteractionState, readInteraction, setInteraction } from './interaction.ts';
import type { Point } from './route-link.ts';

const none: ReadonlySet<string> = new Set();
const noGhosts: readonly Ghost[] = [];

/** `pointer` in client coordinates. What says the same as before keeps its identity, so that little is drawn again. */
export function showDrag(
  moving: ReadonlyMap<string, Point>,
  drop: FrameDrop,
  { isCopy }: DragKeys,
  pointer: Point,
): void {
  const owner = design();
  const before = readInteraction();
  const target = isCopy || !isStaying(owner, moving, drop) ? findTarget(drop) : null;
  const refusal = target === null ? null : readRefusal(owner, moving, drop, isCopy);
  const text = refusal ?? describe(owner, moving, drop, isCopy, target !== null);
  setInteraction({
    dropTarget: chooseTarget(before.dropTarget, target, refusal === null),
    leaving: isSame(before.leaving, drop.leaves) ? before.leaving : drop.leaves.size > 0 ? drop.leaves : none,
    dragNote: text === null ? null : { text, pointer, isRefusal: refusal !== null },
    ghosts: !isCopy ? noGhosts : before.ghosts.length > 0 ? before.ghosts : listGhosts(owner, moving),
  });
}

/** The mark of the item that lights up, the same object as long as it is the same item. */
export function chooseTarget(
  before: InteractionState['dropTarget'],
  canvasId: string | null,
  isAllowed = true,
): InteractionState['dropTarget'] {
  if (canvasId === null) return null;
  return before?.canvasId === canvasId && before.isAllowed === isAllowed ? before : { canvasId, isAllowed };
}

function findTarget({ rackId, unitId }: FrameDrop): string | null {
  if (rackId !== null) return toCanvasId('rack', rackId);
  return unitId === null ? null : toCanvasId('unit', unitId);
}

let asked: { readonly design: Design; readonly key: string; readonly refusal: string | null } | null = null;

/** Why the rack takes none of it. Asked once for a rack, not in every frame above it. */
function readRefusal(
  owner: Design,
  moving: ReadonlyMap<string, Point>,
  { rackId }: FrameDrop,
  isCopy: boolean,
): string | null {
  if (rackId === null) return null;
  const key = `${rackId} ${isCopy} ${[...moving.keys()].join(' ')}`;
  if (asked?.design === owner && asked.key === key) return asked.refusal;
  const { spots } = layOutCanvas(owner);
  const guests = [...moving.keys()].flatMap((canvasId) => {
    const isThere = spots.get(canvasId)?.parentId === toCanvasId('rack', rackId);
    const device = isThere && !isCopy ? undefined : findRecord(owner.devices, parseCanvasId(canvasId).id);
    // A copy needs room beside its original.
    return device ? [isCopy ? { ...device, id: '' } : device] : [];
  });
  asked = { design: owner, key, refusal: explainNoRoom(owner, catalog(), rackId, guests) };
  return asked.refusal;
}

/** Over the rack it all stands in already. */
function isStaying(owner: Design, moving: ReadonlyMap<string, Point>, { rackId }: FrameDrop): boolean {
  if (rackId === null) return false;
  const { spots } = layOutCanvas(owner);
  return [...moving.keys()].every((id) => spots.get(id)?.parentId === toCanvasId('rack', rackId));
}

function describe(
  owner: Design,
  moving: ReadonlyMap<string, Point>,
  { rackId, unitId, leaves }: FrameDrop,
  isCopy: boolean,
  hasTarget: boolean,
): string | null {
  const frame = rackId === null ? owner.units?.[unitId ?? ''] : owner.racks[rackId];
  if (hasTarget && frame) return `${isCopy ? 'Copy into' : 'Into'} ${frame.name}`;
  if (isCopy) return 'Copy';
  const [first] = leaves;
  const left = first === undefined ? undefined : Object.values(owner.units ?? {}).find((unit) => isMember(unit, first));
  if (left) return `Out of ${left.name}`;
  if (rackId !== null) return null;
  const { homes, spots } = layOutCanvas(owner);
  const placed = [...moving.keys()].find((id) => spots.get(id)?.parentId?.startsWith('rack:'));
  const home = placed === undefined ? undefined : homes.get(spots.get(placed)?.objectId ?? '');
  return home ? `Out of ${owner.racks[home.rackId]?.name ?? 'the rack'}` : null;
}

/** Outlines of a whole unit's members would hide its own. */
function listGhosts(owner: Design, moving: ReadonlyMap<string, Point>): Ghost[] {
  const { boxes, spots } = layOutCanvas(owner);
  return [...moving.keys()].slice(0, mostGhosts).flatMap((id): Ghost[] => {
    const box = boxes.get(id);
    const spot = spots.get(id);
    if (!box || !spot) return [];
    return [{ box, name: nameObject(owner, spot.type, spot.objectId) }];
  });
}

const mostGhosts = 60;

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
