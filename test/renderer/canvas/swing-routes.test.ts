import { describe, expect, it } from 'vitest';
import type { CanvasNode } from '../../../renderer/canvas/canvas-node.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
import { projectEdges } from '../../../renderer/canvas/project-edges.ts';
import { projectNodes } from '../../../renderer/canvas/project-nodes.ts';
import { createSwing } from '../../../renderer/canvas/swing-routes.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { evaluate } from '../../support/draw.ts';
import { createSmallDesign } from '../../support/small-design.ts';

/** Servers in a rack, leaves above it, one link between them. */
const design = createSmallDesign();
const index = indexReport(evaluate(design).report);
const nodes = projectNodes(design, builtInCatalog, index, []);
const edges = projectEdges(design, nodes, index, []);

function moveNode(id: string, by: { x: number; y: number }): CanvasNode[] {
  return nodes.map((node) =>
    node.id === id ? { ...node, position: { x: node.position.x + by.x, y: node.position.y + by.y } } : node,
  );
}

describe('a link that swings', () => {
  const by = { x: 340, y: -125 };

  it('goes where it would go if what it hangs on stood there', () => {
    for (const id of ['device:leaf-1', 'rack:rack-1']) {
      const carried = new Set([id, ...nodes.flatMap((node) => (node.parentId === id ? [node.id] : []))]);
      const swing = createSwing(design, nodes, index, edges, (own) => carried.has(own));
      expect(swing.links).toEqual(edges);
      const [dropped] = projectEdges(design, moveNode(id, by), index, []);
      const { path, start, end, label, hasRoom, isStacked } = dropped?.data ?? {};
      const shifts = new Map([...carried].map((own) => [own, by]));
      expect(swing.route(shifts).get('link:link-1')).toEqual({ path, start, end, label, hasRoom, isStacked });
    }
  });

  it('rests where nothing moves it', () => {
    const swing = createSwing(design, nodes, index, edges, () => false);
    expect(swing.links).toEqual([]);
    expect(swing.route(new Map()).size).toBe(0);
  });
});
