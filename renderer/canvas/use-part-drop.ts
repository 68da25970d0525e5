/**
 * Dropping a part from the palette. While it is dragged the item under the pointer lights up, or an outline shows where the part will
 * stand, in line with its neighbours; the store does what the part asks.
 */
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type DragEvent, useCallback } from 'react';
import type { Part } from '#core/catalog/part.ts';
import type { Unit } from '#core/design/unit.ts';
import { addPartAt } from '../store/add-part.ts';
import { findShiftBeside } from '../store/beside-members.ts';
import { catalog, design } from '../store/design-store.ts';
import { listBlocks, snapToGrid } from '../store/free-spot.ts';
import { showNotice } from '../store/notice-store.ts';
import { setDragPart, viewStore } from '../store/view-store.ts';
import { alignBox, type Alignment } from './align.ts';
import { toCanvasId } from './canvas-id.ts';
import { layOutCanvas } from './canvas-layout.ts';
import { DEVICE_HEIGHT, DEVICE_WIDTH } from './device-shape.ts';
import { readDragKeys } from './drag-keys.ts';
import { type DropPlan, explainDrop, planDrop } from './drop-part.ts';
import { findUnitAt } from './frame-drop.ts';
import { type InteractionState, readInteraction, setInteraction } from './interaction.ts';
import { pickLineId } from './pick-line.ts';
import { type DragView, listOthers } from './pull-into-line.ts';
import { EMPTY_RACK_HEIGHT, RACK_WIDTH } from './rack-layout.ts';
import type { Box, Point } from './route-link.ts';
import { chooseTarget } from './show-drag.ts';
import { readDragView } from './use-node-moves.ts';

const partType = 'application/x-weft-part';

type HitAt = (at: { clientX: number; clientY: number }) => { canvasId: string | null } | null;

/** `hitAt` answers where nothing is mounted under the pointer. */
export function usePartDrop(hitAt: HitAt) {
  const flow = useReactFlow();
  const store = useStoreApi();

  const readDrop = useCallback(
    (event: DragEvent, partId: string | null) => {
      const part = partId === null ? undefined : catalog().byId.get(partId);
      const plan = part && planAt(event, part, hitAt);
      if (!part || !plan) return null;
      const pointer = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const spot = findSpot(part, pointer, readDragKeys(event).isFree ? null : readDragView(store));
      const takers = plan.isFree && !readDragKeys(event).isFree ? Object.values(design().units ?? {}) : [];
      return { part, plan, spot, unit: findUnitAt(takers, layOutCanvas(design()), pointer) };
    },
    [flow, hitAt, store],
  );

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(partType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const drop = readDrop(event, viewStore.getState().dragPart);
      if (!drop) {
        setInteraction(AT_REST);
        return;
      }
      const { part, plan, spot, unit } = drop;
      const target = unit ? toCanvasId('unit', unit.id) : plan.canvasId;
      const pointer = { x: event.clientX, y: event.clientY + labelHeightPx };
      // Behind a tile nobody sees where it stands.
      const showsPlace = plan.isFree && !unit?.collapsed;
      setInteraction({
        dropTarget: chooseTarget(readInteraction().dropTarget, target, plan.isAllowed),
        ghosts: showsPlace ? [{ box: spot.box, name: part.model }] : [],
        guides: showsPlace ? spot.guides : [],
        dragNote: describe(plan, unit, pointer),
      });
    },
    [readDrop],
  );

  const onDragLeave = useCallback((event: DragEvent) => {
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) setInteraction(AT_REST);
  }, []);

  const onDrop = useCallback(
    (event: DragEvent) => {
      const partId = event.dataTransfer.getData(partType);
      if (partId === '') return;
      event.preventDefault();
      const drop = readDrop(event, partId);
      setInteraction(AT_REST);
      setDragPart(null);
      if (!drop) return;
      const { part, plan, spot, unit } = drop;
      const advice = plan.canvasId === null && !plan.isAllowed ? explainDrop(part) : null;
      if (advice !== null) {
        showNotice('info', advice);
        return;
      }
      const { rackId, deviceId, linkId } = plan;
      addPartAt(partId, {
        position: findPlace(spot.box, unit),
        ...(rackId ? { rackId } : {}),
        ...(deviceId ? { deviceId } : {}),
        ...(linkId ? { linkId } : {}),
        ...(unit ? { unitId: unit.id } : {}),
      });
    },
    [readDrop],
  );

  return { onDragOver, onDragLeave, onDrop };
}

/** Where the hand has it; in a collapsed unit beside the members. */
function findPlace(box: Box, unit: Unit | undefined): Point {
  if (!unit?.collapsed) return { x: box.x, y: box.y };
  const owner = design();
  const standing = { blocks: listBlocks(owner), units: owner.units };
  const shift = findShiftBeside(standing, [], box, unit.members, unit.id);
  return { x: box.x + (shift?.x ?? 0), y: box.y + (shift?.y ?? 0) };
}

function describe({ refusal }: DropPlan, unit: Unit | undefined, pointer: Point): InteractionState['dragNote'] {
  if (refusal !== undefined) return { text: refusal, pointer, isRefusal: true };
  return unit ? { text: `Into ${unit.name}`, pointer } : null;
}

/** The name that hangs on the pointer is about as high: what is said comes below it. */
const labelHeightPx = 16;

const AT_REST = { dropTarget: null, ghosts: [], guides: [], dragNote: null };

function planAt(event: DragEvent, part: Part, hitAt: HitAt): DropPlan | null {
  if (!(event.target instanceof Element)) return null;
  const line = part.kind === 'transceiver' || part.kind === 'cable' ? pickLineId(event) : null;
  const hit = line ?? event.target.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  return planDrop(design(), catalog(), part, hit ?? hitAt(event)?.canvasId ?? null);
}

/** The new node's middle (a rack's title) comes to lie under the pointer, then into line with what is in sight. */
function findSpot(
  part: Part,
  pointer: Point,
  view: DragView | null,
): Pick<Alignment, 'guides'> & { readonly box: Box } {
  const isRack = part.kind === 'rack';
  const size = isRack
    ? { width: RACK_WIDTH, height: EMPTY_RACK_HEIGHT }
    : { width: DEVICE_WIDTH, height: DEVICE_HEIGHT };
  const x = snapToGrid(pointer.x - size.width / 2);
  const y = snapToGrid(pointer.y - (isRack ? 24 : DEVICE_HEIGHT / 2));
  if (!view) return { box: { x, y, ...size }, guides: [] };
  const others = listOthers(design(), layOutCanvas(design()), new Map(), view.sight);
  const { dx, dy, guides } = alignBox({ x, y, ...size }, others, view.reachPx);
  return { box: { x: x + dx, y: y + dy, ...size }, guides };
}
