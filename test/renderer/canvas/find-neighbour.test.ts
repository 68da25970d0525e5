import { describe, expect, it } from 'vitest';
import { findFirst, findNeighbour } from '../../../renderer/canvas/find-neighbour.ts';

const box = (x: number, y: number, width = 100, height = 50) => ({ x, y, width, height });

describe('findNeighbour', () => {
  const boxes = new Map([
    ['a', box(0, 0)],
    ['b', box(300, 10)],
    ['c', box(10, 200)],
    ['d', box(150, 60)],
  ]);

  it('prefers what lies straight ahead to what is nearer but off to the side', () => {
    expect(findNeighbour(boxes, 'a', 'right')).toBe('d');
    expect(findNeighbour(boxes, 'a', 'down')).toBe('c');
    expect(findNeighbour(boxes, 'c', 'up')).toBe('a');
  });

  it('stays when nothing lies that way, and starts at the top left', () => {
    expect(findNeighbour(boxes, 'a', 'up')).toBeNull();
    expect(findNeighbour(boxes, null, 'down')).toBe('a');
    expect(findFirst(new Map())).toBeNull();
  });
});
