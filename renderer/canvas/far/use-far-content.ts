/** Everything the bitmap behind the nodes is painted from. */
import { useMemo } from 'react';
import { chooseFabricColour } from '../../store/fabric-colour.ts';
import { useViewStore } from '../../store/view-store.ts';
import { findCanvasId } from '../canvas-id.ts';
import { useInteraction } from '../interaction.ts';
import { usePainter } from '../overlay/read-painter.ts';
import type { CanvasItems } from '../use-canvas-items.ts';
import { buildScene } from './far-scene.ts';
import type { FarContent } from './paint-picture.ts';

const noShifts: FarContent['shifts'] = new Map();

export function useFarContent({ design, layout, index, sight, mounted }: CanvasItems): FarContent {
  const painter = usePainter();
  const selection = useViewStore((state) => state.selection);
  const highlighted = useViewStore((state) => state.highlighted);
  const active = useInteraction((state) => (state.isKeyboardLeading ? state.active : null));
  const dropTarget = useInteraction((state) => state.dropTarget);
  const scene = useMemo(() => buildScene(design, layout, index), [design, layout, index]);
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
      nodes: mounted.shown,
      links: mounted.links,
      shifts: noShifts,
    }),
    [scene, painter, fabricColour, index, selected, lit, active, dropTarget, sight.isFar, mounted],
  );
}
