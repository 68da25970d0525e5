/** Figures of the drawn plan tell how they are counted to the pointer that rests on them: what is written on a plate, or a rack's power. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { NOWHERE, nameRack } from '#core/design/floor-plan.ts';
import { readSlot } from '#core/design/floor-steps.ts';
import { type ExplainSource, hoverFigure, leaveFigure } from '../../store/explain-store.ts';
import { createStands } from '../../store/figure-stands.ts';
import { floorStore } from '../../store/floor-store.ts';
import { reportStore } from '../../store/report-store.ts';
import type { FloorFigure } from './drawing.ts';
import { createRackRef } from './floor-selection.ts';
import type { FloorScene } from './floor-scene.ts';
import type { FloorPointer } from './use-floor-pointer.ts';

/** Returns what takes the figures of a new picture. */
export function useFloorFigures(
  surface: RefObject<HTMLElement | null>,
  scene: FloorScene,
  { hover, marquee, isPanning }: FloorPointer,
): (figures: readonly FloorFigure[]) => void {
  const [standAt] = useState(createStands);
  const figures = useRef<readonly FloorFigure[]>([]);
  const isOver = useRef(false);
  const isBusy = scene.isProposal || isPanning || marquee !== null;
  useEffect(() => {
    const root = surface.current;
    const isFree = hover !== null && !isBusy && floorStore.getState().ghost === null;
    const found = root && isFree ? (findWritten(hover.at, figures.current) ?? findRack(scene, hover)) : null;
    if (!root || !found) {
      if (isOver.current) leaveFigure();
      isOver.current = false;
      return;
    }
    isOver.current = true;
    const anchor = standAt(root, `${found.name} ${found.x} ${found.y}`, found);
    hoverFigure({ anchor, source: found.source, figure: found.name });
  }, [surface, scene, hover, isBusy, standAt]);
  useEffect(() => leaveFigure, []);
  return useCallback((drawn) => {
    figures.current = drawn;
  }, []);
}

function findWritten(at: { x: number; y: number }, figures: readonly FloorFigure[]): FloorFigure | undefined {
  return figures.findLast(
    ({ x, y, width, height }) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height,
  );
}

/** What the racks are coloured by says what is asked of one. */
function findRack({ plan }: FloorScene, { slot }: NonNullable<FloorPointer['hover']>): FloorFigure | null {
  const { camera, colour } = floorStore.getState();
  const rack = slot ? readSlot(plan, slot) : NOWHERE;
  const placed = slot ? plan.rows[slot.row] : undefined;
  if (rack === NOWHERE || !camera || !placed || !reportStore.getState().report) return null;
  const { id, member = 0 } = createRackRef(plan, rack);
  const powerId = `sum/max/rack/${member}/${id}` as const;
  const source: ExplainSource =
    colour === 'heat'
      ? [`sum/air/rack/${member}/${id}`, `sum/liquid/rack/${member}/${id}`]
      : colour === 'power'
        ? [powerId, `rack/limit/${id}`]
        : powerId;
  const { pitchM, depthM } = placed.row;
  return {
    x: ((plan.rackX[rack] as number) - pitchM / 2 - camera.xM) * camera.scale,
    y: ((plan.rackY[rack] as number) - depthM / 2 - camera.yM) * camera.scale,
    width: pitchM * camera.scale,
    height: depthM * camera.scale,
    source,
    name: nameRack(plan, rack),
  };
}
