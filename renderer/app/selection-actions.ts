/** Actions that widen the selection: to everything of its kind, or to its links. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { replaceUnits } from '#core/design/unit-contents.ts';
import type { Action } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { type AlikeScope, listAlike, listLinksOf } from '../store/select-alike.ts';
import { select, viewStore } from '../store/view-store.ts';

function listSeeds(): readonly ObjectRef[] {
  const { screen, selection } = viewStore.getState();
  if (screen !== 'studio') return [];
  const items = replaceUnits(design(), selection);
  return items.filter(({ kind }) => kind === 'device' || kind === 'rack' || kind === 'link');
}

const SCOPES: readonly (Pick<Action, 'label' | 'shortcut'> & { readonly scope: AlikeScope })[] = [
  { scope: 'design', label: 'Select same kind', shortcut: 'Shift+KeyA' },
  { scope: 'fabric', label: 'Select same kind in this fabric', shortcut: 'Shift+KeyF' },
  { scope: 'pod', label: 'Select same kind in this pod', shortcut: 'Shift+KeyP' },
  { scope: 'rack', label: 'Select same kind in this rack', shortcut: null },
];

export const selectionActions: readonly Action[] = [
  ...SCOPES.map(({ scope, label, shortcut }): Action => {
    return {
      id: `select-alike-${scope}`,
      label,
      shortcut,
      enabled: () => listSeeds().length > 0,
      run: () => select(listAlike(design(), listSeeds(), scope)),
    };
  }),
  {
    id: 'select-links',
    label: 'Select links of the selection',
    shortcut: null,
    enabled: () => listLinksOf(design(), listSeeds()).length > 0,
    run: () => select(listLinksOf(design(), listSeeds())),
  },
];
