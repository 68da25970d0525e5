import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { design, closeDesign, designStore, openDesign, undo } from '../../../renderer/store/design-store.ts';
import { canLeaveUnit, joinUnit, leaveUnit, listUnitsToJoin } from '../../../renderer/store/unit-moves.ts';
import { clearSelection, select, setScreen, viewStore } from '../../../renderer/store/view-store.ts';
import { EditSession } from '../../support/edit-session.ts';

const device = (id: string) => ({ kind: 'device' as const, id });
const rack = { kind: 'rack' as const, id: 'rack-1' };

/** Pod A holds a rack and a leaf, Pod B a spine; `free` is in none and far off. */
function createPods() {
  return new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 2, name: 'Rack', position: { x: 0, y: 0 } })
    .addDevice('gpu', 'dgx-h100', 2, { rack: { rackId: 'rack-1', placementId: 'placement-1' } })
    .addDevice('leaf', 'qm9700', 1, { name: 'leaf', position: { x: 400, y: 0 } })
    .addDevice('spine', 'qm9700', 1, { name: 'spine', position: { x: 0, y: 2000 } })
    .addDevice('free', 'qm9700', 1, { name: 'free', position: { x: 5000, y: 5000 } })
    .run('addUnit', { id: 'a', name: 'Pod A', items: [rack, device('leaf')] })
    .run('addUnit', { id: 'b', name: 'Pod B', items: [device('spine')] }).design;
}

beforeEach(() => {
  openDesign(createPods(), null);
  setScreen('studio');
});
afterEach(() => {
  clearSelection();
  setScreen('start');
  closeDesign();
});

const lastStep = (): string | undefined => designStore.getState().edit.undoStack.at(-1)?.description;

describe('units by keys', () => {
  it('are offered to what is not in them yet', () => {
    select([device('free')]);
    expect(listUnitsToJoin().map(({ name }) => name)).toEqual(['Pod A', 'Pod B']);
    select([device('gpu')]);
    expect(listUnitsToJoin().map(({ name }) => name)).toEqual(['Pod B']);
    clearSelection();
    expect(listUnitsToJoin()).toEqual([]);
  });

  it('take the selection in beside their members, as one step', () => {
    const before = design();
    select([device('free')]);
    joinUnit('a');
    expect(design().units?.['a']?.members).toEqual([rack, device('leaf'), device('free')]);
    expect(design().devices['free']?.position.x).toBeLessThan(1200);
    expect(design().devices['free']?.position.y).toBeLessThan(500);
    expect(lastStep()).toBe('put free into Pod A');
    expect(viewStore.getState().selection).toEqual([device('free')]);
    undo();
    expect(design()).toEqual(before);
  });

  it('let members go clear of the frame, and take a rack for the server in it', () => {
    select([device('leaf')]);
    expect(canLeaveUnit()).toBe(true);
    leaveUnit();
    expect(design().units?.['a']?.members).toEqual([rack]);
    // A rack is 272 px wide, and its frame 24 px wider.
    expect(design().devices['leaf']?.position.x).toBeGreaterThan(296);
    expect(lastStep()).toBe('take leaf out of Pod A');
    select([device('gpu')]);
    expect(canLeaveUnit()).toBe(false);
    joinUnit('b');
    expect(design().units?.['b']?.members).toEqual([device('spine'), rack]);
    expect(design().units?.['a']).toBeUndefined();
  });
});
