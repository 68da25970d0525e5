/**
 * Links and report to React Flow edges. Pure; edges that say the same as before keep their identity. Routes follow from where
 * the nodes stand now, so links swing around while a node is dragged.
 */
import type { Edge } from '@xyflow/react';
import type { LinkReport } from '#core/analysis/report.ts';
import type { Design, Link } from '#core/design/design.ts';
import { chooseFabricColour } from '../store/fabric-colour.ts';
import { formatNumber, formatSpeed } from '../ui/format.ts';
import { type BrokenCount, describeBroken, describeBrokenShort } from './broken-badge.tsx';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode, DeviceNode } from './canvas-node.ts';
import { describeProblems } from './describe-node.ts';
import { anchorPoint } from './device-shape.ts';
import type { ProblemMark, ReportIndex } from './index-report.ts';
import { keepItems } from './keep-identity.ts';
import { chooseLoopSide } from './loop-side.ts';
import { computeBoxes } from './node-boxes.ts';
import { type LinkToRoute, type RoutedLink, routeAll } from './route-all.ts';
import { computeStrokeWidth, type Lane, type Point, type RouteEnd } from './route-link.ts';

export type LinkEdgeData = {
  readonly linkId: string;
  /** SVG path data, on the plane. */
  readonly path: string;
  readonly start: Point;
  readonly end: Point;
  readonly label: Point;
  /** CSS custom property of the fabric's colour. */
  readonly colour: string;
  readonly strokeWidth: number;
  /** '1 016 × 400G'; without a report the speed alone. */
  readonly caption: string;
  readonly mediumLabel: string | null;
  /** Connections that carry nothing under the current scenario. */
  readonly brokenCount: number;
  readonly connectionCount: number;
  /** No medium of the catalog fits, or the chosen one does not. */
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
  const ends = locateDevices(nodes);
  const wanted = Object.values(design.links).filter((link) => only?.has(link.id) ?? true);
  const drawn = listDrawnLinks(design, wanted, ends, report);
  const routes = routeAll(
    drawn.map((link) => link.toRoute),
    [...ends.values()],
  );
  const edges = drawn.flatMap((link) => {
    const route = routes.get(link.link.id);
    return route ? [projectLink(link, route, chooseFabricColour(design.fabrics, link.link.fabricId), report)] : [];
  });
  return keepItems(previous, edges);
}

interface DeviceEnd extends RouteEnd {
  readonly node: DeviceNode;
}

function locateDevices(nodes: readonly CanvasNode[]): Map<string, DeviceEnd> {
  const boxes = computeBoxes(nodes);
  const ends = new Map<string, DeviceEnd>();
  for (const node of nodes) {
    const box = boxes.get(node.id);
    if (node.type !== 'device' || !box) continue;
    const frame = (node.parentId === undefined ? undefined : boxes.get(node.parentId)) ?? null;
    ends.set(node.data.deviceId, { ...box, node, frame });
  }
  return ends;
}

interface DrawnLink {
  readonly link: Link;
  readonly a: DeviceEnd;
  readonly b: DeviceEnd;
  readonly caption: string;
  readonly toRoute: LinkToRoute;
}

/** Links both of whose devices are drawn. Links of one pair of devices are told apart by their lane. */
function listDrawnLinks(
  design: Design,
  links: readonly Link[],
  ends: ReadonlyMap<string, DeviceEnd>,
  report: ReportIndex,
): DrawnLink[] {
  const laneUse = new Map<string, number>();
  return links.flatMap((link) => {
    const a = ends.get(link.a.deviceId);
    const b = ends.get(link.b.deviceId);
    if (!a || !b) return [];
    const pair = [link.a.deviceId, link.b.deviceId].toSorted().join('\n');
    const index = laneUse.get(pair) ?? 0;
    laneUse.set(pair, index + 1);
    const lane: Lane = { index, isReversed: link.a.deviceId > link.b.deviceId };
    const caption = describeCount(link, report.link(link.id));
    const toRoute: LinkToRoute = {
      id: link.id,
      a,
      b,
      pointA: (side) => findPoint(a, link.a.blockId, side),
      pointB: (side) => findPoint(b, link.b.blockId, side),
      lane,
      loopSide: chooseLoopSide(design.fabrics, link.fabricId),
      labelWidth: Math.max(estimateLabelWidth(caption), estimateBadgeWidth(link, report)),
    };
    return [{ link, a, b, caption, toRoute }];
  });
}

