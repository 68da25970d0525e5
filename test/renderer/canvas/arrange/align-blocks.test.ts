import { describe, expect, it } from 'vitest';
import { alignBlocks, distributeBlocks } from '../../../../renderer/canvas/arrange/align-blocks.ts';
import type { Block } from '../../../../renderer/canvas/arrange/block.ts';

function createBlock(id: string, x: number, y: number, options: { width?: number; isLocked?: boolean } = {}): Block {
  const { width = 100, isLocked = false } = options;
  return { key: id, box: { x, y, width, height: 50 }, members: [{ kind: 'device', id }], isLocked };
}

describe('alignBlocks', () => {
  const blocks = [createBlock('a', 0, 10), createBlock('b', 40, 200, { width: 300 })];

  it('uses the edges and middles of what surrounds them all', () => {
    // They reach from 0 to 340 and from 10 to 250.
    expect([...alignBlocks(blocks, 'left').values()].map(({ x }) => x)).toEqual([0, 0]);
    expect([...alignBlocks(blocks, 'centre').values()].map(({ x }) => x)).toEqual([120, 20]);
    expect([...alignBlocks(blocks, 'right').values()].map(({ x }) => x)).toEqual([240, 40]);
    expect([...alignBlocks(blocks, 'top').values()].map(({ y }) => y)).toEqual([10, 10]);
    expect([...alignBlocks(blocks, 'middle').values()].map(({ y }) => y)).toEqual([105, 105]);
    expect([...alignBlocks(blocks, 'bottom').values()].map(({ y }) => y)).toEqual([200, 200]);
  });

  it('lines up with what is locked and leaves that alone', () => {
    const places = alignBlocks([...blocks, createBlock('c', 60, 400, { isLocked: true })], 'left');
    expect(places).toEqual(
      new Map([
        ['a', { x: 60, y: 10 }],
        ['b', { x: 60, y: 200 }],
      ]),
    );
  });
});

describe('distributeBlocks', () => {
  it('makes equal gaps and leaves the outermost where they are', () => {
    const blocks = [createBlock('c', 500, 0), createBlock('a', 0, 0), createBlock('b', 120, 7, { width: 200 })];
    // 600 px in all, 400 taken: two gaps of 100.
    expect(distributeBlocks(blocks, 'horizontally')).toEqual(
      new Map([
        ['a', { x: 0, y: 0 }],
        ['b', { x: 200, y: 7 }],
        ['c', { x: 500, y: 0 }],
      ]),
    );
  });

  it('spreads what lies on top of each other, with a gap', () => {
    const blocks = [createBlock('a', 0, 0), createBlock('b', 0, 10), createBlock('c', 0, 20)];
    expect([...distributeBlocks(blocks, 'vertically').values()].map(({ y }) => y)).toEqual([0, 74, 148]);
  });

  it('spreads between locked ones without moving them', () => {
    const blocks = [
      createBlock('a', 0, 0, { isLocked: true }),
      createBlock('b', 110, 0),
      createBlock('c', 300, 0, { isLocked: true }),
      createBlock('d', 420, 0),
      createBlock('e', 700, 0),
    ];
    // Between a and c: 400 px, 300 taken, gaps of 50. From c on: 500 px, 300 taken, gaps of 100.
    expect(distributeBlocks(blocks, 'horizontally')).toEqual(
      new Map([
        ['b', { x: 150, y: 0 }],
        ['d', { x: 500, y: 0 }],
        ['e', { x: 700, y: 0 }],
      ]),
    );
  });
});
