import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDesign, design, dispatch, openDesign, undo } from '../../../renderer/store/design-store.ts';
import {
  fabricFilterStore,
  listLonelyDevices,
  showFabrics,
  toggleFabric,
} from '../../../renderer/store/fabric-filter.ts';
import { goToView, removeView, saveView, suggestViewName, updateView } from '../../../renderer/store/saved-views.ts';
import { reportViewport, setOverlay, setView, viewStore } from '../../../renderer/store/view-store.ts';
import { createSmallDesign } from '../../support/small-design.ts';

const shown = (): readonly string[] | null => fabricFilterStore.getState().shown;

beforeEach(() => {
  openDesign(createSmallDesign(), null);
  const [fabric] = Object.values(design().fabrics);
  if (!fabric) throw new Error('no fabric');
  dispatch({ name: 'addFabric', args: { fabric: { ...fabric, id: 'fabric-2', name: 'Storage' } } });
});

afterEach(() => {
  setOverlay('none');
  closeDesign();
});

describe('the choice of fabrics', () => {
  it('shows all again once all are chosen, and never none', () => {
    toggleFabric('fabric-1');
    expect(shown()).toEqual(['fabric-2']);
    toggleFabric('fabric-2');
    expect(shown()).toEqual(['fabric-2']);
    toggleFabric('fabric-1');
    expect(shown()).toBeNull();
    showFabrics(['nowhere']);
    expect(shown()).toBeNull();
  });

  it('lets devices step back whose links are all hidden, and forgets what another document hid', () => {
    expect([...listLonelyDevices(design(), ['fabric-2'])]).toEqual(['gpu-1', 'leaf-1']);
    expect(listLonelyDevices(design(), ['fabric-1', 'fabric-2']).size).toBe(0);
    showFabrics(['fabric-2']);
    dispatch({ name: 'removeItems', args: { items: [{ kind: 'fabric', id: 'fabric-2' }] } });
    expect(shown()).toBeNull();
    undo();
    showFabrics(['fabric-2']);
    openDesign(createSmallDesign(), null);
    expect(shown()).toBeNull();
  });
});

describe('a saved view', () => {
  it('brings tab, place, colours and fabrics back, and undo takes it away', () => {
    setView('topology');
    setOverlay('speed');
    showFabrics(['fabric-1']);
    reportViewport({ x: 120.04, y: -7 }, 0.75);
    saveView(suggestViewName());
    setView('bom');
    setOverlay('none');
    showFabrics(null);
    goToView('view-1');
    expect(viewStore.getState()).toMatchObject({
      view: 'topology',
      overlay: 'speed',
      cameraRequest: { centre: { x: 120, y: -7 }, zoom: 0.75 },
    });
    expect(shown()).toEqual(['fabric-1']);
    expect(suggestViewName()).toBe('View 2');
    setView('racks');
    updateView('view-1');
    expect(design().views?.['view-1']).toMatchObject({ name: 'View 1', tab: 'racks' });
    removeView('view-1');
    expect(design().views).toBeUndefined();
    undo();
    expect(design().views?.['view-1']?.tab).toBe('racks');
  });

  it('opens the canvas for words of a later version', () => {
    saveView('Tomorrow');
    dispatch({ name: 'editView', args: { id: 'view-1', patch: { tab: 'hologram', overlay: 'mood' } } });
    setView('bom');
    goToView('view-1');
    expect(viewStore.getState()).toMatchObject({ view: 'topology', overlay: 'none' });
  });
});
