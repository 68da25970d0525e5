/** The nodes and edges React Flow shows: the projected design plus what is only of the moment, selection and dragging. */
import { useMemo, useState } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { useCatalog } from '../store/design-store.ts';
import { useShownDesign } from '../store/fabric-filter.ts';
import { useViewStore } from '../store/view-store.ts';
import { findCanvasId, toCanvasId } from './canvas-id.ts';
import { type CanvasLayout, layOutCanvas } from './canvas-layout.ts';
import type { CanvasNode } from './canvas-node.ts';
import { createBoxGrid } from './far/box-grid.ts';
import { chooseMounted, type Mounted } from './far/choose-mounted.ts';
import type { Sight } from './far/sight.ts';
import { useSight } from './far/use-sight.ts';
import { indexReport, type ReportIndex } from './index-report.ts';
import { type InteractionState, useInteraction } from './interaction.ts';
import { keepItems } from './keep-identity.ts';
import { listLines } from './merge-links.ts';
import { type LinkEdge, projectEdges } from './project-edges.ts';
import { projectNodes } from './project-nodes.ts';
import { useArrangedReport } from './use-arranged-report.ts';
import { useHandPicture } from './use-hand-picture.ts';
import { type ReadSigns, useLabelSigns } from './use-label-signs.ts';

export interface CanvasItems {
  /** As the canvas shows it. */
  readonly design: Design;
  /** Everything on the plane, mounted or not. */
  readonly layout: CanvasLayout;
  readonly index: ReportIndex;
  readonly sight: Sight;
  readonly mounted: Mounted;
  /** What React Flow gets, as shown and selected. Of a drag it is told at its end. */
  readonly nodes: CanvasNode[];
  readonly edges: LinkEdge[];
}

export function useCanvasItems(): CanvasItems {
  const design = useShownDesign();
  const catalog = useCatalog();
  const selection = useViewStore((state) => state.selection);
  const [project] = useState(createProjection);

  const layout = layOutCanvas(design);
  const report = useArrangedReport(design);
  const grid = useMemo(() => createBoxGrid(layout.boxes), [layout]);
  const sight = useSight(grid);
  const near = sight.kept ?? sight;
  const seen = useMemo(
    () => chooseMounted(layout, grid, () => listLines(design), near, []),
    [layout, grid, design, near],
  );
  const held = useInteraction((state) => listHeld(state, sight.isFar, seen));
  const mounted = useMemo(
    () => (held === '' ? seen : chooseMounted(layout, grid, () => listLines(design), near, held.split('\n'))),
    [layout, grid, design, near, seen, held],
  );
  const index = indexReport(report);
  const settledNodes = useMemo(
    () => project.nodes(design, catalog, index, mounted),
    [project, design, catalog, index, mounted],
  );
  const selected = useMemo(() => collectIds(selection), [selection]);
  const nodes = useMemo(
    () => project.shownNodes(settledNodes, selected, mounted.hidden),
    [project, settledNodes, selected, mounted.hidden],
  );
  const signs = useLabelSigns();
  const settledEdges = useMemo(
    () => project.edges(design, settledNodes, index, mounted.links, signs),
    [project, design, settledNodes, index, mounted.links, signs],
  );
  const edges = useMemo(() => project.shownEdges(settledEdges, selected), [project, settledEdges, selected]);
  useHandPicture({ design, layout, nodes: settledNodes, edges: settledEdges, index });
  return { design, layout, index, sight, mounted, nodes, edges };
}

/** Those that React Flow drags come first; what else is selected moves on the bitmap. */
const MOST_HELD = 100;

/** What the hand holds and would not be mounted otherwise, one canvas id a line: the same string while it is the same. */
function listHeld({ editing, linking, moving }: InteractionState, isFar: boolean, { shown }: Mounted): string {
  if (shown === null) return '';
  const held = isFar ? [] : [...moving.keys()].slice(0, MOST_HELD);
  if (editing) held.push(editing.canvasId);
  // From afar a link begins at the tile that stands for the device.
  if (linking && !isFar) held.push(toCanvasId('device', linking.from.deviceId));
  return held.filter((id) => !shown.has(id)).join('\n');
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
    nodes(design: Design, catalog: Catalog, index: ReportIndex, mounted: Mounted): CanvasNode[] {
      settled = projectNodes(design, catalog, index, settled, mounted.nodes ?? undefined);
      return settled;
    },
    shownNodes(nodes: readonly CanvasNode[], selected: ReadonlySet<string>, hidden: ReadonlySet<string>) {
      const next = nodes.map((node) => {
        if (hidden.has(node.id)) return { ...node, hidden: true };
        return selected.has(node.id) ? { ...node, selected: true } : node;
      });
      shown = keepItems(shown, next);
      return shown;
    },
    edges(
      design: Design,
      nodes: readonly CanvasNode[],
      index: ReportIndex,
      only: ReadonlySet<string> | null,
      signs: ReadSigns | null,
    ) {
      settledEdges = projectEdges(design, nodes, index, settledEdges, only ?? undefined, signs);
      return settledEdges;
    },
    shownEdges(edges: readonly LinkEdge[], selected: ReadonlySet<string>) {
      const isSelected = ({ data }: LinkEdge): boolean =>
        data?.linkIds.some((id) => selected.has(toCanvasId('link', id))) ?? false;
      shownEdges = keepItems(
        shownEdges,
        edges.map((edge) => (isSelected(edge) ? { ...edge, selected: true } : edge)),
      );
      return shownEdges;
    },
  };
}
