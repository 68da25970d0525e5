import { describe, expect, it } from 'vitest';
import { planDrop } from '../../../renderer/canvas/drop-part.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const design = createSmallDesign();

function drop(partId: string, hit: string | null) {
  const part = builtInCatalog.byId.get(partId);
  if (!part) throw new Error(`no part ${partId}`);
  return planDrop(design, builtInCatalog, part, hit);
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

  it('lets an optic onto a link it fits and onto nothing else', () => {
    expect(drop('mma4z00-ns', 'link:link-1')).toMatchObject({ isAllowed: true, linkId: 'link-1' });
    expect(drop('mma4z00-ns', 'device:leaf-1')).toMatchObject({ isAllowed: false });
    expect(drop('g-10-t', 'link:link-1')).toMatchObject({ isAllowed: false, linkId: 'link-1' });
  });
});
