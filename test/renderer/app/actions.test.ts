import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDesign } from '#core/design/design.ts';
import { createActions } from '../../../renderer/app/actions.ts';
import {
  ANALYSE_MENU,
  ARRANGE_MENU,
  CANVAS_MENU,
  EDIT_MENU,
  FILE_MENU,
  HELP_MENU,
  VIEW_MENU,
} from '../../../renderer/app/menu-entries.ts';
import { listShortcutGroups } from '../../../renderer/app/shortcut-groups.ts';
import { startShortcuts } from '../../../renderer/app/shortcuts.ts';
import type { Action } from '../../../renderer/store/action-registry.ts';
import { designStore, dispatch, openDesign } from '../../../renderer/store/design-store.ts';
import { formatShortcut } from '../../../renderer/store/shortcut-label.ts';
import { setScreen } from '../../../renderer/store/view-store.ts';

const shells = ['electron', 'loopback'] as const;

function listShortcuts(actions: readonly Action[]): string[] {
  return actions.flatMap((action) => [action.shortcut, ...(action.otherShortcuts ?? [])]).filter((key) => key !== null);
}

describe.each(shells)('the actions table in %s', (shell) => {
  const actions = createActions(shell);

  it('has each id and each shortcut once', () => {
    const ids = actions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = listShortcuts(actions);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it('holds every entry of the menus', () => {
    const ids = new Set(actions.map(({ id }) => id));
    const menus = [FILE_MENU, EDIT_MENU, VIEW_MENU, CANVAS_MENU, ARRANGE_MENU, ANALYSE_MENU, HELP_MENU];
    for (const id of menus.flat()) if (id !== null) expect(ids).toContain(id);
  });

  it('holds every entry of the native menu', () => {
    const source = readFileSync('electron/menu.ts', 'utf8');
    const wanted = [...source.matchAll(/actionId: '([^']+)'/g)].map((match) => match[1]);
    expect(wanted.length).toBeGreaterThan(10);
    const ids = new Set(actions.map(({ id }) => id));
    for (const id of wanted) expect(ids).toContain(id);
  });
});

it('keeps away from the keys a browser never gives up', () => {
  const shortcuts = listShortcuts(createActions('loopback'));
  for (const taken of ['$mod+KeyN', '$mod+KeyW', '$mod+KeyT']) expect(shortcuts).not.toContain(taken);
});

it('lists every shortcut once, under its menu', () => {
  const actions = createActions('electron');
  const groups = listShortcutGroups(actions, false);
  const own = groups.filter(({ title }) => title !== 'On the canvas').flatMap(({ lines }) => lines);
  const listed = own.flatMap(({ keys }) => keys);
  const wanted = listShortcuts(actions).map((key) => formatShortcut(key, false));
  expect(listed).toHaveLength(wanted.length);
  expect(new Set(listed)).toEqual(new Set(wanted));
  expect(groups[0]?.lines).toContainEqual({ label: 'Save', keys: ['Ctrl+S'] });
});

describe('shortcuts', () => {
  function press(target: EventTarget, code: string, options: KeyboardEventInit = {}): void {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { code, key: code, bubbles: true, cancelable: true, ...options }),
    );
  }

  it('work on the page but not inside a field', () => {
    openDesign(createDesign('Keys'), null);
    setScreen('studio');
    dispatch({ name: 'editDesignInfo', args: { name: 'Edited' } });
    const stop = startShortcuts(createActions('electron'));
    const field = document.createElement('input');
    document.body.append(field);
    press(field, 'KeyZ', { ctrlKey: true });
    expect(designStore.getState().edit.design.name).toBe('Edited');
    press(document.body, 'KeyZ', { ctrlKey: true });
    expect(designStore.getState().edit.design.name).toBe('Keys');
    stop();
    field.remove();
  });

  it('are written as people read them', () => {
    expect(formatShortcut('$mod+Shift+KeyZ', false)).toBe('Ctrl+Shift+Z');
    expect(formatShortcut('$mod+Shift+KeyZ', true)).toBe('\u2318\u21e7Z');
    expect(formatShortcut('Delete', false)).toBe('Del');
    expect(formatShortcut(null, false)).toBeNull();
  });
});
