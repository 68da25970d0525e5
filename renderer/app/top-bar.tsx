/** Menus, the name of the design and whether it is saved, undo and redo, theme. */
import { Monitor, Moon, Redo2, Save, Search, Sun, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { describeRedo, describeUndo } from '#core/edit/transact.ts';
import { findAction, runAction } from '../store/action-registry.ts';
import { dispatch, selectIsDirty, useDesignStore } from '../store/design-store.ts';
import { formatShortcut } from '../store/shortcut-label.ts';
import { useViewStore } from '../store/view-store.ts';
import { IconButton } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { MenuBar, MenuButton } from '../ui/menu.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import {
  ANALYSE_MENU,
  ARRANGE_MENU,
  CANVAS_MENU,
  createEntries,
  EDIT_MENU,
  FILE_MENU,
  HELP_MENU,
  isMac,
  VIEW_MENU,
} from './menu-entries.ts';
import './top-bar.css';

const MENUS = [
  { title: 'File', entries: () => createEntries(FILE_MENU) },
  { title: 'Edit', entries: () => createEntries(EDIT_MENU) },
  { title: 'View', entries: () => createEntries(VIEW_MENU) },
  { title: 'Canvas', entries: () => createEntries(CANVAS_MENU) },
  { title: 'Arrange', entries: () => createEntries(ARRANGE_MENU) },
  { title: 'Analyse', entries: () => createEntries(ANALYSE_MENU) },
  { title: 'Help', entries: () => createEntries(HELP_MENU) },
];

export function TopBar(): ReactElement {
  return (
    <header className="top-bar">
      <img
        className="top-bar__mark"
        src={new URL('./icon.svg', import.meta.url).href}
        width={20}
        height={20}
        alt="Weft"
      />
      <MenuBar label="Menu" menus={MENUS} />
      <div className="top-bar__document">
        <DesignName />
        <SavedState />
      </div>
      <div className="top-bar__tools">
        <SearchButton />
        <span className="top-bar__gap" />
        <HistoryButtons />
        <span className="top-bar__gap" />
        <ActionButton id="save">
          <Save size={16} />
        </ActionButton>
        <ThemeMenu />
      </div>
    </header>
  );
}

function DesignName(): ReactElement {
  const name = useDesignStore((state) => state.edit.design.name);
  return (
    <Tooltip content={name.length > 24 ? name : null}>
      <span className="top-bar__name">
        <TextField
          label="Design name"
          value={name}
          required
          className="top-bar__name-field"
          onCommit={(next) => dispatch({ name: 'editDesignInfo', args: { name: next } })}
        />
      </span>
    </Tooltip>
  );
}

function SavedState(): ReactElement {
  const isDirty = useDesignStore(selectIsDirty);
  const file = useDesignStore((state) => state.file);
  const text = isDirty ? 'Unsaved' : file ? 'Saved' : 'Not in a file yet';
  const hint = file
    ? `${file.name}${isDirty ? ' does not hold your latest changes' : ' holds everything'}`
    : 'Save the design to keep it in a file';
  return (
    <Tooltip content={hint}>
      <span className="top-bar__saved" data-dirty={isDirty} role="status">
        <span className="top-bar__dot" data-state={isDirty ? 'dirty' : file ? 'saved' : 'none'} />
        {text}
      </span>
    </Tooltip>
  );
}

function HistoryButtons(): ReactElement {
  const undoText = useDesignStore((state) => describeUndo(state.edit));
  const redoText = useDesignStore((state) => describeRedo(state.edit));
  return (
    <>
      <ActionButton id="undo" label={undoText ? `Undo: ${undoText}` : 'Nothing to undo'} isDisabled={undoText === null}>
        <Undo2 size={16} />
      </ActionButton>
      <ActionButton id="redo" label={redoText ? `Redo: ${redoText}` : 'Nothing to redo'} isDisabled={redoText === null}>
        <Redo2 size={16} />
      </ActionButton>
    </>
  );
}

/** Looks like the field it opens. */
function SearchButton(): ReactElement {
  const shortcut = formatShortcut(findAction('commands')?.shortcut ?? null, isMac());
  return (
    <button
      type="button"
      className="top-bar__search"
      data-testid="action-commands"
      onClick={() => runAction('commands')}
    >
      <Search size={14} aria-hidden />
      <span>Search</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </button>
  );
}

interface ActionButtonProps {
  readonly id: string;
  readonly label?: string;
  readonly isDisabled?: boolean;
  readonly children: ReactElement;
}

function ActionButton({ id, label, isDisabled = false, children }: ActionButtonProps): ReactElement {
  const action = findAction(id);
  return (
    <IconButton
      label={label ?? action?.label ?? id}
      shortcut={formatShortcut(action?.shortcut ?? null, isMac())}
      // Not the attribute: a disabled button would drop the focus and hide its tooltip.
      aria-disabled={isDisabled}
      data-testid={`action-${id}`}
      onClick={() => runAction(id)}
    >
      {children}
    </IconButton>
  );
}

function ThemeMenu(): ReactElement {
  const theme = useViewStore((state) => state.theme);
  const Icon = theme === 'system' ? Monitor : theme === 'dark' ? Moon : Sun;
  return (
    <MenuButton
      trigger={
        <button type="button" className="ui-icon-button" aria-label={`Theme: ${theme}`} title={`Theme: ${theme}`}>
          <Icon size={16} />
        </button>
      }
      entries={() => createEntries(['theme-light', 'theme-dark', 'theme-system', null, 'settings'])}
    />
  );
}
