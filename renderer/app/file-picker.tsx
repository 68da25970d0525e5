/** Chooses a file of the workspace where the shell has no native dialogs: opens one, or names one to save to. */
import { ChevronRight, File, Folder, Network } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '#core/io/host.ts';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { host, hostInfo } from './host-binding.ts';
import './file-picker.css';

interface FilePickerProps {
  /** Given when a file is to be written, absent (null) when one is to be opened. */
  readonly suggestedName: string | null;
  readonly answer: (path: string | null) => void;
}

type Listing =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly entries: readonly FolderEntry[] }
  | { readonly kind: 'failed'; readonly message: string };

function useFolder(folder: string): Listing {
  const [listing, setListing] = useState<Listing>({ kind: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    void host()
      .listFolder(folder)
      .then((result) => {
        if (!isCurrent) return;
        if (result.ok) setListing({ kind: 'ready', entries: result.value });
        else setListing({ kind: 'failed', message: result.error.message });
      });
    return () => {
      isCurrent = false;
    };
  }, [folder]);
  return listing;
}

function joinPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

function withExtension(name: string): string {
  return name.toLowerCase().endsWith('.weft') ? name : `${name}.weft`;
}

export function FilePicker({ suggestedName, answer }: FilePickerProps): ReactElement {
  const isSaving = suggestedName !== null;
  const [folder, setFolder] = useState('');
  const [fileName, setFileName] = useState(suggestedName ?? '');
  const listing = useFolder(folder);
  const isReady = fileName.trim() !== '';
  const finish = (): void => {
    if (isReady) answer(joinPath(folder, isSaving ? withExtension(fileName.trim()) : fileName));
  };
  const onFolder = (next: string): void => {
    setFolder(next);
    if (!isSaving) setFileName('');
  };
  const actions = (
    <>
      <Button onClick={() => answer(null)}>Cancel</Button>
      <Button tone="primary" disabled={!isReady} onClick={finish}>
        {isSaving ? 'Save' : 'Open'}
      </Button>
    </>
  );
  return (
    <Dialog title={isSaving ? 'Save design as' : 'Open a design'} onClose={() => answer(null)} actions={actions} isWide>
      <Crumbs folder={folder} onFolder={onFolder} />
      <div className="app-picker__list" data-testid="file-list">
        <Entries
          listing={listing}
          isSaving={isSaving}
          chosen={fileName}
          onFolder={(name) => onFolder(joinPath(folder, name))}
          onChoose={setFileName}
          onOpen={(name) => answer(joinPath(folder, name))}
        />
      </div>
      {isSaving ? (
        <label className="app-picker__name">
          <span>File name</span>
          <input
            className="ui-input"
            value={fileName}
            autoFocus
            spellCheck={false}
            onFocus={(event) =>
              event.currentTarget.setSelectionRange(0, event.currentTarget.value.replace(/\.weft$/i, '').length)
            }
            onChange={(event) => setFileName(event.target.value)}
            onKeyDown={(event) => (event.key === 'Enter' ? finish() : undefined)}
          />
        </label>
      ) : null}
    </Dialog>
  );
}

function Crumbs({
  folder,
  onFolder,
}: {
  readonly folder: string;
  readonly onFolder: (folder: string) => void;
}): ReactElement {
  const parts = folder === '' ? [] : folder.split('/');
  return (
    <nav className="app-picker__crumbs" aria-label="Folder">
      <Button tone="quiet" onClick={() => onFolder('')}>
        {hostInfo().workspaceName}
      </Button>
      {parts.map((part, index) => {
        const path = parts.slice(0, index + 1).join('/');
        return (
          <span key={path} className="app-picker__crumb">
            <ChevronRight size={12} aria-hidden />
            <Button tone="quiet" onClick={() => onFolder(path)}>
              {part}
            </Button>
          </span>
        );
      })}
    </nav>
  );
}

interface EntriesProps {
  readonly listing: Listing;
  readonly isSaving: boolean;
  readonly chosen: string;
  readonly onFolder: (name: string) => void;
  readonly onChoose: (name: string) => void;
  readonly onOpen: (name: string) => void;
}

/** One tab stop: the arrow keys walk and choose, Enter opens. What is to be opened has the keyboard as soon as it is listed. */
function Entries({ listing, isSaving, chosen, onFolder, onChoose, onOpen }: EntriesProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (listing.kind === 'ready' && !isSaving) list.current?.querySelector<HTMLElement>('[role="option"]')?.focus();
  }, [listing, isSaving]);
  if (listing.kind === 'loading') return <EmptyState title={'Reading the folder \u2026'} />;
  if (listing.kind === 'failed') return <EmptyState title="This folder cannot be read">{listing.message}</EmptyState>;
  const shown = listing.entries.filter((entry) => entry.kind !== 'file');
  if (shown.length === 0) {
    return <EmptyState title="No designs here">Designs are files that end in .weft.</EmptyState>;
  }
  const names = new Set(shown.map(({ name }) => name));
  return (
    <div ref={list} role="listbox" aria-label="Files" tabIndex={-1} onKeyDown={walk}>
      {shown.map((entry, at) => {
        const Icon = entry.kind === 'folder' ? Folder : entry.kind === 'design' ? Network : File;
        const isFolder = entry.kind === 'folder';
        return (
          <button
            key={entry.name}
            type="button"
            role="option"
            aria-selected={!isFolder && entry.name === chosen}
            tabIndex={entry.name === chosen || (at === 0 && !names.has(chosen)) ? 0 : -1}
            className="app-picker__entry"
            onClick={() => (isFolder ? onFolder(entry.name) : onChoose(entry.name))}
            onDoubleClick={() => (isFolder || isSaving ? undefined : onOpen(entry.name))}
            onFocus={({ currentTarget }) => {
              if (!isFolder && !isSaving && currentTarget.matches(':focus-visible')) onChoose(entry.name);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || isFolder || isSaving) return;
              event.preventDefault();
              onOpen(entry.name);
            }}
          >
            <Icon size={15} aria-hidden />
            <span className="app-picker__entry-name">{entry.name}</span>
            <span className="app-picker__entry-age">
              <Age iso={entry.modifiedAt} />
            </span>
          </button>
        );
      })}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="option"]')];
  const at = options.findIndex((option) => option === document.activeElement);
  event.preventDefault();
  options[Math.min(Math.max(at + step, 0), options.length - 1)]?.focus();
}
