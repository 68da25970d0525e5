import { describe, expect, it } from 'vitest';
import type { Design, Fabric, Link, Placement, Rack } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
import { projectEdges } from '../../../renderer/canvas/project-edges.ts';
import { projectNodes } from '../../../renderer/canvas/project-nodes.ts';
import { stretchFrames } from '../../../renderer/canvas/stretch-frames.ts';
import { narrowFrames } from '../../../renderer/canvas/unit-layout.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createSmallDesign } from '../../support/small-design.ts';

/** Servers in a rack and leaves above them; the rack, or both, are a unit. */
function createGrouped(members: Unit['members'], collapsed = false): Design {
  const unit: Unit = { id: 'u', name: 'SU', members, ...(collapsed ? { collapsed: true as const } : {}) };
  return { ...createSmallDesign(), units: { u: unit } };
}

/** The leaves stand in a rack of their own above the servers' rack: three links of two fabrics loop from one to the other. */
function createStacked(): Design {
  const small = createGrouped([rack, { kind: 'rack', id: 'rack-2' }]);
  const fabric = small.fabrics['fabric-1'] as Fabric;
  const placement = small.placements['placement-1'] as Placement;
  const link = small.links['link-1'] as Link;
  return {
    ...small,
    fabrics: { 'fabric-1': fabric, 'fabric-2': { ...fabric, id: 'fabric-2', name: 'Storage' } },
    racks: {
      ...small.racks,
      'rack-2': { ...(small.racks['rack-1'] as Rack), id: 'rack-2', position: { x: 300, y: -400 } },
    },
    placements: {
      ...small.placements,
      'placement-2': {
        ...placement,
        id: 'placement-2',
        deviceId: 'leaf-1',
        rackId: 'rack-2',
        memberCount: 2,
        perRack: 1,
      },
    },
    links: {
      'link-1': link,
      'link-2': { ...link, id: 'link-2' },
      'link-3': { ...link, id: 'link-3', fabricId: 'fabric-2' },
    },
  };
}

const rack = { kind: 'rack', id: 'rack-1' } as const;
const leaf = { kind: 'device', id: 'leaf-1' } as const;

describe('an open unit', () => {
  it('is a frame around its members, below them in order', () => {
    const { boxes, spots } = layOutCanvas(createGrouped([rack, leaf]));
    expect([...spots.keys()]).toEqual(['unit:u', 'rack:rack-1', 'device:gpu-1', 'device:leaf-1']);
    const frame = boxes.get('unit:u');
    for (const id of ['rack:rack-1', 'device:leaf-1']) {
      const box = boxes.get(id);
      if (!frame || !box) throw new Error('Both are drawn');
      expect(box.x).toBeGreaterThan(frame.x);
      expect(box.y).toBeGreaterThan(frame.y + 40);
      expect(box.x + box.width).toBeLessThan(frame.x + frame.width);
      expect(box.y + box.height).toBeLessThan(frame.y + frame.height);
    }
  });
});

describe('a frame with loops in it', () => {
  const design = createStacked();
  const plain = layOutCanvas({ ...design, links: {} }).boxes.get('unit:u');

  it('holds the lines and labels of links that loop beside its racks', () => {
    const frame = layOutCanvas(design).boxes.get('unit:u');
    const nodes = projectNodes(design, builtInCatalog, indexReport(null), []);
    const edges = projectEdges(design, nodes, indexReport(null), []);
    expect(edges.length).toBe(3);
    if (!frame || !plain) throw new Error('Both are drawn');
    for (const { data } of edges) {
      expect((data?.label.x ?? 0) + 44).toBeLessThan(frame.x + frame.width);
      expect((data?.label.x ?? 0) - 44).toBeGreaterThan(frame.x);
    }
    // Fabrics take turns: the first loops on the right, the second on the left.
    expect(frame.x).toBeLessThan(plain.x);
    expect(frame.x + frame.width).toBeGreaterThan(plain.x + plain.width);
  });

  it('does not grow for links that lead out of the unit', () => {
    const alone = { ...design, units: { u: { id: 'u', name: 'SU', members: [rack] } } };
    expect(layOutCanvas(alone).boxes.get('unit:u')).toEqual(layOutCanvas({ ...alone, links: {} }).boxes.get('unit:u'));
  });

  it('grows for a ring among the members of one group', () => {
    const link = design.links['link-1'] as Link;
    const ring: Link = { ...link, id: 'ring', b: link.a };
    const free = { ...createGrouped([rack]), links: { ring } };
    expect(layOutCanvas(free).boxes.get('unit:u')?.width).toBeGreaterThan(
      layOutCanvas({ ...free, links: {} }).boxes.get('unit:u')?.width ?? 0,
    );
  });
});

describe('a collapsed unit', () => {
  it('is one tile at the corner of the frame, which stands for all that is in it', () => {
    const frame = layOutCanvas(createGrouped([rack])).boxes.get('unit:u');
    const { boxes, spots, tileOf } = layOutCanvas(createGrouped([rack], true));
    expect([...spots.keys()]).toEqual(['unit:u', 'device:leaf-1']);
    expect(boxes.get('unit:u')).toMatchObject({ x: frame?.x, y: frame?.y });
    expect(Object.fromEntries(tileOf)).toEqual({ 'rack:rack-1': 'unit:u', 'device:gpu-1': 'unit:u' });
  });
});

describe('narrowFrames', () => {
  it('leaves of an open frame where its name is, and tiles as they are', () => {
    const open = layOutCanvas(createGrouped([rack, leaf]));
    expect(narrowFrames(open.boxes, open.units).get('unit:u')?.height).toBeLessThan(60);
    const collapsed = layOutCanvas(createGrouped([rack], true));
    expect(narrowFrames(collapsed.boxes, collapsed.units)).toEqual(collapsed.boxes);
  });
});

describe('stretchFrames', () => {
  it('keeps the frame around members that are dragged', () => {
    const design = createGrouped([rack, leaf]);
    const layout = layOutCanvas(design);
    const before = layout.boxes.get('unit:u');
    const box = layout.boxes.get('device:leaf-1');
    if (!before || !box) throw new Error('Both are drawn');
    const moving = new Map([['device:leaf-1', { x: box.x - 400, y: box.y }]]);
    expect(stretchFrames(design, layout, moving, new Set()).get('unit:u')).toEqual({
      ...before,
      x: before.x - 400,
      width: before.width + 400,
    });
    expect(stretchFrames(design, layout, new Map(), new Set()).size).toBe(0);
    const without = stretchFrames(design, layout, moving, new Set(['device:leaf-1']));
    expect(without.get('unit:u')?.width).toBe((layout.boxes.get('rack:rack-1')?.width ?? 0) + 48);
  });
});
