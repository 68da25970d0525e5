/** The nodes and edges React Flow shows: the projected design plus what is only of the moment, selection and dragging. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Design } from '#core/design/design.ts';
import { useCatalog } from '../store/design-store.ts';
import { useShownDesign } from '../store/fabric-filter.ts';
import { useReportStore } from '../store/report-store.ts';
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
import type { Point } from './route-link.ts';
import { stretchFrames } from './stretch-frames.ts';
import { swingLinks } from './swinging-links.ts';

export interface CanvasItems {
  /** As the canvas shows it. */
  readonly design: Design;
  /** Everything on the plane, mounted or not. */
  readonly layout: CanvasLayout;
  readonly index: ReportIndex;
  readonly sight: Sight;
  readonly mounted: Mounted;
  /** What React Flow gets, as shown: selected, and where the pointer has dragged it. */
  readonly nodes: CanvasNode[];
  readonly edges: LinkEdge[];
}

export function useCanvasItems(): CanvasItems {
  const design = useShownDesign();
  const catalog = useCatalog();
  const newest = useReportStore((state) => state.report);
  // The panels show their figures first: what these mean for ten thousand items is a task of its own. Another design has none at once.
  const settled = useDeferredValue(newest);
  const report = newest && settled;
  const selection = useViewStore((state) => state.selection);
  const moving = useInteraction((state) => state.moving);
  const leaving = useInteraction((state) => state.leaving);
  const isCopying = useInteraction((state) => state.moving.size > 0 && state.ghosts.length > 0);
  const [project] = useState(createProjection);

  const layout = layOutCanvas(design);
  const grid = useMemo(() => createBoxGrid(layout.boxes), [layout]);
  const sight = useSight(grid);
  const held = useInteraction((state) => listHeld(state, sight.isFar));
  const near = sight.kept ?? sight;
  const mounted = useMemo(
    () => chooseMounted(layout, grid, () => listLines(design), near, held === '' ? [] : held.split('\n')),
    [layout, grid, design, near, held],
  );
  const index = useMemo(() => indexReport(report), [report]);
  const settledNodes = useMemo(
    () => project.nodes(design, catalog, index, mounted),
    [project, design, catalog, index, mounted],
  );
  const selected = useMemo(() => collectIds(selection), [selection]);
  const nodes = useMemo(
    () => project.shownNodes(design, layout, settledNodes, selected, { moving, leaving, isCopying }, mounted.hidden),
    [project, design, layout, settledNodes, selected, moving, leaving, isCopying, mounted.hidden],
  );
  // A copy takes the links among what is copied only: until it is dropped all of them stay with the originals.
  const linked = isCopying ? settledNodes : nodes;
  const pulling = isCopying ? nothingMoves : moving;
  const edges = useMemo(
    () => project.edges(design, linked, index, selected, mounted.links, pulling),
    [project, design, linked, index, selected, mounted.links, pulling],
  );
  const swinging = useMemo(
    () => project.swing(design, linked, index, edges, pulling),
    [project, design, linked, index, edges, pulling],
  );
  // After React Flow has heard of its own nodes and links, so that none is seen where it was before.
  useEffect(() => swingLinks(swinging), [swinging]);
  return { design, layout, index, sight, mounted, nodes, edges };
}

const nothingMoves: ReadonlyMap<string, Point> = new Map();

/** Those that React Flow drags come first; what else is selected moves on the bitmap. */
const MOST_HELD = 100;

/** What the hand holds, one canvas id a line: the same string while it is the same. */
function listHeld({ editing, linking, moving }: InteractionState, isFar: boolean): string {
  const held = isFar ? [] : [...moving.keys()].slice(0, MOST_HELD);
  if (editing) held.push(editing.canvasId);
  // From afar a link begins at the tile that stands for the device.
  if (linking && !isFar) held.push(toCanvasId('device', linking.from.deviceId));
  return held.join('\n');
}

function collectIds(selection: readonly ObjectRef[]): Set<string> {
  const ids = new Set<string>();
  for (const ref of selection) {
    const canvasId = findCanvasId(ref);
    if (canvasId !== null) ids.add(canvasId);
  }
  return ids;
}

/** Ids of the links that hang on what is dragged: in a drag only these are routed anew. */
function listSwinging(
  edges: readonly LinkEdge[],
  nodes: readonly CanvasNode[],
  moving: ReadonlyMap<string, Point>,
): Set<string> {
  const isMoving = ({ id, parentId }: CanvasNode): boolean =>
    moving.has(id) || (parentId !== undefined && moving.has(parentId));
  const moved = new Set(nodes.filter(isMoving).map(({ id }) => id));
  const swinging = edges.filter(({ source, target }) => moved.has(source) || moved.has(target));
  return new Set(swinging.flatMap(({ data }) => data?.linkIds ?? []));
}

const noEdges: readonly LinkEdge[] = [];

/** The projections with a memory of their last answers, from which unchanged items are kept. */
function createProjection() {
  let settled: CanvasNode[] = [];
  let shown: CanvasNode[] = [];
  let settledEdges: LinkEdge[] = [];
  let shownEdges: LinkEdge[] = [];
  let swung: readonly LinkEdge[] = noEdges;
  let lastOnly: ReadonlySet<string> | null = null;
  return {
    nodes(design: Design, catalog: Catalog, index: ReportIndex, mounted: Mounted): CanvasNode[] {
      settled = projectNodes(design, catalog, index, settled, mounted.nodes ?? undefined);
      return settled;
    },
    shownNodes(
      design: Design,
      layout: CanvasLayout,
      nodes: readonly CanvasNode[],
      selected: ReadonlySet<string>,
      { moving, leaving, isCopying }: Pick<InteractionState, 'moving' | 'leaving'> & { readonly isCopying: boolean },
      hidden: ReadonlySet<string>,
    ) {
      // Around what stays while its copy goes, the frame stays too.
      const framed = isCopying ? nodes : stretchFrames(design, layout, nodes, moving, leaving);
      const next = framed.map((node) => {
        if (hidden.has(node.id)) return { ...node, hidden: true };
        const position = moving.get(node.id);
        if (!position && !selected.has(node.id)) return node;
        return { ...node, position: position ?? node.position, selected: selected.has(node.id) };
      });
      shown = keepItems(shown, next);
      return shown;
    },
    edges(
      design: Design,
      nodes: readonly CanvasNode[],
      index: ReportIndex,
      selected: ReadonlySet<string>,
      only: ReadonlySet<string> | null,
      moving: ReadonlyMap<string, Point>,
    ) {
      // In a drag they stay as they are; those that hang on what moves swing.
      if (moving.size === 0 || only !== lastOnly)
        settledEdges = projectEdges(design, nodes, index, settledEdges, only ?? undefined);
      lastOnly = only;
      const isSelected = ({ data }: LinkEdge): boolean =>
        data?.linkIds.some((id) => selected.has(toCanvasId('link', id))) ?? false;
      const next = settledEdges.map((edge) => (isSelected(edge) ? { ...edge, selected: true } : edge));
      shownEdges = keepItems(shownEdges, next);
      return shownEdges;
    },
    swing(
      design: Design,
      nodes: readonly CanvasNode[],
      index: ReportIndex,
      edges: readonly LinkEdge[],
      moving: ReadonlyMap<string, Point>,
    ) {
      const wanted = moving.size === 0 ? null : listSwinging(edges, nodes, moving);
      swung = wanted ? projectEdges(design, nodes, index, swung, wanted) : noEdges;
      return swung;
    },
  };
}
