/** The saved views behind a button of the canvas: one click goes to one. */
import { Bookmark } from 'lucide-react';
import type { ReactElement } from 'react';
import { runAction } from '../store/action-registry.ts';
import { design } from '../store/design-store.ts';
import { goToView, listViews } from '../store/saved-views.ts';
import { IconButton } from '../ui/button.tsx';
import { MenuButton, type MenuEntry } from '../ui/menu.tsx';

export function SavedViewsMenu(): ReactElement {
  return (
    <MenuButton
      trigger={
        <IconButton label="Saved views" shortcut="Shift+V" data-testid="saved-views-menu">
          <Bookmark size={15} />
        </IconButton>
      }
      entries={listEntries}
    />
  );
}

function listEntries(): MenuEntry[] {
  const views = listViews(design().views).map(
    ({ id, name }): MenuEntry => ({ id: `go-to-${id}`, label: name, onSelect: () => goToView(id) }),
  );
  return [
    ...views,
    {
      id: 'save-view',
      label: 'Save this view',
      startsGroup: views.length > 0,
      onSelect: () => void runAction('save-view'),
    },
    {
      id: 'saved-views',
      label: 'Rename, delete \u2026',
      shortcut: 'Shift+V',
      disabled: views.length === 0,
      onSelect: () => void runAction('saved-views'),
    },
  ];
}
