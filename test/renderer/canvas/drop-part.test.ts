import { describe, expect, it } from 'vitest';
import { planDrop } from '../../../renderer/canvas/drop-part.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();

function drop(partId: string, hit: string | null, owner = design) {
  const part = builtInCatalog.byId.get(partId);
  if (!part) throw new Error(`no part ${partId}`);
  return planDrop(owner, builtInCatalog, part, hit);
}

describe('planDrop', () => {
  it('puts servers and switches into the rack under the pointer, also over a device in it', () => {
    const intoRack = { canvasId: 'rack:rack-1', isAllowed: true, rackId: 'rack-1' };
    expect(drop('qm9700', 'rack:rack-1')).toEqual(intoRack);
    expect(drop('qm9700', 'device:gpu-1')).toEqual(intoRack);
    const freeStanding = { canvasId: null, isAllowed: true, isFree: true };
    expect(drop('dgx-h100', 'device:leaf-1')).toEqual(freeStanding);
    expect(drop('dgx-h100', null)).toEqual(freeStanding);
  });

  it('says before it is let go that a rack has no room', () => {
    const rack = design.racks['rack-1'];
    if (!rack) throw new Error('the rack is missing');
    const low = { ...design, racks: { 'rack-1': { ...rack, heightUnits: 4 } } };
    const plan = drop('dgx-h100', 'rack:rack-1', low);
    expect(plan).toMatchObject({ canvasId: 'rack:rack-1', isAllowed: false, rackId: 'rack-1' });
    expect(plan.refusal).toMatch(/U free, DGX H100 needs 8 U\.$/);
  });

  it('lets an optic onto a link it fits and onto nothing else', () => {
    expect(drop('mma4z00-ns', 'link:link-1')).toMatchObject({ isAllowed: true, linkId: 'link-1' });
    expect(drop('mma4z00-ns', 'device:leaf-1')).toMatchObject({ isAllowed: false });
    expect(drop('g-10-t', 'link:link-1')).toMatchObject({ isAllowed: false, linkId: 'link-1' });
  });
});
