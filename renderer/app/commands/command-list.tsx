/** The command list: type what to do, where to go or which part to place, and press Enter. The field keeps the focus throughout. */
import { Dialog } from '@base-ui/react/dialog';
import { Bookmark, Box, Check, ChevronRight, CornerDownLeft, Locate, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { closeWindowDialog, rememberAction, useWindowDialog, windowDialogStore } from '../../store/window-dialog.ts';
import { useViewStore } from '../../store/view-store.ts';
import { formatCount } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { chooseFocusAfter } from '../../ui/work-focus.ts';
import type { CommandEntry, CommandSection } from './command-entry.ts';
import { findCommands } from './find-commands.ts';
import './command-list.css';

const PAGE = 8;
const LIST_ID = 'command-list';

export function CommandList(): ReactElement {
  const [findFocusAfter] = useState(chooseFocusAfter);
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : closeWindowDialog())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="command-list__scrim" />
        <Dialog.Popup
          {...findFocusAfter}
          className="command-list"
          aria-label="Commands, objects and parts"
          data-testid="command-list"
        >
          <Content />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Closes first: what the entry does may ask for the focus, which the dialog gives back where it came from. */
function choose(entry: CommandEntry): void {
  if (!entry.isEnabled) return;
  if (entry.kind === 'action') rememberAction(entry.id.slice(entry.id.lastIndexOf(' ') + 1));
  closeWindowDialog();
  setTimeout(entry.run, 0);
}

function Content(): ReactElement {
  const [typed, setTyped] = useState('');
  const searched = useDeferredValue(typed);
  const recentIds = useWindowDialog((state) => state.recentActionIds);
  const sections = useMemo(() => findCommands(searched, recentIds), [searched, recentIds]);
  const entries = useMemo(() => sections.flatMap((section) => section.entries), [sections]);
  const [at, setAt] = useState(0);
  const current = entries[Math.min(at, entries.length - 1)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const isToggle = (event.ctrlKey || event.metaKey) && event.code === 'KeyK';
    const next = step(event.key, Math.min(at, entries.length - 1), entries.length);
    if (isToggle) closeWindowDialog();
    // What Enter takes is what was typed, also when the list has not come after it yet.
    else if (event.key === 'Enter') takeFirst(typed === searched ? current : undefined, typed);
    else if (next !== null) setAt(next);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="command-list__field">
        <Search size={16} aria-hidden />
        <input
          role="combobox"
          aria-expanded
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={current ? toDomId(current) : undefined}
          aria-label="Search commands, objects and parts"
          placeholder={usePlaceholder()}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          autoFocus
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {entries.length === 0 ? (
        <p className="command-list__none">Nothing is called {`\u201c${searched.trim()}\u201d`}.</p>
      ) : (
        <Sections sections={sections} current={current} onPoint={(entry) => setAt(entries.indexOf(entry))} />
      )}
      <Foot current={current} count={searched.trim() === '' ? null : entries.length} />
    </>
  );
}

function usePlaceholder(): string {
  const isOpen = useViewStore((state) => state.screen === 'studio');
  return isOpen ? 'Type a command, the name of an object, or a part' : 'Type a command';
}

function takeFirst(current: CommandEntry | undefined, typed: string): void {
  const entry = current ?? findCommands(typed, windowDialogStore.getState().recentActionIds)[0]?.entries[0];
  if (entry) choose(entry);
}

/** Where the key leads; null = it is not for the list. */
function step(key: string, at: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'PageDown':
      return Math.min(count - 1, at + PAGE);
    case 'PageUp':
      return Math.max(0, at - PAGE);
    default:
      return null;
  }
}

function toDomId(entry: CommandEntry): string {
  return `command ${entry.id}`.replaceAll(/\s+/g, '-');
}

interface SectionsProps {
  readonly sections: readonly CommandSection[];
  readonly current: CommandEntry | undefined;
  readonly onPoint: (entry: CommandEntry) => void;
}

function Sections({ sections, current, onPoint }: SectionsProps): ReactElement {
  const listRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = listRef.current?.querySelector('[aria-selected="true"]');
    // The heading above the first entry comes into sight with it.
    if (current && current === sections[0]?.entries[0]) listRef.current?.scrollTo({ top: 0 });
    else chosen?.scrollIntoView({ block: 'nearest' });
  }, [current, sections]);
  return (
    <div id={LIST_ID} role="listbox" aria-label="Found" className="command-list__list" ref={listRef}>
      {sections.map((section) => (
        <div key={section.kind} role="group" aria-label={section.title}>
          <div className="command-list__title" aria-hidden>
            {section.title}
            {section.moreCount > 0 ? <span>{`and ${formatCount(section.moreCount, 'more', 'more')}`}</span> : null}
          </div>
          {section.entries.map((entry) => (
            <Line key={entry.id} entry={entry} isCurrent={entry === current} onPoint={() => onPoint(entry)} />
          ))}
        </div>
      ))}
    </div>
  );
}

const ICONS = { action: ChevronRight, object: Locate, view: Bookmark, part: Box } as const;

interface LineProps {
  readonly entry: CommandEntry;
  readonly isCurrent: boolean;
  readonly onPoint: () => void;
}

function Line({ entry, isCurrent, onPoint }: LineProps): ReactElement {
  const Icon = entry.isChecked ? Check : ICONS[entry.kind];
  return (
    <div
      id={toDomId(entry)}
      role="option"
      aria-selected={isCurrent}
      aria-disabled={!entry.isEnabled}
      className="command-list__line"
      data-entry={entry.id}
      // A list that scrolls under a resting pointer must not move the choice: only a pointer that moves does.
      onPointerMove={isCurrent ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => choose(entry)}
    >
      <Icon size={15} aria-hidden className="command-list__icon" />
      <span className="command-list__label">{entry.label}</span>
      {entry.note ? <span className="command-list__note">{entry.note}</span> : null}
      {entry.isChecked ? <span className="ui-visually-hidden">on</span> : null}
      {entry.shortcut ? <Kbd>{entry.shortcut}</Kbd> : null}
    </div>
  );
}

const VERBS: Readonly<Record<CommandEntry['kind'], string>> = {
  action: 'run',
  object: 'go there',
  view: 'look at it so',
  part: 'place it',
};

function Foot(props: { readonly current: CommandEntry | undefined; readonly count: number | null }): ReactElement {
  const { current, count } = props;
  return (
    <div className="command-list__foot">
      {current ? (
        <span>
          <CornerDownLeft size={12} aria-hidden />
          <span className="ui-visually-hidden">Enter: </span>
          {current.isEnabled ? VERBS[current.kind] : 'not possible just now'}
        </span>
      ) : (
        <span />
      )}
      <span role="status" className="command-list__count">
        {count === null ? '' : formatCount(count, 'entry', 'entries')}
      </span>
    </div>
  );
}