function countLoss(link: Link, report: ReportIndex): BrokenCount {
  const brokenCount = report.brokenConnections(link.id);
  return { brokenCount, total: report.link(link.id)?.connectionCount ?? brokenCount };
}

/** Below the caption: sign, gap and 11 px letters. */
function estimateBadgeWidth(link: Link, report: ReportIndex): number {
  const loss = countLoss(link, report);
  return loss.brokenCount === 0 ? 0 : 34 + 6.4 * describeBrokenShort(loss).length;
}

/** On the plane. A link to a block that is gone ends in the middle of the side. */
function findPoint(end: DeviceEnd, blockId: string, side: Parameters<typeof anchorPoint>[1]): Point {
  const spot = end.node.data.ports.find((port) => port.blockId === blockId);
  const { x, y } = anchorPoint(spot, side);
  return { x: end.x + x, y: end.y + y };
}

/** 11 px digits are about 6.4 px wide; padding and a problem sign come on top. */
function estimateLabelWidth(caption: string): number {
  return 26 + 6.4 * caption.length;
}

function projectLink(drawn: DrawnLink, route: RoutedLink, colour: string, report: ReportIndex): LinkEdge {
  const { link, a, b, caption } = drawn;
  const figures = report.link(link.id);
  const problems = report.problems('link', link.id);
  return {
    id: toCanvasId('link', link.id),
    type: 'link',
    source: a.node.id,
    target: b.node.id,
    ariaRole: 'group',
    ariaLabel: describeLink(a.node.data.name, b.node.data.name, caption, countLoss(link, report), figures, problems),
    domAttributes: linkAttributes(link.id),
    data: {
      linkId: link.id,
      path: route.path,
      start: route.start,
      end: route.end,
      label: route.label,
      colour,
      strokeWidth: computeStrokeWidth(figures?.connectionCount ?? 1),
      caption,
      mediumLabel: figures ? figures.mediumLabel : null,
      brokenCount: report.brokenConnections(link.id),
      connectionCount: figures?.connectionCount ?? 0,
      isUnresolved: figures !== undefined && !figures.mediumResolved,
      problems,
    },
  };
}

function describeCount(link: Link, figures: LinkReport | undefined): string {
  const speed = formatSpeed(link.speedGbps);
  return figures ? `${formatNumber(figures.connectionCount)} × ${speed}` : speed;
}

function describeLink(
  nameA: string,
  nameB: string,
  caption: string,
  loss: BrokenCount,
  figures: LinkReport | undefined,
  problems: ProblemMark | null,
): string {
  const facts = [`Link ${nameA} to ${nameB}`, caption];
  if (loss.brokenCount > 0) facts.push(describeBroken(loss));
  if (figures) facts.push(figures.mediumResolved ? figures.mediumLabel : 'no medium fits');
  const trouble = describeProblems(problems);
  if (trouble !== null) facts.push(trouble);
  return facts.join(', ');
}

/** Hooks for hit testing and tests; React passes data attributes on, its types do not name them. */
function linkAttributes(linkId: string): NonNullable<LinkEdge['domAttributes']> {
  return {
    'aria-roledescription': 'link',
    'data-testid': `link-${linkId}`,
    'data-canvas-id': toCanvasId('link', linkId),
  } as NonNullable<LinkEdge['domAttributes']>;
}
