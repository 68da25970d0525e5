/** Dropping a part from the palette: the item under the pointer lights up while dragging; the store does what the part asks. */
import { useReactFlow } from '@xyflow/react';
import { type DragEvent, useCallback } from 'react';
import type { Part } from '#core/catalog/part.ts';
import { addPartAt } from '../store/add-part.ts';
import { catalog, design } from '../store/design-store.ts';
import { showNotice } from '../store/notice-store.ts';
import { setDragPart, viewStore } from '../store/view-store.ts';
import { DEVICE_HEIGHT, DEVICE_WIDTH, GRID } from './device-shape.ts';
import { type DropPlan, explainDrop, planDrop } from './drop-part.ts';
import { setInteraction } from './interaction.ts';
import { RACK_WIDTH } from './rack-layout.ts';
import type { Point } from './route-link.ts';

const partType = 'application/x-weft-part';

type HitAt = (at: { clientX: number; clientY: number }) => { canvasId: string | null } | null;

/** `hitAt` answers where nothing is mounted under the pointer. */
export function usePartDrop(hitAt: HitAt) {
  const flow = useReactFlow();

  const onDragOver = useCallback(
    (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(partType)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      const plan = planAt(event, viewStore.getState().dragPart, hitAt);
      setInteraction({
        dropTarget: plan?.canvasId ? { canvasId: plan.canvasId, isAllowed: plan.isAllowed } : null,
      });
    },
    [hitAt],
  );

  const onDragLeave = useCallback((event: DragEvent) => {
    const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) setInteraction({ dropTarget: null });
  }, []);

  const onDrop = useCallback(
    (event: DragEvent) => {
      const partId = event.dataTransfer.getData(partType);
      if (partId === '') return;
      event.preventDefault();
      const plan = planAt(event, partId, hitAt);
      setInteraction({ dropTarget: null });
      setDragPart(null);
      const part = catalog().byId.get(partId);
      if (!part || !plan) return;
      const advice = plan.canvasId === null && !plan.isAllowed ? explainDrop(part) : null;
      if (advice !== null) {
        showNotice('info', advice);
        return;
      }
      const { rackId, deviceId, linkId } = plan;
      addPartAt(partId, {
        position: placeUnderPointer(part, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })),
        ...(rackId ? { rackId } : {}),
        ...(deviceId ? { deviceId } : {}),
        ...(linkId ? { linkId } : {}),
      });
    },
    [flow, hitAt],
  );

  return { onDragOver, onDragLeave, onDrop };
}

function planAt(event: DragEvent, partId: string | null, hitAt: HitAt): DropPlan | null {
  const part = partId === null ? undefined : catalog().byId.get(partId);
  if (!part || !(event.target instanceof Element)) return null;
  const hit = event.target.closest<HTMLElement>('[data-canvas-id]')?.dataset['canvasId'];
  return planDrop(design(), catalog(), part, hit ?? hitAt(event)?.canvasId ?? null);
}

/** The new node's middle (a rack's title) comes to lie under the pointer. */
function placeUnderPointer(part: Part, pointer: Point): Point {
  const isRack = part.kind === 'rack';
  return {
    x: snap(pointer.x - (isRack ? RACK_WIDTH : DEVICE_WIDTH) / 2),
    y: snap(pointer.y - (isRack ? 24 : DEVICE_HEIGHT / 2)),
  };
}

function snap(value: number): number {
  return Math.round(value / GRID) * GRID;
}
