/** Lines of the drawing between ends that are drawn, and their routes from where those ends are. Pure. */
import type { Design } from '#core/design/design.ts';
import type { CanvasNode, DeviceNode, UnitNode } from './canvas-node.ts';
import { anchorPoint, type Side } from './device-shape.ts';
import type { ReportIndex } from './index-report.ts';
import { estimateCaptionWidth, estimateLabelSizes, type LabelSizes, noSigns } from './label-size.ts';
import { type LinkFigures, readFigures } from './link-figures.ts';
import { createLinkGround, type LinkGround } from './link-ground.ts';
import { chooseLoopSide } from './loop-side.ts';
import { listLines, type Trunk } from './merge-links.ts';
import { computeBoxes } from './node-boxes.ts';
import { type LinkToRoute, type RoutedLink, routeAll } from './route-all.ts';
import { findMiddle, type Lane, type Point, type RouteEnd } from './route-link.ts';
import type { ReadSigns } from './use-label-signs.ts';

/** A device, or the tile of a collapsed unit. */
export interface DrawnEnd extends RouteEnd {
  readonly node: DeviceNode | UnitNode;
}

/** By canvas id. */
export type DrawnEnds = ReadonlyMap<string, DrawnEnd>;

export interface DrawnLine {
  readonly trunk: Trunk;
  readonly a: DrawnEnd;
  readonly b: DrawnEnd;
  readonly figures: LinkFigures;
  /** Lines of one pair of ends are told apart by it. */
  readonly lane: Lane;
  readonly loopSide: 'left' | 'right';
  readonly labelSizes: LabelSizes;
}

export function locateEnds(nodes: readonly CanvasNode[]): DrawnEnds {
  const boxes = computeBoxes(nodes);
  const ends = new Map<string, DrawnEnd>();
  for (const node of nodes) {
    const box = boxes.get(node.id);
    if (!box || node.type === 'rack' || (node.type === 'unit' && !node.data.isCollapsed)) continue;
    const frame = (node.parentId === undefined ? undefined : boxes.get(node.parentId)) ?? null;
    ends.set(node.id, { ...box, node, frame });
  }
  return ends;
}

/** Lines both of whose ends are drawn. `only` names the links wanted; absent = all. `signs`: what labels say besides. */
export function listDrawnLines(
  design: Design,
  ends: DrawnEnds,
  report: ReportIndex,
  only?: ReadonlySet<string>,
  signs: ReadSigns | null = null,
): DrawnLine[] {
  const trunks = only ? pickLines(listLines(design), only) : listLines(design);
  const laneUse = new Map<string, number>();
  return trunks.flatMap((trunk) => {
    const { links, aId, bId } = trunk;
    const [link] = links;
    const a = ends.get(aId);
    const b = ends.get(bId);
    if (!a || !b) return [];
    const pair = [aId, bId].toSorted().join('\n');
    const index = laneUse.get(pair) ?? 0;
    laneUse.set(pair, index + 1);
    const figures = readFigures(design, links, report);
    const line: DrawnLine = {
      trunk,
      a,
      b,
      figures,
      lane: { index, isReversed: aId > bId },
      loopSide: chooseLoopSide(design.fabrics, link.fabricId),
      labelSizes: estimateLabelSizes(figures, signs?.(listIds(links)) ?? noSigns),
    };
    return [line];
  });
}

/** By the first link's id. Runs and labels keep clear of `obstacles`, and of what stands `under` them. */
export function routeLines(
  lines: readonly DrawnLine[],
  obstacles: Iterable<RouteEnd>,
  under?: LinkGround,
): Map<string, RoutedLink> {
  return routeAll(lines.map(describeRoute), createLinkGround(obstacles, under));
}

function listIds([lead, ...others]: Trunk['links']): [string, ...string[]] {
  return [lead.id, ...others.map(({ id }) => id)];
}

function describeRoute({ trunk, a, b, figures, lane, loopSide, labelSizes }: DrawnLine): LinkToRoute {
  const [link] = trunk.links;
  return {
    id: link.id,
    a,
    b,
    pointA: (side) => findPoint(a, link.a.blockId, side),
    pointB: (side) => findPoint(b, link.b.blockId, side),
    lane,
    loopSide,
    captionWidth: estimateCaptionWidth(figures.caption),
    labelSizes,
  };
}

const placesOf = new WeakMap<readonly Trunk[], ReadonlyMap<string, number>>();

/** In the order of the drawing. Of ten thousand a few are asked for when a drag begins. */
function pickLines(lines: readonly Trunk[], only: ReadonlySet<string>): Trunk[] {
  const places = placesOf.get(lines) ?? new Map(lines.map(({ links }, place) => [links[0].id, place]));
  placesOf.set(lines, places);
  const wanted = [...only].flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  return wanted.flatMap((place) => lines[place] ?? []);
}

/** On the plane. A link to a block that is gone ends in the middle of the side, and so does one to a tile. */
function findPoint(end: DrawnEnd, blockId: string, side: Side): Point {
  if (end.node.type === 'unit') return findMiddle(end, side);
  const spot = end.node.data.ports.find((port) => port.blockId === blockId);
  const { x, y } = anchorPoint(spot, side);
  return { x: end.x + x, y: end.y + y };
}
