/** Everything the bitmap behind the nodes is painted from. */
import { useMemo } from 'react';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { useViewStore } from '../../store/view-store.ts';
import { findCanvasId } from '../canvas-id.ts';
import { useInteraction } from '../interaction.ts';
import { usePainter } from '../overlay/read-painter.ts';
import type { Point } from '../route-link.ts';
import type { CanvasItems } from '../use-canvas-items.ts';
import { buildScene } from './far-scene.ts';
import type { FarContent } from './paint-picture.ts';

const none: ReadonlySet<string> = new Set();
const noShifts: FarContent['shifts'] = new Map();

export function useFarContent({ design, layout, index, sight, mounted }: CanvasItems): FarContent {
  const painter = usePainter();
  const selection = useViewStore((state) => state.selection);
  const highlighted = useViewStore((state) => state.highlighted);
  const active = useInteraction((state) => (state.isKeyboardLeading ? state.active : null));
  const readShifts = useMemo(() => createShiftReader(layout, mounted), [layout, mounted]);
  const shifts = useInteraction((state) => readShifts(state.moving));
  const dropTarget = useInteraction((state) => state.dropTarget);
  const scene = buildScene(design, layout, index);
  const selected = useMemo(() => new Set(selection.flatMap((ref) => findCanvasId(ref) ?? [])), [selection]);
  const lit = useMemo(() => new Set(highlighted.flatMap((ref) => findCanvasId(ref) ?? [])), [highlighted]);
  const fabricColour = useMemo(() => {
    const colours = new Map(Object.keys(design.fabrics).map((id) => [id, chooseFabricColour(design.fabrics, id)]));
    return (fabricId: string): string => colours.get(fabricId) ?? 'var(--text-3)';
  }, [design.fabrics]);
  return useMemo(
    () => ({
      scene,
      painter,
      fabricColour,
      weightOf: (linkId) => index.link(linkId)?.connectionCount ?? 1,
      selected,
      lit,
      active,
      dropTarget,
      isFar: sight.isFar,
      nodes: sight.kept ? none : mounted.shown,
      links: sight.kept ? none : mounted.links,
      shifts,
    }),
    [scene, painter, fabricColour, index, selected, lit, active, dropTarget, sight, mounted, shifts],
  );
}

/** The same answer for the same map, so that it can be asked at any time. */
function createShiftReader(layout: CanvasItems['layout'], mounted: CanvasItems['mounted']) {
  let asked: ReadonlyMap<string, Point> | null = null;
  let shifts = noShifts;
  return (moving: ReadonlyMap<string, Point>): FarContent['shifts'] => {
    if (moving !== asked) shifts = listShifts(moving, layout, mounted);
    asked = moving;
    return shifts;
  };
}

/** How far the hand has what no node shows; the same empty map for nothing, so that a drag of nodes paints no picture. */
function listShifts(
  moving: ReadonlyMap<string, Point>,
  { spots }: CanvasItems['layout'],
  { shown }: CanvasItems['mounted'],
): FarContent['shifts'] {
  const shifts = new Map<string, Point>();
  for (const [id, { x, y }] of moving) {
    const start = spots.get(id)?.position;
    if (start && shown !== null && !shown.has(id)) shifts.set(id, { x: x - start.x, y: y - start.y });
  }
  return shifts.size === 0 ? noShifts : shifts;
}
