import { beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { catalog, design, designStore, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import { deleteSelection } from '../../../renderer/store/edit-selection.ts';
import {
  aimMove,
  cancelMove,
  commitMove,
  moveStore,
  seekSeat,
  startMove,
} from '../../../renderer/store/member-move.ts';
import { select, viewStore } from '../../../renderer/store/view-store.ts';

const at = { x: 0, y: 0 };
const seatOf = (deviceId: string, member: number) => {
  const seat = findMemberSeat(design(), catalog(), deviceId, member);
  return seat && [seat.rackIndex, seat.bottomUnit];
};
const target = (rackIndex: number, bottomUnit: number) => ({ rackId: 'rack', rackIndex, bottomUnit });
const server = { kind: 'members', members: [{ deviceId: 'dgx', member: 0, unitOffset: 0 }] } as const;
const stepCount = (): number => designStore.getState().edit.undoStack.length;

/** Two racks of 42 units; a DGX H100 (8 units) at units 1 to 8 of each. */
beforeEach(() => {
  openDesign(createDesign('Test'), null);
  dispatch({ name: 'addRack', args: { id: 'rack', partId: null, count: 2, position: at } });
  dispatch({ name: 'addDevice', args: { id: 'dgx', partId: 'dgx-h100', count: 2, position: at } });
  dispatch({ name: 'placeDevice', args: { deviceId: 'dgx', rackId: 'rack', placementId: 'placement-1', perRack: 1 } });
});

describe('a device on its way', () => {
  it('changes nothing until it is set down, which is one step and chooses it', () => {
    const before = stepCount();
    startMove('pointer', server);
    aimMove(target(1, 9));
    expect(seatOf('dgx', 0)).toEqual([0, 1]);
    expect(commitMove()).toBe(true);
    expect(seatOf('dgx', 0)).toEqual([1, 9]);
    expect(seatOf('dgx', 1)).toEqual([1, 1]);
    expect(stepCount()).toBe(before + 1);
    expect(viewStore.getState().selection).toEqual([{ kind: 'device', id: 'dgx', member: 0 }]);
    undo();
    expect(seatOf('dgx', 0)).toEqual([0, 1]);
  });

  it('is not set down where another stands: keys hold on to it, the pointer lets go', () => {
    startMove('keys', server);
    aimMove(target(1, 4));
    expect(moveStore.getState().move?.preview?.refusal).toMatch(/stands there/);
    expect(commitMove()).toBe(false);
    expect(moveStore.getState().move).not.toBeNull();
    cancelMove();
    startMove('pointer', server);
    aimMove(target(1, 4));
    expect(commitMove()).toBe(false);
    expect(moveStore.getState().move).toBeNull();
    expect(seatOf('dgx', 0)).toEqual([0, 1]);
  });

  it('finds the nearest free units of a rack', () => {
    startMove('keys', server);
    expect(seekSeat(server, target(1, 3), 42)).toEqual(target(1, 9));
    expect(seekSeat(server, target(1, 40), 42)).toEqual(target(1, 35));
  });

  it('leaves the racks over the shelf, and comes back as many as fit', () => {
    startMove('pointer', server);
    aimMove(null, true);
    expect(commitMove()).toBe(true);
    expect(seatOf('dgx', 0)).toBeNull();
    select([{ kind: 'device', id: 'dgx', member: 1 }]);
    deleteSelection();
    expect(seatOf('dgx', 1)).toBeNull();
    expect(design().devices['dgx']?.count).toBe(2);
    startMove('pointer', { kind: 'unracked', deviceId: 'dgx', run: { first: 0, count: 2 }, isFilling: true });
    aimMove(target(0, 20));
    expect(commitMove()).toBe(true);
    expect([seatOf('dgx', 0), seatOf('dgx', 1)]).toEqual([
      [0, 20],
      [0, 28],
    ]);
  });

  it('can be a part of the palette, added and placed in one step', () => {
    const before = stepCount();
    startMove('pointer', { kind: 'part', partId: 'qm9700', deviceId: 'device-1' });
    aimMove(target(1, 42));
    expect(commitMove()).toBe(true);
    expect(seatOf('device-1', 0)).toEqual([1, 42]);
    expect(stepCount()).toBe(before + 1);
  });
});
