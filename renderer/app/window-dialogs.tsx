/** Shows the dialog the user asked for above the window, if one is open. */
import type { ReactElement } from 'react';
import { useWindowDialog } from '../store/window-dialog.ts';
import { CommandList } from './commands/command-list.tsx';
import { compareWithTemplate } from './compare-files.ts';
import { openTemplate } from './document-files.ts';
import { SavedViewsDialog } from './saved-views-dialog.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { UnitsDialog } from './units-dialog.tsx';

export function WindowDialogs(): ReactElement | null {
  const open = useWindowDialog((state) => state.open);
  switch (open) {
    case 'commands':
      return <CommandList />;
    case 'settings':
      return <SettingsDialog />;
    case 'views':
      return <SavedViewsDialog />;
    case 'units':
      return <UnitsDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'templates':
      return <TemplateDialog title="New from template" onChoose={({ design }) => void openTemplate(design)} />;
    case 'compare-templates':
      return <TemplateDialog title="Compare with a template" onChoose={compareWithTemplate} />;
    default:
      return null;
  }
}
