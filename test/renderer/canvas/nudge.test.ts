import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { nudgeSelection } from '../../../renderer/canvas/nudge.ts';
import { closeDesign, design, designStore, openDesign } from '../../../renderer/store/design-store.ts';
import { noticeStore, withdrawNotice } from '../../../renderer/store/notice-store.ts';
import { clearSelection, select, setScreen } from '../../../renderer/store/view-store.ts';
import { createLink, EditSession } from '../../support/edit-session.ts';

/** A server in a rack, a free leaf, and a pod of two free spines, one of them locked. */
function createFloor() {
  const session = new EditSession()
    .run('addRack', { id: 'rack-1', partId: null, count: 2, name: 'Rack 1', position: { x: 0, y: 0 } })
    .addDevice('gpu', 'dgx-h200', 2, { name: 'GPU', rack: { rackId: 'rack-1', placementId: 'place-1' } })
    .addDevice('leaf', 'qm9700', 1, { name: 'Leaf', position: { x: 400, y: 0 } })
    .addDevice('spine-1', 'qm9700', 1, { name: 'Spine 1', position: { x: 0, y: 800 } })
    .addDevice('spine-2', 'qm9700', 1, { name: 'Spine 2', position: { x: 400, y: 800 } });
  return session
    .addLink(createLink('link', 'gpu', 'compute', 'leaf', 'data', {}))
    .run('addUnit', {
      id: 'pod',
      name: 'Pod',
      items: [
        { kind: 'device', id: 'spine-1' },
        { kind: 'device', id: 'spine-2' },
      ],
    })
    .run('setLock', { items: [{ kind: 'device', id: 'spine-2' }], locked: true }).design;
}

beforeEach(() => {
  openDesign(createFloor(), null);
  setScreen('studio');
  withdrawNotice();
});
afterEach(() => {
  clearSelection();
  setScreen('start');
  closeDesign();
});

/** What is said when the selection is moved down by a key. */
function nudge(...refs: readonly ObjectRef[]): string | undefined {
  select(refs);
  nudgeSelection('down', 10, 0);
  return noticeStore.getState().latest?.message;
}

describe('an arrow with Alt', () => {
  it('moves what can be moved, and says nothing of the rest', () => {
    expect(nudge({ kind: 'device', id: 'leaf' }, { kind: 'device', id: 'gpu' })).toBeUndefined();
    expect(design().devices['leaf']?.position).toEqual({ x: 400, y: 10 });
    expect(nudge({ kind: 'rack', id: 'rack-1' })).toBeUndefined();
    expect(design().racks['rack-1']?.position).toEqual({ x: 0, y: 10 });
  });

  it('says of a device in a rack that it goes with the rack', () => {
    const before = designStore.getState().edit;
    expect(nudge({ kind: 'device', id: 'gpu' })).toBe('GPU stands in Rack 1: move the rack, or take GPU out of it.');
    expect(designStore.getState().edit).toBe(before);
  });

  it('says what holds a unit, and moves none of its members', () => {
    const before = designStore.getState().edit;
    expect(nudge({ kind: 'unit', id: 'pod' })).toBe('Spine 2 is locked: unlock it to move it.');
    expect(designStore.getState().edit).toBe(before);
  });

  it('says what to select when nothing selected has a place of its own', () => {
    expect(nudge({ kind: 'link', id: 'link' })).toMatch(/^Nothing selected can be moved: select racks/);
    expect(nudge()).toMatch(/^Nothing selected can be moved: select racks/);
  });
});
