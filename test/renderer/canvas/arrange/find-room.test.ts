import { describe, expect, it } from 'vitest';
import { findRoom } from '../../../../renderer/canvas/arrange/find-room.ts';

const wanted = { x: 0, y: 0, width: 100, height: 100 };

describe('findRoom', () => {
  it('stays where nothing is covered', () => {
    expect(findRoom(wanted, [{ x: 200, y: 0, width: 50, height: 50 }])).toEqual({ x: 0, y: 0 });
  });

  it('steps aside by the shortest way, with a gap', () => {
    expect(findRoom(wanted, [{ x: 80, y: -500, width: 50, height: 1000 }])).toEqual({ x: -68, y: 0 });
  });

  it('goes on past what stands there too', () => {
    const wall = { x: 80, y: -500, width: 50, height: 1000 };
    const second = { x: -100, y: 0, width: 90, height: 100 };
    const { x, y } = findRoom(wanted, [wall, second]);
    for (const box of [wall, second]) {
      const isApart = x >= box.x + box.width || box.x >= x + 100 || y >= box.y + box.height || box.y >= y + 100;
      expect(isApart).toBe(true);
    }
  });
});
