/**
 * Links and report to React Flow edges. Pure; edges that say the same as before keep their identity. Routes follow from where
 * the nodes stand; see swing-routes.ts for a drag.
 */
import type { Edge } from '@xyflow/react';
import type { Design } from '#core/design/design.ts';
import { toCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { type DrawnLine, listDrawnLines, locateEnds, routeLines } from './drawn-lines.ts';
import type { ProblemMark, ReportIndex } from './index-report.ts';
import { keepItems } from './keep-identity.ts';
import type { LabelSizes } from './label-size.ts';
import { describeLine } from './link-figures.ts';
import type { RoutedLink } from './route-all.ts';
import { computeStrokeWidth, type Point } from './route-link.ts';
import type { ReadSigns } from './use-label-signs.ts';

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
  /** Without room the label would hide something: it shows only while the link is asked about. */
  readonly hasRoom: boolean;
  /** What the label says besides its caption stands below that. */
  readonly isStacked: boolean;
  readonly labelSizes: LabelSizes;
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

/** `only` names the links wanted; absent = all whose ends are among the nodes. `signs`: what labels say besides. */
export function projectEdges(
  design: Design,
  nodes: readonly CanvasNode[],
  report: ReportIndex,
  previous: readonly LinkEdge[],
  only?: ReadonlySet<string>,
  signs: ReadSigns | null = null,
): LinkEdge[] {
  if (only?.size === 0) return [];
  const ends = locateEnds(nodes);
  const lines = listDrawnLines(design, ends, report, only, signs);
  const routes = routeLines(lines, ends.values());
  const edges = lines.flatMap((line) => {
    const route = routes.get(line.trunk.links[0].id);
    return route ? [projectLine(line, route)] : [];
  });
  return keepItems(previous, edges);
}

function projectLine({ trunk, a, b, figures, labelSizes }: DrawnLine, route: RoutedLink): LinkEdge {
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
      hasRoom: route.hasRoom,
      isStacked: route.isStacked,
      labelSizes,
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
