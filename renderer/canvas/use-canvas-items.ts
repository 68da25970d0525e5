/** The nodes and edges React Flow shows: the projected design plus what is only of the moment, selection and dragging. */
import { useMemo, useState } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { useCatalog } from '../store/design-store.ts';
import { useShownDesign } from '../store/fabric-filter.ts';
import { useReportStore } from '../store/report-store.ts';
import { useViewStore } from '../store/view-store.ts';
import { findCanvasId } from './canvas-id.ts';
import type { CanvasNode } from './canvas-node.ts';
import { indexReport, type ReportIndex } from './index-report.ts';
import { useInteraction } from './interaction.ts';
import { keepItems } from './keep-identity.ts';
import { type LinkEdge, projectEdges } from './project-edges.ts';
import { projectNodes } from './project-nodes.ts';
import type { Point } from './route-link.ts';

export interface CanvasItems {
  /** As the design says. */
  readonly settledNodes: readonly CanvasNode[];
  /** As shown: selected, and where the pointer has dragged them. */
  readonly nodes: CanvasNode[];
  readonly edges: LinkEdge[];
}

export function useCanvasItems(): CanvasItems {
  const design = useShownDesign();
  const catalog = useCatalog();
  const report = useReportStore((state) => state.report);
  const selection = useViewStore((state) => state.selection);
  const moving = useInteraction((state) => state.moving);
  const [project] = useState(createProjection);

  const index = useMemo(() => indexReport(report), [report]);
  const settledNodes = useMemo(() => project.nodes(design, catalog, index), [project, design, catalog, index]);
  const selected = useMemo(() => collectIds(selection), [selection]);
  const nodes = useMemo(
    () => project.shownNodes(settledNodes, selected, moving),
    [project, settledNodes, selected, moving],
  );
  const edges = useMemo(() => project.edges(design, nodes, index, selected), [project, design, nodes, index, selected]);
  return { settledNodes, nodes, edges };
}

function collectIds(selection: readonly ObjectRef[]): Set<string> {
  const ids = new Set<string>();
  for (const ref of selection) {
    const canvasId = findCanvasId(ref);
    if (canvasId !== null) ids.add(canvasId);
  }
  return ids;
}

/** The projections with a memory of their last answers, from which unchanged items are kept. */
function createProjection() {
  let settled: CanvasNode[] = [];
  let shown: CanvasNode[] = [];
  let settledEdges: LinkEdge[] = [];
  let shownEdges: LinkEdge[] = [];
  return {
    nodes(design: Design, catalog: Catalog, index: ReportIndex): CanvasNode[] {
      settled = projectNodes(design, catalog, index, settled);
      return settled;
    },
    shownNodes(nodes: readonly CanvasNode[], selected: ReadonlySet<string>, moving: ReadonlyMap<string, Point>) {
      const next = nodes.map((node) => {
        const position = moving.get(node.id);
        if (!position && !selected.has(node.id)) return node;
        return { ...node, position: position ?? node.position, selected: selected.has(node.id) };
      });
      shown = keepItems(shown, next);
      return shown;
    },
    edges(design: Design, nodes: readonly CanvasNode[], index: ReportIndex, selected: ReadonlySet<string>) {
      settledEdges = projectEdges(design, nodes, index, settledEdges);
      const next = settledEdges.map((edge) => (selected.has(edge.id) ? { ...edge, selected: true } : edge));
      shownEdges = keepItems(shownEdges, next);
      return shownEdges;
    },
  };
}
