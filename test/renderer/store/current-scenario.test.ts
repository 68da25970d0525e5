import { beforeEach, describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import {
  addDefaultScenario,
  chooseScenario,
  currentScenario,
  duplicateCurrentScenario,
  editCurrentScenario,
  removeCurrentScenario,
} from '../../../renderer/store/current-scenario.ts';
import { createGestureId, design, designStore, openDesign, redo, undo } from '../../../renderer/store/design-store.ts';

const current = () => currentScenario(design());
const undoCount = () => designStore.getState().edit.undoStack.length;

beforeEach(() => openDesign(createDesign('Scenarios'), null));

describe('the current scenario', () => {
  it('is the default question until it is edited', () => {
    expect(current()).toMatchObject({ collective: 'all-reduce', group: { kind: 'cluster' }, failures: [] });
    expect(design().scenarios).toBeUndefined();
    editCurrentScenario({ collective: 'all-to-all' });
    expect(Object.values(design().scenarios ?? {})).toHaveLength(1);
    expect(current()).toMatchObject({ id: 'scenario-1', collective: 'all-to-all' });
    undo();
    expect(design().scenarios).toBeUndefined();
    expect(current().collective).toBe('all-reduce');
    redo();
    expect(current().collective).toBe('all-to-all');
  });

  it('takes the edits of one drag as one step', () => {
    editCurrentScenario({ collective: 'broadcast' });
    const before = undoCount();
    const gestureId = createGestureId();
    for (const sizeBytes of [16, 32, 64]) editCurrentScenario({ sizeBytes }, gestureId);
    expect(undoCount()).toBe(before + 1);
    expect(current().sizeBytes).toBe(64);
    undo();
    expect(current().sizeBytes).toBe(2 ** 30);
  });

  it('takes a first drag as one step too', () => {
    const gestureId = createGestureId();
    for (const sizeBytes of [16, 32, 64]) editCurrentScenario({ sizeBytes }, gestureId);
    expect(undoCount()).toBe(1);
    expect(current().sizeBytes).toBe(64);
    undo();
    expect(design().scenarios).toBeUndefined();
  });

  it('refuses what the schema forbids', () => {
    editCurrentScenario({ sizeBytes: 16 });
    editCurrentScenario({ sizeBytes: 1 });
    expect(current().sizeBytes).toBe(16);
  });
});

describe('the list of scenarios', () => {
  it('adds, duplicates under another name, and chooses', () => {
    addDefaultScenario();
    editCurrentScenario({ name: 'Gradients', sizeBytes: 2 ** 20 });
    duplicateCurrentScenario();
    expect(current()).toMatchObject({ id: 'scenario-2', sizeBytes: 2 ** 20 });
    expect(current().name).not.toBe('Gradients');
    chooseScenario('scenario-1');
    expect(current().name).toBe('Gradients');
  });

  it('goes on with the neighbour after a removal, in one step', () => {
    for (let made = 0; made < 3; made += 1) addDefaultScenario();
    chooseScenario('scenario-2');
    const before = undoCount();
    removeCurrentScenario();
    expect(current().id).toBe('scenario-3');
    expect(undoCount()).toBe(before + 1);
    removeCurrentScenario();
    expect(current().id).toBe('scenario-1');
    removeCurrentScenario();
    expect(design().scenarios).toBeUndefined();
    undo();
    expect(current().id).toBe('scenario-1');
  });
});
