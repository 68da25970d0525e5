import { beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { addPartAt, addPartAtCentre } from '../../../renderer/store/add-part.ts';
import {
  catalog,
  createGestureId,
  design,
  designStore,
  dispatch,
  markSaved,
  openDesign,
  redo,
  selectIsDirty,
  undo,
} from '../../../renderer/store/design-store.ts';
import { deleteSelection, duplicateSelection, listSelectable } from '../../../renderer/store/edit-selection.ts';
import { noticeStore } from '../../../renderer/store/notice-store.ts';
import { select, toggleSelect, viewStore } from '../../../renderer/store/view-store.ts';

const isDirty = (): boolean => selectIsDirty(designStore.getState());
const stamp = { fileId: 'f', name: 'f.weft', hash: 'h' };

beforeEach(() => openDesign(createDesign('Test'), null));

describe('dispatch', () => {
  it('changes the design, and undo and redo walk the change', () => {
    expect(dispatch({ name: 'editDesignInfo', args: { name: 'Renamed' } })).toEqual([]);
    expect(design().name).toBe('Renamed');
    undo();
    expect(design().name).toBe('Test');
    redo();
    expect(design().name).toBe('Renamed');
  });

  it('shows why a command was refused and changes nothing', () => {
    const before = designStore.getState().edit;
    const reasons = dispatch({ name: 'setDeviceCount', args: { id: 'nobody', count: 2 } });
    expect(reasons).not.toHaveLength(0);
    expect(designStore.getState().edit).toBe(before);
    expect(noticeStore.getState().latest?.message).toContain(reasons[0]?.message);
  });

  it('joins the commands of one gesture into one step', () => {
    addPartAt('qm9700', { position: { x: 0, y: 0 } });
    const [id = ''] = Object.keys(design().devices);
    const gestureId = createGestureId();
    for (const x of [8, 16, 24]) {
      dispatch({ name: 'moveItems', args: { moves: [{ kind: 'device', id, position: { x, y: 0 } }] } }, gestureId);
    }
    undo();
    expect(design().devices[id]?.position).toEqual({ x: 0, y: 0 });
  });
});

describe('unsaved work', () => {
  it('begins with the first edit, ends with a save, and with undoing back to the saved state', () => {
    expect(isDirty()).toBe(false);
    dispatch({ name: 'editDesignInfo', args: { name: 'A' } });
    expect(isDirty()).toBe(true);
    markSaved(stamp);
    expect(isDirty()).toBe(false);
    dispatch({ name: 'editDesignInfo', args: { name: 'B' } });
    undo();
    expect(isDirty()).toBe(false);
    undo();
    expect(isDirty()).toBe(true);
  });

  it('stays when the design was edited while it was being saved', () => {
    dispatch({ name: 'editDesignInfo', args: { name: 'A' } });
    const saved = designStore.getState().edit;
    dispatch({ name: 'editDesignInfo', args: { name: 'B' } });
    markSaved(stamp, saved);
    expect(isDirty()).toBe(true);
  });

  it('is there from the start in a recovered design', () => {
    openDesign(createDesign('Recovered'), null, { unsaved: true });
    expect(isDirty()).toBe(true);
  });
});

describe('parts', () => {
  it('stand apart when added one after the other', () => {
    for (let i = 0; i < 4; i += 1) addPartAtCentre('qm9700');
    const corners = Object.values(design().devices).map(({ position }) => `${position.x} ${position.y}`);
    expect(new Set(corners).size).toBe(4);
  });

  it('say what to select first when they have nothing to go into', () => {
    addPartAtCentre('mma4z00-ns');
    expect(noticeStore.getState().latest?.message).toContain('Select a link first');
    expect(Object.keys(design().devices)).toHaveLength(0);
  });

  it('of the design itself are in its catalog, and only in its', () => {
    const own = { ...catalog().byId.get('qm9700'), id: 'own-switch', model: 'Own' } as never;
    expect(dispatch({ name: 'addPart', args: { part: own } })).toEqual([]);
    expect(catalog().byId.get('own-switch')?.model).toBe('Own');
    openDesign(createDesign('Other'), null);
    expect(catalog().byId.has('own-switch')).toBe(false);
  });
});

describe('the selection', () => {
  beforeEach(() => {
    addPartAt('qm9700', { position: { x: 0, y: 0 } });
    addPartAt('dgx-h100', { position: { x: 0, y: 300 } });
  });

  it('loses what is deleted or undone', () => {
    select(listSelectable());
    expect(viewStore.getState().selection).toHaveLength(2);
    undo();
    expect(viewStore.getState().selection).toHaveLength(1);
    deleteSelection();
    expect(viewStore.getState().selection).toHaveLength(0);
    expect(Object.keys(design().devices)).toHaveLength(0);
  });

  it('toggles one object at a time', () => {
    const [first, second] = listSelectable();
    if (!first || !second) throw new Error('two devices expected');
    select([first]);
    toggleSelect(second);
    toggleSelect(first);
    expect(viewStore.getState().selection).toEqual([second]);
  });

  it('moves to the copies, in one undo step', () => {
    select(listSelectable());
    duplicateSelection();
    expect(Object.keys(design().devices)).toHaveLength(4);
    const names = Object.values(design().devices).map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
    expect(viewStore.getState().selection.map((ref) => ref.id)).toEqual(['device-3', 'device-4']);
    undo();
    expect(Object.keys(design().devices)).toHaveLength(2);
  });
});
