import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { closeDesign, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import { clearSelection, requestFocus, select, setView, viewStore } from '../../../renderer/store/view-store.ts';
import { createRow, hall } from '../../support/floor-session.ts';

beforeEach(() => {
  openDesign(createDesign('Hall'), null);
  dispatch({ name: 'addRoom', args: { room: hall } });
  dispatch({ name: 'addRows', args: { rows: [createRow('a', 1)] } });
  dispatch({ name: 'addFeed', args: { feed: { id: 'f', name: 'A', ratedKw: null, derating: 1, isOff: false } } });
});

afterEach(() => {
  clearSelection();
  closeDesign();
});

describe('the selection', () => {
  it('lets go of what stands on the floor and feeds it when that is removed', () => {
    const row = { kind: 'row', id: 'a' } as const;
    const feed = { kind: 'feed', id: 'f' } as const;
    select([row, feed]);
    dispatch({ name: 'removeItems', args: { items: [{ kind: 'room', id: 'hall' }] } });
    expect(viewStore.getState().selection).toEqual([feed]);
    undo();
    expect(viewStore.getState().selection).toEqual([feed]);
    dispatch({ name: 'removeItems', args: { items: [feed] } });
    expect(viewStore.getState().selection).toEqual([]);
  });
});

describe('going to an object', () => {
  it('opens the view that shows it', () => {
    const views = (['device', 'row', 'cdu', 'feed', 'zone'] as const).map((kind) => {
      setView('bom');
      requestFocus({ kind, id: 'f' });
      expect(viewStore.getState().selection).toEqual([{ kind, id: 'f' }]);
      return viewStore.getState().view;
    });
    expect(views).toEqual(['topology', 'floor', 'floor', 'power', 'power']);
  });
});
