/** The link being drawn, and the one the popover is asking about: a line from its port to the pointer or the other port. */
import { useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import type { LinkEnd } from '#core/design/design.ts';
import { useViewStore } from '../store/view-store.ts';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { anchorPoint, type Side } from './device-shape.ts';
import { useInteraction } from './interaction.ts';
import { findShownId } from './trunk-refs.ts';
import { type Box, chooseSides, firstLane, type Point, routeCurve, type RouteEnd } from './route-link.ts';

interface LinkLineProps {
  nodes: readonly CanvasNode[];
  boxes: ReadonlyMap<string, Box>;
}

export function LinkLine({ nodes, boxes }: LinkLineProps) {
  const linking = useInteraction((state) => state.linking);
  const draft = useViewStore((state) => state.linkDraft);
  const flow = useReactFlow();
  // The loose end stays under the pointer while the canvas moves.
  useStore((state) => (linking ? state.transform : null));
  const from = linking?.from ?? draft?.a;
  if (!from) return null;
  const to = linking ? linking.target?.end : draft?.b;
  const isRefused = linking?.target ? linking.target.refusal !== null : false;
  const start = findEnd(from);
  if (!start) return null;
  const finish = (to && findEnd(to)) ?? (linking ? createLooseEnd(flow.screenToFlowPosition(linking.pointer)) : null);
  if (!finish) return null;
  const sides = chooseSides(start.box, finish.box, 'right');
  const startPoint = start.at(sides.a);
  const endPoint = finish.at(sides.b);
  const route = routeCurve(startPoint, sides.a, endPoint, sides.b, firstLane);
  return (
    <ViewportPortal>
      <svg className="cv-link-line-layer" aria-hidden="true">
        <path
          className="cv-new-link"
          data-refused={isRefused || undefined}
          data-loose={!to || undefined}
          d={route.path}
        />
        <circle className="cv-new-link-end" cx={startPoint.x} cy={startPoint.y} r={4} />
        <circle className="cv-new-link-end" cx={endPoint.x} cy={endPoint.y} r={4} />
      </svg>
    </ViewportPortal>
  );

  function findEnd(end: LinkEnd): LineEnd | null {
    const canvasId = toCanvasId('device', end.deviceId);
    const node = nodes.find((candidate) => candidate.id === canvasId);
    const box = boxes.get(canvasId);
    if (node?.type !== 'device' || !box) return findTileEnd(boxes.get(findShownId(canvasId)));
    const spot = node.data.ports.find((port) => port.blockId === end.blockId);
    return {
      box: { ...box, frame: (node.parentId === undefined ? undefined : boxes.get(node.parentId)) ?? null },
      at: (side) => {
        const point = anchorPoint(spot, side);
        return { x: box.x + point.x, y: box.y + point.y };
      },
    };
  }
}

/** The middle of an edge of what stands for the device, where its ports do not show. */
function findTileEnd(box: Box | undefined): LineEnd | null {
  if (!box) return null;
  const { x, y, width, height } = box;
  const middles: Readonly<Record<Side, Point>> = {
    top: { x: x + width / 2, y },
    bottom: { x: x + width / 2, y: y + height },
    left: { x, y: y + height / 2 },
    right: { x: x + width, y: y + height / 2 },
  };
  return { box: { ...box, frame: null }, at: (side) => middles[side] };
}

interface LineEnd {
  readonly box: RouteEnd;
  readonly at: (side: Side) => Point;
}

function createLooseEnd(point: Point): LineEnd {
  return { box: { ...point, width: 0, height: 0, frame: null }, at: () => point };
}
