/** The parts of the catalog: drag one onto the canvas, or press Enter to put it where it belongs. */
import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Part, PartKind } from '#core/catalog/part.ts';
import { addPartAtCentre } from '../store/add-part.ts';
import { useCatalog } from '../store/design-store.ts';
import { IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { listByMaker, PALETTE_KINDS, type PaletteGroup, searchParts } from './palette-list.ts';
import { PaletteRow } from './palette-row.tsx';
import './palette.css';
import { explainList } from '#core/analysis/explain/explain-list.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { formatNumber } from '../ui/format.ts';
import { Explained } from './explained.tsx';

const HINTS: Readonly<Partial<Record<PartKind, string>>> = {
  nic: 'Drop on a server, or press Enter to fill the slots of the selected servers.',
  transceiver: 'Drop on a link, or press Enter for the selected links.',
  cable: 'Drop on a link, or press Enter for the selected links.',
  pdu: 'Drop on a rack, or press Enter for the selected racks.',
  cooling: 'Press Enter to stand two of them in the first room.',
};

export function Palette(): ReactElement {
  const catalog = useCatalog();
  const [kind, setKind] = useState<PartKind>('server');
  const [query, setQuery] = useState('');
  const searched = useDeferredValue(query.trim());
  const groups = useMemo(
    () => (searched === '' ? listByMaker(catalog, kind) : searchParts(catalog, searched)),
    [catalog, kind, searched],
  );
  const hint = searched === '' ? HINTS[kind] : undefined;
  return (
    <section className="palette" aria-label="Parts">
      <SearchField query={query} onQuery={setQuery} />
      <div className="palette__kinds" role="group" aria-label="Kind of part">
        {PALETTE_KINDS.map((entry) => (
          <button
            key={entry.kind}
            type="button"
            className="palette__kind"
            aria-pressed={searched === '' && entry.kind === kind}
            onClick={() => {
              setKind(entry.kind);
              setQuery('');
            }}
          >
            {entry.label}
          </button>
        ))}
      </div>
      {hint ? <p className="palette__hint">{hint}</p> : null}
      {groups.length === 0 ? (
        <EmptyState title="No part found">Nothing in the catalog matches {`\u201c${searched}\u201d`}.</EmptyState>
      ) : (
        <PartList key={searched === '' ? kind : 'search'} groups={groups} showsMaker={searched !== ''} />
      )}
    </section>
  );
}

function SearchField(props: { readonly query: string; readonly onQuery: (query: string) => void }): ReactElement {
  const inputRef = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    props.onQuery('');
    inputRef.current?.focus();
  };
  return (
    <div className="palette__search">
      <Search size={14} aria-hidden className="palette__search-icon" />
      <input
        ref={inputRef}
        className="ui-input"
        type="text"
        value={props.query}
        placeholder="Search parts"
        aria-label="Search parts"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? clear() : undefined)}
      />
      {props.query === '' ? null : (
        <IconButton label="Clear search" className="palette__search-clear" onClick={clear}>
          <X size={13} />
        </IconButton>
      )}
    </div>
  );
}

/** The arrow to the left leads from a part to the count of its group, the other ones back to the parts. */
function stepAside(event: KeyboardEvent<HTMLElement>): void {
  const isOnCount = event.target instanceof Element && event.target.closest('[data-maker]') !== null;
  if (isOnCount ? !['ArrowRight', 'ArrowDown'].includes(event.key) : event.key !== 'ArrowLeft') return;
  event.currentTarget.querySelector<HTMLElement>(isOnCount ? '[data-part]' : '[data-maker] button')?.focus();
  event.preventDefault();
}

const STATUS_NAMES: Readonly<Record<Part['status'], string>> = {
  shipping: 'on sale',
  reference: 'of reference designs',
  announced: 'announced',
  legacy: 'of an older generation',
  end_of_sale: 'no longer sold',
};

function explainGroup({ title, parts }: PaletteGroup, isFound: boolean): Explanation {
  return explainList({
    title: `Parts: ${title}`,
    unit: 'parts',
    items: parts.map(({ status }) => ({ name: STATUS_NAMES[status] })),
    filter: isFound
      ? 'Parts of the catalog, and those the design brings, that match the search.'
      : 'Parts of the catalog, and those the design brings, of this maker and the kind that is chosen above.',
  });
}

interface PartListProps {
  readonly groups: readonly PaletteGroup[];
  readonly showsMaker: boolean;
}

function PartList({ groups, showsMaker }: PartListProps): ReactElement {
  const [currentId, setCurrentId] = useState<string | null>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const ids = groups.flatMap((group) => group.parts.map((part) => part.id));
  const tabStop = currentId !== null && ids.includes(currentId) ? currentId : ids[0];

  const move = (fromId: string, step: number): void => {
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(fromId) + step))];
    const row = listRef.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(next ?? '')}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="palette__list" ref={listRef}>
      {groups.map((group) => (
        <div key={group.title} role="group" aria-label={group.title} onKeyDown={stepAside}>
          <div className="palette__maker">
            {group.title}{' '}
            <span data-maker>
              <Explained
                source={() => explainGroup(group, showsMaker)}
                figure={`Parts: ${group.title}`}
                text={formatNumber(group.parts.length)}
                isInRow
              />
            </span>
          </div>
          {group.parts.map((part) => (
            <PaletteRow
              key={part.id}
              part={part}
              showsMaker={showsMaker}
              isTabStop={part.id === tabStop}
              onFocus={() => setCurrentId(part.id)}
              onMove={(step) => move(part.id, step)}
              onAdd={() => addPartAtCentre(part.id)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
