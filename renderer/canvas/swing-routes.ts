/** Routes of the links that hang on what the hand moves, for every frame of a drag: what stays is looked at once. Pure. */
import type { Design } from '#core/design/design.ts';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { type DrawnEnd, listDrawnLines, locateEnds, routeLines } from './drawn-lines.ts';
import type { ReportIndex } from './index-report.ts';
import { createLinkGround } from './link-ground.ts';
import type { LinkEdge } from './project-edges.ts';
import type { RoutedLink } from './route-all.ts';
import type { Point } from './route-link.ts';

export interface Swing {
  /** The links that swing, as they are at rest. */
  readonly links: readonly LinkEdge[];
  /** Their routes, by canvas id; `shifts` says how far what moves has come, by canvas id, what it carries included. */
  readonly route: (shifts: ReadonlyMap<string, Point>) => ReadonlyMap<string, RoutedLink>;
}

/** `movesAlong`: whether a node goes where the hand goes. */
export function createSwing(
  design: Design,
  nodes: readonly CanvasNode[],
  report: ReportIndex,
  edges: readonly LinkEdge[],
  movesAlong: (canvasId: string) => boolean,
): Swing {
  const hanging = edges.filter(({ source, target }) => movesAlong(source) || movesAlong(target));
  if (hanging.length === 0) return { links: [], route: () => new Map() };
  const wanted = new Set(hanging.flatMap(({ data }) => data?.linkIds ?? []));
  const ends = locateEnds(nodes);
  const sizes = new Map(hanging.map(({ data }) => [data?.linkId, data?.labelSizes]));
  const lines = listDrawnLines(design, ends, report, wanted).map((line) => ({
    ...line,
    labelSizes: sizes.get(line.trunk.links[0].id) ?? line.labelSizes,
  }));
  const moved = [...ends].filter(([id]) => movesAlong(id));
  const still = [...ends].flatMap(([id, end]) => (movesAlong(id) ? [] : [end]));
  const stillGround = createLinkGround(still);
  return {
    links: hanging,
    route(shifts) {
      const now = new Map(moved.map(([id, end]) => [id, shiftEnd(end, shifts)]));
      const swung = lines.map((line) => ({
        ...line,
        a: now.get(line.a.node.id) ?? line.a,
        b: now.get(line.b.node.id) ?? line.b,
      }));
      const routes = routeLines(swung, now.values(), stillGround);
      return new Map([...routes].map(([linkId, route]) => [toCanvasId('link', linkId), route]));
    },
  };
}

function shiftEnd(end: DrawnEnd, shifts: ReadonlyMap<string, Point>): DrawnEnd {
  const { id, parentId } = end.node;
  const frameShift = parentId === undefined ? undefined : shifts.get(parentId);
  const frame = end.frame && frameShift ? { ...end.frame, ...add(end.frame, frameShift) } : end.frame;
  const shift = shifts.get(id);
  return shift ? { ...end, ...add(end, shift), frame } : end;
}

function add(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}
