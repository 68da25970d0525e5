import { assert, double, property, record, array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLabelRoom } from '../../../renderer/canvas/label-room.ts';

const side = double({ min: 1, max: 700, noNaN: true });
const place = double({ min: -2000, max: 2000, noNaN: true });
const boxes = record({ x: place, y: place, width: side, height: side });

describe('the room for labels', () => {
  it('says the same as looking at every box', () => {
    assert(
      property(array(boxes, { maxLength: 20 }), boxes, (taken, asked) => {
        const isFree = taken.every(
          (box) =>
            asked.x >= box.x + box.width ||
            box.x >= asked.x + asked.width ||
            asked.y >= box.y + box.height ||
            box.y >= asked.y + asked.height,
        );
        expect(createLabelRoom(taken).isFree(asked)).toBe(isFree);
      }),
    );
  });

  it('is taken by what is taken in the room under it, and leaves that as it is', () => {
    const label = { x: 10, y: 10, width: 70, height: 22 };
    const under = createLabelRoom([label]);
    const room = createLabelRoom([], under);
    const beside = { ...label, x: 200 };
    expect(room.isFree(label)).toBe(false);
    room.take(beside);
    expect([room.isFree(beside), under.isFree(beside)]).toEqual([false, true]);
  });

  it('is open to the owner of what is in the way', () => {
    const line = { x: 0, y: 0, width: 8, height: 300 };
    const label = { x: -30, y: 100, width: 70, height: 22 };
    const room = createLabelRoom([]);
    room.take(line, 'link-1');
    expect([undefined, 'link-1', 'link-2'].map((owner) => room.isFree(label, owner))).toEqual([false, true, false]);
  });

  it('is taken by what comes later too', () => {
    const room = createLabelRoom([]);
    const label = { x: 10, y: 10, width: 70, height: 22 };
    expect(room.isFree(label)).toBe(true);
    room.take(label);
    expect(room.isFree({ ...label, x: 60 })).toBe(false);
    expect(room.isFree({ ...label, x: 80 })).toBe(true);
  });
});
