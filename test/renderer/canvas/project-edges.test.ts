import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
import { type LinkEdge, projectEdges } from '../../../renderer/canvas/project-edges.ts';
import { projectNodes } from '../../../renderer/canvas/project-nodes.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { evaluate } from '../../support/draw.ts';
import { createSmallDesign } from '../../support/small-design.ts';

function project(design: Design, previous: LinkEdge[] = []): LinkEdge[] {
  const index = indexReport(evaluate(design).report);
  return projectEdges(design, projectNodes(design, builtInCatalog, index, []), index, previous);
}

function withLinks(count: number): Design {
  const design = createSmallDesign();
  const link = design.links['link-1'];
  if (!link) throw new Error('no link');
  const links = Array.from({ length: count }, (_, index) => ({ ...link, id: `link-${index + 1}` }));
  return { ...design, links: Object.fromEntries(links.map((copy) => [copy.id, copy])) };
}

describe('projectEdges', () => {
  it('counts connections on the label: two explicit pairs of four cables each', () => {
    const [edge] = project(createSmallDesign());
    expect(edge?.data).toMatchObject({ caption: '8 × 400G', isUnresolved: false, colour: 'var(--fabric-1)' });
    expect(edge?.source).toBe('device:gpu-1');
    expect(edge?.ariaLabel).toMatch(/^Link gpu to leaf, 8 × 400G, /);
  });

  it('keeps edges that did not change', () => {
    const first = project(createSmallDesign());
    expect(project(createSmallDesign(), first)).toBe(first);
  });

  it('bends parallel links apart and keeps their labels from covering each other', () => {
    const edges = project(withLinks(4));
    const paths = new Set(edges.map((edge) => edge.data?.path));
    expect(paths.size).toBe(4);
    const labels = edges.map((edge) => edge.data?.label ?? { x: 0, y: 0 });
    for (const [index, label] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        expect(Math.abs(label.x - other.x) > 60 || Math.abs(label.y - other.y) >= 22).toBe(true);
      }
    }
  });

  it('marks a link without a fitting medium', () => {
    const design = createSmallDesign();
    const link = design.links['link-1'];
    if (!link) throw new Error('no link');
    const far = { ...design, links: { 'link-1': { ...link, lengthM: 150_000 } } };
    expect(project(far)[0]?.data?.isUnresolved).toBe(true);
  });

  it('draws one trunk with the sum of its links where a collapsed unit hides an end', () => {
    // Two links fill the 8 ports of a server; each is two pairs of 4 cables.
    const design = withLinks(2);
    const unit = { id: 'u', name: 'SU', members: [{ kind: 'rack' as const, id: 'rack-1' }], collapsed: true as const };
    const edges = project({ ...design, units: { u: unit } });
    expect(edges).toHaveLength(1);
    expect(edges[0]).toMatchObject({ source: 'unit:u', target: 'device:leaf-1' });
    expect(edges[0]?.data?.linkIds).toEqual(['link-1', 'link-2']);
    expect(edges[0]?.data?.caption).toBe('16 × 400G');
    expect(edges[0]?.data?.parts[0]).toBe('Compute: gpu to leaf, 8 × 400G, 8 cables');
    expect(edges[0]?.ariaLabel).toMatch(/^Trunk of 2 links SU to leaf, 16 × 400G/);
    const inside = { ...unit, members: [...unit.members, { kind: 'device' as const, id: 'leaf-1' }] };
    expect(project({ ...design, units: { u: inside } })).toEqual([]);
  });
});
