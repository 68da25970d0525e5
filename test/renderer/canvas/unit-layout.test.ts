import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { indexReport } from '../../../renderer/canvas/index-report.ts';
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
    const nodes = projectNodes(design, builtInCatalog, indexReport(null), []);
    const before = layout.boxes.get('unit:u');
    const box = layout.boxes.get('device:leaf-1');
    if (!before || !box) throw new Error('Both are drawn');
    const moving = new Map([['device:leaf-1', { x: box.x - 400, y: box.y }]]);
    const frame = stretchFrames(design, layout, nodes, moving, new Set()).find(({ id }) => id === 'unit:u');
    expect(frame?.position).toEqual({ x: before.x - 400, y: before.y });
    expect(frame?.width).toBe(before.width + 400);
    expect(stretchFrames(design, layout, nodes, new Map(), new Set())).toBe(nodes);
    const without = stretchFrames(design, layout, nodes, moving, new Set(['device:leaf-1']));
    expect(without.find(({ id }) => id === 'unit:u')?.width).toBe((layout.boxes.get('rack:rack-1')?.width ?? 0) + 48);
  });
});
