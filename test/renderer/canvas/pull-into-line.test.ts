import { describe, expect, it } from 'vitest';
import { NO_KEYS } from '../../../renderer/canvas/drag-keys.ts';
import { pullIntoLine } from '../../../renderer/canvas/pull-into-line.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const small = createSmallDesign();
const keys = NO_KEYS;
const everywhere = { sight: { x: -2000, y: -2000, width: 4000, height: 4000 }, reachPx: 6 };
/** The leaf starts at 0.5, -200; the rack is at 300, 0. */
const moved = new Map([['device:leaf-1', { x: 297, y: -180 }]]);

describe('pullIntoLine', () => {
  it('pulls what is dragged into line with what is in sight', () => {
    const { moving, guides } = pullIntoLine(small, moved, keys, everywhere);
    expect(moving.get('device:leaf-1')).toEqual({ x: 300, y: -180 });
    expect(guides).toMatchObject([{ kind: 'line', axis: 'x', at: 300 }]);
    const elsewhere = { ...everywhere, sight: { x: -2000, y: -2000, width: 2100, height: 4000 } };
    expect(pullIntoLine(small, moved, keys, elsewhere).guides).toEqual([]);
  });

  it('goes exactly where the pointer is with Ctrl', () => {
    expect(pullIntoLine(small, moved, { ...keys, isFree: true }, everywhere)).toEqual({ moving: moved, guides: [] });
  });

  it('goes along one axis with Shift: the one it went further on', () => {
    const { moving } = pullIntoLine(small, moved, { ...keys, isStraight: true }, everywhere);
    expect(moving.get('device:leaf-1')).toEqual({ x: 300, y: -200 });
  });

  it('takes no notice of the frame around what moves, nor of what is in a rack', () => {
    const members = [{ kind: 'device' as const, id: 'leaf-1' }];
    const grouped = { ...small, racks: {}, placements: {}, units: { pod: { id: 'pod', name: 'Pod', members } } };
    const alone = { ...grouped, devices: { 'leaf-1': small.devices['leaf-1'] as never } };
    const near = new Map([['device:leaf-1', { x: 2, y: -200 }]]);
    expect(pullIntoLine(alone, near, keys, everywhere).guides).toEqual([]);
  });
});
