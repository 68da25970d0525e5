import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Design, LinkEnd } from '#core/design/design.ts';
import type { LinkGesture } from '../../../renderer/canvas/interaction.ts';
import { describeOver, judgeItem } from '../../../renderer/canvas/link-ends.ts';
import { findLinkTargets } from '../../../renderer/canvas/link-targets.ts';
import { listDevicesOf } from '../../../renderer/canvas/stands-for.ts';
import { closeDesign, openDesign } from '../../../renderer/store/design-store.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const small = createSmallDesign();
const leaf = small.devices['leaf-1'] as Design['devices'][string];
const design: Design = {
  ...small,
  devices: { ...small.devices, spine: { ...leaf, id: 'spine', name: 'spine', position: { x: 900, y: 0 } } },
  racks: { ...small.racks, bare: { ...(small.racks['rack-1'] as Design['racks'][string]), id: 'bare', name: 'Bare' } },
  units: {
    pod: {
      id: 'pod',
      name: 'Pod',
      members: [
        { kind: 'rack', id: 'rack-1' },
        { kind: 'device', id: 'leaf-1' },
      ],
    },
  },
};

beforeEach(() => openDesign(design, null));
afterEach(closeDesign);

describe('listDevicesOf', () => {
  it('is the device itself, what stands in a rack, and all that is in a unit', () => {
    expect(listDevicesOf(design, 'device:spine')).toEqual(['spine']);
    expect(listDevicesOf(design, 'rack:rack-1')).toEqual(['gpu-1']);
    expect(listDevicesOf(design, 'rack:bare')).toEqual([]);
    expect(listDevicesOf(design, 'unit:pod')).toEqual(['gpu-1', 'leaf-1']);
    expect(listDevicesOf(design, 'link:link-1')).toEqual([]);
  });
});

describe('judgeItem', () => {
  const judge = (from: LinkEnd, canvasId: string) => {
    const targets = findLinkTargets(design, builtInCatalog, null, from);
    const gesture = { from, refusals: targets.refusals } as LinkGesture;
    return judgeItem(gesture, targets, canvasId);
  };
  const fromSpine = { deviceId: 'spine', blockId: 'data' };

  it('aims at the one device there is, and asks where there are several', () => {
    expect(judge(fromSpine, 'rack:rack-1').target?.end.deviceId).toBe('gpu-1');
    const over = judge(fromSpine, 'unit:pod');
    expect(over).toEqual({ target: null, over: 'unit:pod' });
    expect(describeOver('unit:pod', over)).toBe('2 device groups: click to choose');
    expect(describeOver('rack:rack-1', judge(fromSpine, 'rack:rack-1'))).toBe('Link to gpu');
  });

  it('points at an empty rack, so that it can be said why, and never at its own start or a link', () => {
    expect(judge(fromSpine, 'rack:bare')).toEqual({ target: null, over: 'rack:bare' });
    expect(judge(fromSpine, 'device:spine')).toEqual({ target: null, over: null });
    expect(judge(fromSpine, 'link:link-1')).toEqual({ target: null, over: null });
    // In the unit only the other device is left.
    expect(judge({ deviceId: 'leaf-1', blockId: 'data' }, 'unit:pod').target?.end.deviceId).toBe('gpu-1');
  });
});
