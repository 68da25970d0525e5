/**
 * Links and report to React Flow edges. Pure; edges that say the same as before keep their identity. Routes follow from where
 * the nodes stand now, so links swing around while a node is dragged.
 */
import type { Edge } from '@xyflow/react';
import type { Design } from '#core/design/design.ts';
import { describeBrokenShort } from './broken-badge.tsx';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode, DeviceNode, UnitNode } from './canvas-node.ts';
import { anchorPoint, type Side } from './device-shape.ts';
import type { ProblemMark, ReportIndex } from './index-report.ts';
import { keepItems } from './keep-identity.ts';
import { describeLine, type LinkFigures, readFigures } from './link-figures.ts';
import { chooseLoopSide } from './loop-side.ts';
import { listLines, type Trunk } from './merge-links.ts';
import { computeBoxes } from './node-boxes.ts';
import { type LinkToRoute, type RoutedLink, routeAll } from './route-all.ts';
import { computeStrokeWidth, type Lane, type Point, type RouteEnd } from './route-link.ts';

export type LinkEdgeData = {
  /** Of a trunk the first of its links. */
  readonly linkId: string;
  /** All links that the line stands for. */
  readonly linkIds: readonly string[];
  /** SVG path data, on the plane. */
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly label: Point;
  /** CSS custom property of the fabric's colour. */
  readonly colour: string;
  readonly strokeWidth: number;
  readonly caption: string;
  readonly mediumLabel: string | null;
  /** A line for each link of a trunk; empty for a single link. */
  readonly parts: readonly string[];
  /** Connections that carry nothing under the current scenario. */
  readonly brokenCount: number;
  readonly connectionCount: number;
  readonly isUnresolved: boolean;
  readonly problems: ProblemMark | null;
};

export type LinkEdge = Edge<LinkEdgeData, 'link'>;

/** `only` names the links wanted; absent = all whose ends are among the nodes. */
export function projectEdges(
  design: Design,
  nodes: readonly CanvasNode[],
  report: ReportIndex,
  previous: readonly LinkEdge[],
  only?: ReadonlySet<string>,
): LinkEdge[] {
  if (only?.size === 0) return [];
  const ends = locateEnds(nodes);
  const wanted = only ? pickLines(listLines(design), only) : listLines(design);
  const drawn = listDrawnLinks(design, wanted, ends, report);
  const routes = routeAll(
    drawn.map((line) => line.toRoute),
    [...ends.values()],
  );
  const edges = drawn.flatMap((line) => {
    const route = routes.get(line.toRoute.id);
    return route ? [projectLine(line, route)] : [];
  });
  return keepItems(previous, edges);
}

const placesOf = new WeakMap<readonly Trunk[], ReadonlyMap<string, number>>();

/** In the order of the drawing. In a drag a few of ten thousand are asked for in every frame. */
function pickLines(lines: readonly Trunk[], only: ReadonlySet<string>): Trunk[] {
  const places = placesOf.get(lines) ?? new Map(lines.map(({ links }, place) => [links[0].id, place]));
  placesOf.set(lines, places);
  const wanted = [...only].flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  return wanted.flatMap((place) => lines[place] ?? []);
}

/** A device, or the tile of a collapsed unit. */
interface DrawnEnd extends RouteEnd {
  readonly node: DeviceNode | UnitNode;
}

/** By canvas id. */
function locateEnds(nodes: readonly CanvasNode[]): Map<string, DrawnEnd> {
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

interface DrawnLine {
  readonly trunk: Trunk;
  readonly a: DrawnEnd;
  readonly b: DrawnEnd;
  readonly figures: LinkFigures;
  readonly toRoute: LinkToRoute;
}

/** Lines both of whose ends are drawn. Those of one pair of ends are told apart by their lane. */
function listDrawnLinks(
  design: Design,
  trunks: readonly Trunk[],
  ends: ReadonlyMap<string, DrawnEnd>,
  report: ReportIndex,
): DrawnLine[] {
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
    const lane: Lane = { index, isReversed: aId > bId };
    const figures = readFigures(design, links, report);
    const toRoute: LinkToRoute = {
      id: link.id,
      a,
      b,
      pointA: (side) => findPoint(a, link.a.blockId, side),
      pointB: (side) => findPoint(b, link.b.blockId, side),
      lane,
      loopSide: chooseLoopSide(design.fabrics, link.fabricId),
      labelWidth: Math.max(estimateLabelWidth(figures.caption), estimateBadgeWidth(figures)),
    };
    return [{ trunk, a, b, figures, toRoute }];
  });
}

/** Below the caption: sign, gap and 11 px letters. */
function estimateBadgeWidth({ loss }: LinkFigures): number {
  return loss.brokenCount === 0 ? 0 : 34 + 6.4 * describeBrokenShort(loss).length;
}

/** On the plane. A link to a block that is gone ends in the middle of the side, and so does one to a tile. */
function findPoint(end: DrawnEnd, blockId: string, side: Side): Point {
  if (end.node.type === 'unit') return findMiddle(end, side);
  const spot = end.node.data.ports.find((port) => port.blockId === blockId);
  const { x, y } = anchorPoint(spot, side);
  return { x: end.x + x, y: end.y + y };
}

function findMiddle({ x, y, width, height }: RouteEnd, side: Side): Point {
  if (side === 'left' || side === 'right') return { x: side === 'left' ? x : x + width, y: y + height / 2 };
  return { x: x + width / 2, y: side === 'top' ? y : y + height };
}

/** 11 px digits are about 6.4 px wide; padding and a problem sign come on top. */
function estimateLabelWidth(caption: string): number {
  return 26 + 6.4 * caption.length;
}

function projectLine({ trunk, a, b, figures }: DrawnLine, route: RoutedLink): LinkEdge {
  const { links } = trunk;
  const linkId = links[0].id;
  const { caption, mediumLabel, isUnresolved, problems, colour, parts, loss, connectionCount } = figures;
  return {
    id: toCanvasId('link', linkId),
    type: 'link',
    source: a.node.id,
    target: b.node.id,
    ariaRole: 'group',
    ariaLabel: describeLine(a.node.data.name, b.node.data.name, links.length, figures),
    domAttributes: linkAttributes(linkId),
    data: {
      linkId,
      linkIds: links.map(({ id }) => id),
      path: route.path,
      start: route.start,
      end: route.end,
      label: route.label,
      colour,
      strokeWidth: computeStrokeWidth(connectionCount ?? 1),
      caption,
      mediumLabel,
      parts,
      brokenCount: loss.brokenCount,
      connectionCount: connectionCount ?? 0,
      isUnresolved,
      problems,
    },
  };
}

/** Hooks for hit testing and tests; React passes data attributes on, its types do not name them. */
function linkAttributes(linkId: string): NonNullable<LinkEdge['domAttributes']> {
  return {
    'aria-roledescription': 'link',
    'data-testid': `link-${linkId}`,
    'data-canvas-id': toCanvasId('link', linkId),
  } as NonNullable<LinkEdge['domAttributes']>;
}
