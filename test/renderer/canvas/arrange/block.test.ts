import { describe, expect, it } from 'vitest';
import { listAllBlocks, listMoves, pickBlocks } from '../../../../renderer/canvas/arrange/block.ts';
import { createSmallDesign } from '../../../support/small-design.ts';

const small = createSmallDesign();

describe('pickBlocks', () => {
  it('takes a rack with what stands in it as one, and a free device by itself', () => {
    expect(listAllBlocks(small).map(({ key }) => key)).toEqual(['rack:rack-1', 'device:leaf-1']);
    expect(pickBlocks(small, [{ kind: 'device', id: 'gpu-1' }])).toEqual([]);
    expect(pickBlocks(small, [{ kind: 'link', id: 'link-1' }])).toEqual([]);
    const [rack] = pickBlocks(small, [{ kind: 'rack', id: 'rack-1' }]);
    expect(rack?.box).toMatchObject({ x: 300, y: 0 });
  });

  it('takes a unit with all its members as one, wherever they were named too', () => {
    const members = [
      { kind: 'rack' as const, id: 'rack-1' },
      { kind: 'device' as const, id: 'leaf-1' },
    ];
    const grouped = { ...small, units: { pod: { id: 'pod', name: 'Pod', members } } };
    const blocks = pickBlocks(grouped, [
      { kind: 'device', id: 'leaf-1' },
      { kind: 'unit', id: 'pod' },
    ]);
    expect(blocks.map(({ key }) => key)).toEqual(['unit:pod']);
    expect(blocks[0]?.members).toEqual(members);
    expect(pickBlocks(grouped, members).map(({ key }) => key)).toEqual(['unit:pod']);
    expect(pickBlocks(grouped, members.slice(1)).map(({ key }) => key)).toEqual(['device:leaf-1']);
    // What a tile hides is the tile.
    const collapsed = { ...grouped, units: { pod: { ...grouped.units.pod, collapsed: true as const } } };
    expect(pickBlocks(collapsed, [{ kind: 'device', id: 'gpu-1' }]).map(({ key }) => key)).toEqual(['unit:pod']);
  });
});

describe('listMoves', () => {
  it('moves the members by what the block moves, to half pixels; locked blocks stay', () => {
    const blocks = listAllBlocks(small);
    const places = new Map([
      ['device:leaf-1', { x: 100.4, y: -200 }],
      ['rack:rack-1', { x: 300, y: 0 }],
    ]);
    expect(listMoves(small, blocks, places)).toEqual([
      { kind: 'rack', id: 'rack-1', position: { x: 300, y: 0 } },
      { kind: 'device', id: 'leaf-1', position: { x: 100.5, y: -200 } },
    ]);
    const locked = blocks.map((block) => ({ ...block, isLocked: true }));
    expect(listMoves(small, locked, new Map([['rack:rack-1', { x: 0, y: 0 }]]))).toEqual([]);
  });
});
