/**
 * Links and report to React Flow edges. Pure; edges that say the same as before keep their identity. Sides follow from where
 * the nodes stand now, so links swing around while a node is dragged.
 */
import type { Edge } from '@xyflow/react';
import type { Design, Link } from '#core/design/design.ts';
import type { LinkReport } from '#core/analysis/report.ts';
import { formatNumber, formatSpeed } from '../ui/format.ts';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode, DeviceNode } from './canvas-node.ts';
import { describeProblems } from './describe-node.ts';
import { anchorId } from './device-shape.ts';
import { chooseFabricColour } from './fabric-colour.ts';
import type { ProblemMark, ReportIndex } from './index-report.ts';
import { keepItems } from './keep-identity.ts';
import { chooseSides, computeStrokeWidth, type Lane, type RouteEnd } from './route-link.ts';

export type LinkEdgeData = {
  readonly linkId: string;
  readonly lane: Lane;
  /** CSS custom property of the fabric's colour. */
  readonly colour: string;
  readonly strokeWidth: number;
  /** '1 016 × 400G'; without a report the speed alone. */
  readonly caption: string;
  readonly mediumLabel: string | null;
  /** No medium of the catalog fits, or the chosen one does not. */
  readonly isUnresolved: boolean;
  readonly problems: ProblemMark | null;
};

export type LinkEdge = Edge<LinkEdgeData, 'link'>;

export function projectEdges(
  design: Design,
  nodes: readonly CanvasNode[],
  report: ReportIndex,
  previous: readonly LinkEdge[],
): LinkEdge[] {
  const ends = locateDevices(nodes);
  const laneUse = new Map<string, number>();
  const edges: LinkEdge[] = [];
  for (const link of Object.values(design.links)) {
    const a = ends.get(link.a.deviceId);
    const b = ends.get(link.b.deviceId);
    if (!a || !b) continue;
    const pair = [link.a.deviceId, link.b.deviceId].toSorted().join('\n');
    const index = laneUse.get(pair) ?? 0;
    laneUse.set(pair, index + 1);
    const lane = { index, isReversed: link.a.deviceId > link.b.deviceId };
    edges.push(projectLink(link, a, b, lane, chooseFabricColour(design.fabrics, link.fabricId), report));
  }
  return keepItems(previous, edges);
}

interface DeviceEnd extends RouteEnd {
  readonly node: DeviceNode;
}

/** Absolute boxes of all devices: children of a frame carry positions relative to it. */
function locateDevices(nodes: readonly CanvasNode[]): Map<string, DeviceEnd> {
  const origins = new Map(nodes.filter((node) => node.type === 'rack').map((node) => [node.id, node.position]));
  const ends = new Map<string, DeviceEnd>();
  for (const node of nodes) {
    if (node.type !== 'device') continue;
    const origin = (node.parentId === undefined ? undefined : origins.get(node.parentId)) ?? { x: 0, y: 0 };
    ends.set(node.data.deviceId, {
      node,
      x: node.position.x + origin.x,
      y: node.position.y + origin.y,
      width: node.width ?? 0,
      height: node.height ?? 0,
      frameId: node.parentId ?? null,
    });
  }
  return ends;
}

function projectLink(
  link: Link,
  a: DeviceEnd,
  b: DeviceEnd,
  lane: Lane,
  colour: string,
  report: ReportIndex,
): LinkEdge {
  const sides = chooseSides(a, b);
  const figures = report.link(link.id);
  const problems = report.problems('link', link.id);
  const caption = describeCount(link, figures);
  return {
    id: toCanvasId('link', link.id),
    type: 'link',
    source: a.node.id,
    target: b.node.id,
    sourceHandle: anchorId(findBlock(a.node, link.a.blockId), sides.a),
    targetHandle: anchorId(findBlock(b.node, link.b.blockId), sides.b),
    ariaRole: 'group',
    ariaLabel: describeLink(a.node.data.name, b.node.data.name, caption, figures, problems),
    domAttributes: { 'aria-roledescription': 'link', ...linkAttributes(link.id) },
    data: {
      linkId: link.id,
      lane,
      colour,
      strokeWidth: computeStrokeWidth(figures?.connectionCount ?? 1),
      caption,
      mediumLabel: figures ? figures.mediumLabel : null,
      isUnresolved: figures !== undefined && !figures.mediumResolved,
      problems,
    },
  };
}

/** The block when the device (still) has it; a link to a block that is gone ends in the middle of the side. */
function findBlock(node: DeviceNode, blockId: string): string | null {
  return node.data.ports.some((port) => port.blockId === blockId) ? blockId : null;
}

function describeCount(link: Link, figures: LinkReport | undefined): string {
  const speed = formatSpeed(link.speedGbps);
  return figures ? `${formatNumber(figures.connectionCount)} × ${speed}` : speed;
}

function describeLink(
  nameA: string,
  nameB: string,
  caption: string,
  figures: LinkReport | undefined,
  problems: ProblemMark | null,
): string {
  const facts = [`Link ${nameA} to ${nameB}`, caption];
  if (figures) facts.push(figures.mediumResolved ? figures.mediumLabel : 'no medium fits');
  const trouble = describeProblems(problems);
  if (trouble !== null) facts.push(trouble);
  return facts.join(', ');
}

/** Hooks for hit testing and tests; React passes data attributes on, its types do not name them. */
function linkAttributes(linkId: string): NonNullable<LinkEdge['domAttributes']> {
  return {
    'data-testid': `link-${linkId}`,
    'data-canvas-id': toCanvasId('link', linkId),
  } as NonNullable<LinkEdge['domAttributes']>;
}
