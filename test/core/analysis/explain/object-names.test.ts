import { describe, expect, it } from 'vitest';
import { nameLink, nameMember } from '#core/analysis/explain/object-names.ts';
import { drawDesign, drawDevice, drawLink, evaluate } from '../../../support/draw.ts';

function drawPair() {
  const design = drawDesign();
  drawDevice(design, 'device-1', 'dgx-h100', 'endpoint', 4, { name: 'DGX H100' });
  drawDevice(design, 'device-2', 'qm9700', 'leaf', 4, {
    name: 'Leaf',
    membersPerPod: 2,
    nameTemplate: 'su{pod}-leaf-{i:2}',
  });
  return design;
}

describe('a link in a text', () => {
  it('is called by the groups it joins', () => {
    const design = drawPair();
    drawLink(design, 'device-1.compute', 'device-2.data', { pattern: 'spread', speedGbps: 400 });
    expect(nameLink(evaluate(design).netlist, 'link-1')).toBe('DGX H100 to Leaf');
  });

  it('is numbered among those of one fabric that join the same groups', () => {
    const design = drawPair();
    for (const _ of [1, 2])
      drawLink(design, 'device-1.compute', 'device-2.data', { pattern: 'spread', speedGbps: 400 });
    expect(nameLink(evaluate(design).netlist, 'link-2')).toBe('DGX H100 to Leaf (2 of 2)');
  });

  it('is told by its fabric where that is enough', () => {
    const design = drawPair();
    design.fabrics['storage'] = { ...design.fabrics['compute']!, id: 'storage', name: 'Storage' };
    drawLink(design, 'device-1.compute', 'device-2.data', { pattern: 'spread', speedGbps: 400 });
    drawLink(design, 'device-1.compute', 'device-2.data', { pattern: 'spread', speedGbps: 400, fabricId: 'storage' });
    expect(nameLink(evaluate(design).netlist, 'link-2')).toBe('DGX H100 to Leaf, Storage');
  });
});

it('a member is called as its template says, pods counted', () => {
  expect(nameMember(evaluate(drawPair()).netlist, 'device-2', 2)).toBe('su2-leaf-03');
});
