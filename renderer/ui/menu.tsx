/** Menus: in a menu bar, behind a button, and at the pointer. Entries are plain values made from actions. */
import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu';
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { Menubar as BaseMenubar } from '@base-ui/react/menubar';
import { Check } from 'lucide-react';
import { Fragment, type ReactElement, type ReactNode, useMemo, useRef } from 'react';
import './menu.css';
import { findWork, leaveWork } from './work-focus.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | null;
  readonly disabled?: boolean;
  readonly checked?: boolean;
  /** A line above this entry. */
  readonly startsGroup?: boolean;
  readonly onSelect: () => void;
}

/** Entries are asked for when the menu opens, so that they tell the state of that moment. */
interface MenuContentProps {
  readonly entries: () => readonly MenuEntry[];
}

function MenuContent({ entries }: MenuContentProps): ReactElement {
  return (
    <>
      {entries().map((entry, index) => (
        <Fragment key={entry.id}>
          {entry.startsGroup && index > 0 ? <BaseMenu.Separator className="ui-menu__separator" /> : null}
          <BaseMenu.Item
            className="ui-menu__item"
            disabled={entry.disabled ?? false}
            onClick={entry.onSelect}
            data-action={entry.id}
          >
            <span className="ui-menu__mark">{entry.checked ? <Check size={14} aria-label="on" /> : null}</span>
            <span className="ui-menu__label">{entry.label}</span>
            {entry.shortcut ? <span className="ui-menu__shortcut">{entry.shortcut}</span> : null}
          </BaseMenu.Item>
        </Fragment>
      ))}
    </>
  );
}

interface MenuPopupProps extends MenuContentProps {
  /** Absent = the focus goes back to the button. */
  readonly findFocusAfter?: () => HTMLElement | boolean;
}

function MenuPopup({ entries, findFocusAfter }: MenuPopupProps): ReactElement {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner className="ui-menu__positioner" sideOffset={4}>
        <BaseMenu.Popup
          className="ui-menu__popup"
          {...(findFocusAfter ? { finalFocus: findFocusAfter, 'data-bar': true } : {})}
        >
          <MenuContent entries={entries} />
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

interface MenuBarProps {
  readonly label: string;
  readonly menus: readonly { readonly title: string; readonly entries: () => readonly MenuEntry[] }[];
}

/** What an entry was chosen for goes on where the hands were before: the bar keeps the focus only when nothing is chosen. */
export function MenuBar({ label, menus }: MenuBarProps): ReactElement {
  const isChosen = useRef(false);
  const findFocusAfter = (): HTMLElement | boolean => (isChosen.current ? findWork() : true);
  return (
    <BaseMenubar className="ui-menubar" aria-label={label} onFocus={({ relatedTarget }) => leaveWork(relatedTarget)}>
      {menus.map((menu) => (
        <BaseMenu.Root
          key={menu.title}
          onOpenChange={(isOpen, { reason }) => {
            isChosen.current = !isOpen && reason === 'item-press';
          }}
        >
          <BaseMenu.Trigger className="ui-menu__trigger">{menu.title}</BaseMenu.Trigger>
          <MenuPopup entries={menu.entries} findFocusAfter={findFocusAfter} />
        </BaseMenu.Root>
      ))}
    </BaseMenubar>
  );
}

interface MenuButtonProps extends MenuContentProps {
  /** The button element that opens it. */
  readonly trigger: ReactElement;
}

export function MenuButton({ trigger, entries }: MenuButtonProps): ReactElement {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <MenuPopup entries={entries} />
    </BaseMenu.Root>
  );
}

interface MenuAtProps {
  /** Client coordinates. */
  readonly x: number;
  readonly y: number;
  /** Stands above the entries. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
  /** It was no button that opened it. */
  readonly findFocusAfter: () => HTMLElement | null;
}

/** A menu that a gesture opened, at a point of the screen. */
export function MenuAt({ x, y, label, entries, onClose, findFocusAfter }: MenuAtProps): ReactElement {
  const anchor = useMemo(() => ({ getBoundingClientRect: () => new DOMRect(x, y, 0, 0) }), [x, y]);
  return (
    <BaseMenu.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <BaseMenu.Portal>
        <BaseMenu.Positioner className="ui-menu__positioner" anchor={anchor} align="start" sideOffset={4}>
          <BaseMenu.Popup className="ui-menu__popup" aria-label={label} finalFocus={findFocusAfter}>
            <div className="ui-menu__title" aria-hidden>
              {label}
            </div>
            <MenuContent entries={() => entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

interface ContextMenuProps extends MenuContentProps {
  readonly children: ReactNode;
  readonly className?: string;
}

/** Wraps an area; a right click, a long press or the menu key opens the menu at the pointer. */
export function ContextMenu({ children, entries, className }: ContextMenuProps): ReactElement {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger className={className}>{children}</BaseContextMenu.Trigger>
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className="ui-menu__positioner">
          <BaseContextMenu.Popup className="ui-menu__popup">
            <MenuContent entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  );
}
