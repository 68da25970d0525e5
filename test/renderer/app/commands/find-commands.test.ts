import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { parseDesign } from '#core/io/design-file.ts';
import { createActions } from '../../../../renderer/app/actions.ts';
import type { CommandEntry } from '../../../../renderer/app/commands/command-entry.ts';
import { findCommands } from '../../../../renderer/app/commands/find-commands.ts';
import { registerActions } from '../../../../renderer/store/action-registry.ts';
import { design, dispatch, openDesign } from '../../../../renderer/store/design-store.ts';
import { racksStore } from '../../../../renderer/store/racks-store.ts';
import { setScreen, setView, viewStore } from '../../../../renderer/store/view-store.ts';

vi.mock('../../../../renderer/app/host-binding.ts', () => ({
  hostInfo: () => ({ platform: 'linux', shell: 'loopback', nativeDialogs: false }),
  host: () => ({}),
}));

const EXAMPLE = 'examples/dgx-h100-superpod-4su.weft';

function openExample(): void {
  const parsed = parseDesign(readFileSync(EXAMPLE, 'utf8'), EXAMPLE);
  if (!parsed.ok) throw new Error(parsed.error.message);
  openDesign(parsed.value, null);
  setScreen('studio');
}

function first(typed: string): CommandEntry {
  const entry = findCommands(typed, [])[0]?.entries[0];
  if (!entry) throw new Error(`nothing found for ${typed}`);
  return entry;
}

const actions = createActions('loopback');

describe('the command list', () => {
  beforeEach(() => {
    registerActions(actions);
    openExample();
  });

  it('finds every action by its label, with its shortcut', () => {
    for (const action of actions) {
      if (action.id === 'commands') continue;
      const entries = findCommands(action.label, []).flatMap((section) => section.entries);
      const found = entries.find((entry) => entry.id === `action ${action.id}`);
      expect(found, action.label).toBeDefined();
      expect(found?.shortcut === null, action.label).toBe(action.shortcut === null);
    }
  });

  it('places a part', () => {
    openDesign(createDesign('Empty'), null);
    setScreen('studio');
    setView('bom');
    const entry = first('q97');
    expect(entry.label).toBe('NVIDIA QM9700');
    entry.run();
    expect(Object.values(design().devices).map(({ name }) => name)).toEqual([expect.stringContaining('QM9700')]);
    expect(viewStore.getState().view).toBe('topology');
    expect(first('q97'), 'another one, though the first is called QM9700').toMatchObject({ id: entry.id });
  });

  it('goes to a group, and to one of its members', () => {
    first('leaf').run();
    const group = Object.values(design().devices).find(({ name }) => name === 'Leaf');
    expect(viewStore.getState().selection).toEqual([{ kind: 'device', id: group?.id }]);
    first('su1-leaf-008').run();
    expect(viewStore.getState().selection).toEqual([{ kind: 'device', id: group?.id, member: 7 }]);
    expect(viewStore.getState().focusRequest?.ref.id).toBe(group?.id);
  });

  it('goes to rack 17, whatever its group is called', () => {
    dispatch({ name: 'addRack', args: { id: 'r', partId: null, count: 40, position: { x: 0, y: 0 } } });
    dispatch({ name: 'editRack', args: { id: 'r', patch: { name: 'Zulu' } } });
    const found = findCommands('rack 17', []).flatMap((section) => section.entries);
    found.find(({ label }) => label === 'Zulu 17')?.run();
    expect(viewStore.getState()).toMatchObject({ view: 'racks', selection: [{ kind: 'rack', id: 'r', member: 16 }] });
    expect(racksStore.getState().cursor).toMatchObject({ key: 'head' });
  });

  it('offers objects and parts only while a design is open', () => {
    setScreen('start');
    expect(findCommands('leaf', []).filter(({ kind }) => kind !== 'action')).toEqual([]);
  });

  it('begins with what was used last', () => {
    const [recent] = findCommands('', ['fit-view', 'undo']);
    // There is nothing to undo.
    expect(recent?.entries.map(({ label }) => label)).toEqual(['Fit design']);
  });
});
