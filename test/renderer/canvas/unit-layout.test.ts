import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
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
