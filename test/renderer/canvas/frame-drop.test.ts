import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import type { Unit } from '#core/design/unit.ts';
import { layOutCanvas } from '../../../renderer/canvas/canvas-layout.ts';
import { findFrameDrop, NO_FRAMES } from '../../../renderer/canvas/frame-drop.ts';
import type { Point } from '../../../renderer/canvas/route-link.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const small = createSmallDesign();
const leaf = small.devices['leaf-1'] as Design['devices'][string];
/** A unit of the rack and a spine far to the left of the leaf, which is in none. */
const design: Design = {
  ...small,
  devices: { ...small.devices, spine: { ...leaf, id: 'spine', name: 'spine', position: { x: 600, y: 0 } } },
  units: {
    pod: {
      id: 'pod',
      name: 'Pod',
      members: [
        { kind: 'rack', id: 'rack-1' },
        { kind: 'device', id: 'spine' },
      ],
    },
  },
};
const leafRef = { kind: 'device', id: 'leaf-1' } as const;
const frame = layOutCanvas(design).boxes.get('unit:pod') ?? { x: 0, y: 0, width: 0, height: 0 };

const drop = (moving: Record<string, Point>, pointer: Point, isCopy = false) =>
  findFrameDrop(design, layOutCanvas(design), new Map(Object.entries(moving)), pointer, isCopy);

describe('findFrameDrop', () => {
  it('joins the open unit under the pointer, which its own members do not', () => {
    const inside = { x: frame.x + 10, y: frame.y + 10 };
    expect(drop({ 'device:leaf-1': inside }, inside)).toEqual({ ...NO_FRAMES, unitId: 'pod' });
    expect(drop({ 'device:spine': inside }, inside)).toEqual(NO_FRAMES);
    expect(drop({ 'device:spine': inside }, inside, true).unitId).toBe('pod');
    expect(drop({ 'device:leaf-1': inside }, { x: frame.x - 1, y: frame.y })).toEqual(NO_FRAMES);
  });

  it('joins a collapsed unit whose tile is under the pointer, which is dropped on no other', () => {
    const units = { pod: { ...(design.units?.['pod'] as Unit), collapsed: true as const } };
    const folded: Design = {
      ...design,
      units: { ...units, other: { id: 'other', name: 'Other', members: [leafRef] } },
    };
    const layout = layOutCanvas(folded);
    const tile = layout.boxes.get('unit:pod') ?? { x: 0, y: 0, width: 0, height: 0 };
    const inside = { x: tile.x + tile.width - 10, y: tile.y + 10 };
    const over = (id: string) => findFrameDrop(folded, layout, new Map([[id, inside]]), inside, false);
    expect(over('device:leaf-1')).toMatchObject({ rackId: null, unitId: 'pod' });
    expect(over('unit:other').unitId).toBeNull();
  });

  it('puts devices into the rack under the pointer, and racks into none', () => {
    const overRack = { x: 350, y: 20 };
    expect(drop({ 'device:leaf-1': overRack }, overRack)).toEqual({ ...NO_FRAMES, rackId: 'rack-1' });
    expect(drop({ 'rack:rack-1': overRack, 'device:leaf-1': overRack }, overRack).rackId).toBeNull();
  });

  it('lets a member go that has come well out of the frame, and keeps one that was nudged at its edge', () => {
    const out = { x: frame.x + frame.width + 1000, y: 0 };
    expect([...drop({ 'device:spine': out }, out).leaves]).toEqual(['device:spine']);
    const edge = { x: frame.x + frame.width - 100, y: 0 };
    expect(drop({ 'device:spine': edge }, { x: frame.x + frame.width + 40, y: 20 }).leaves.size).toBe(0);
    expect(drop({ 'device:spine': out }, out, true).leaves.size).toBe(0);
  });

  it('lets nobody go when all of the unit is dragged', () => {
    const out = { x: frame.x + frame.width + 1000, y: 0 };
    expect(drop({ 'device:spine': out, 'rack:rack-1': out }, out).leaves.size).toBe(0);
    expect(drop({ 'unit:pod': out, 'device:spine': out, 'rack:rack-1': out }, out)).toEqual(NO_FRAMES);
  });
});
