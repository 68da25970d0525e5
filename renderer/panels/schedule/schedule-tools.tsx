/** Above the schedule: what to look for, how much there is of it, and where it can go. */
import { Columns3, Copy, Download, Search, X } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { runAction } from '../../store/action-registry.ts';
import { explainDifference } from '#core/analysis/explain/explain-weighed.ts';
import type { Explanation } from '#core/analysis/explain/explanation.ts';
import { toggleColumn, useColumnLayout } from '../../store/column-layout.ts';
import { useReportStore } from '../../store/report-store.ts';
import { countRows } from '../../store/row-ranges.ts';
import { setFollowsSelection, useFollowsSelection } from '../../store/schedule-lights.ts';
import { EVERY_CABLE, setQuery, useScheduleStore } from '../../store/schedule-store.ts';
import { Explained } from '../explained.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { LabelButton } from './label-editor.tsx';
import { SCHEDULE_COLUMNS, type ScheduleColumnView } from './schedule-columns.ts';
import { copyRows, exportRows } from './write-rows.ts';

const TYPING_PAUSE_MS = 160;

export function ScheduleTools({ columns }: { readonly columns: readonly ScheduleColumnView[] }): ReactElement {
  const follows = useFollowsSelection();
  const chosenCount = useScheduleStore((state) => countRows(state.chosen));
  return (
    <div className="schedule-tools">
      <SearchBox />
      <label className="schedule-tools__follow" title="Only cables at what is selected in any view">
        <input
          type="checkbox"
          checked={follows}
          onChange={(event) => setFollowsSelection(event.target.checked)}
          data-testid="schedule-follows"
        />
        At the selection
      </label>
      <CountLine />
      <span className="schedule-tools__buttons">
        <ColumnMenu />
        <LabelButton />
        <Button onClick={() => void copyRows(columns)} title="Copy as tab-separated text (Ctrl+C)">
          <Copy size={14} /> {chosenCount > 0 ? `Copy ${formatCount(chosenCount, 'row')}` : 'Copy all'}
        </Button>
        <ExportMenu columns={columns} shown={chosenCount > 0 ? formatCount(chosenCount, 'chosen row') : 'Rows shown'} />
      </span>
    </div>
  );
}

/** Every cable with all its columns, or what is on screen. */
function ExportMenu(props: { readonly columns: readonly ScheduleColumnView[]; readonly shown: string }): ReactElement {
  const { columns, shown } = props;
  return (
    <MenuButton
      trigger={
        <Button data-testid="schedule-export">
          <Download size={14} /> Export
        </Button>
      }
      entries={() => [
        { id: 'export-all', label: 'All cables, every column (.csv)', onSelect: () => runAction('export-cables') },
        {
          id: 'export-csv',
          label: `${shown} (.csv)`,
          startsGroup: true,
          onSelect: () => void exportRows('csv', columns),
        },
        { id: 'export-tsv', label: `${shown} (.tsv)`, onSelect: () => void exportRows('tsv', columns) },
      ]}
    />
  );
}

function SearchBox(): ReactElement {
  const asked = useScheduleStore((state) => state.query.text);
  const [draft, setDraft] = useState(asked);
  useEffect(() => setDraft(asked), [asked]);
  useEffect(() => {
    if (draft === asked) return undefined;
    const timer = setTimeout(() => setQuery(() => ({ text: draft })), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, asked]);
  return (
    <div className="schedule-tools__search">
      <Search size={14} aria-hidden />
      <input
        type="text"
        className="ui-input"
        value={draft}
        placeholder="Filter all columns"
        aria-label="Filter all columns"
        spellCheck={false}
        autoComplete="off"
        data-testid="schedule-filter"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || draft === '') return;
          event.stopPropagation();
          setDraft('');
        }}
      />
    </div>
  );
}

function explainFound(total: number, found: number): Explanation {
  return explainDifference(
    { title: 'Cables that the filters let through', unit: 'cables', caveats: ['Every filter of a column must hold.'] },
    { name: 'left out by the filters', value: total - found },
    { name: 'of the schedule', value: total },
  );
}

/** `300 144 cables, 12 filtered`; a stale table says so in words, too. */
function CountLine(): ReactElement {
  const total = useScheduleStore((state) => state.totalCount);
  const found = useScheduleStore((state) => state.rowCount);
  const isFiltered = useScheduleStore(
    ({ query }) =>
      query.text !== '' || query.about !== null || Object.values(query.columns).some((text) => text !== ''),
  );
  const isStale = useReportStore((state) => state.isStale);
  const isAsking = useScheduleStore((state) => state.isAsking);
  const count = total === null ? '' : formatCount(total, 'cable');
  return (
    <>
      <p className="schedule-tools__count" role="status" data-testid="schedule-count">
        {total === null ? null : <Explained source="cables" figure="Cables" text={count} />}
        {isFiltered ? ', ' : ''}
        {isFiltered ? (
          <Explained
            source={() => explainFound(total ?? 0, found ?? 0)}
            figure="Cables that the filters let through"
            text={`${found === null || isAsking ? '\u2026' : formatNumber(found)} filtered`}
          />
        ) : null}
        {isStale ? <span className="schedule-tools__stale">recomputing {'\u2026'}</span> : null}
      </p>
      {isFiltered ? (
        <IconButton label="Show all cables" onClick={showAll}>
          <X size={14} aria-hidden />
        </IconButton>
      ) : null}
    </>
  );
}

function showAll(): void {
  setFollowsSelection(false);
  setQuery(({ sort }) => ({ ...EVERY_CABLE, sort }));
}

function ColumnMenu(): ReactElement {
  const { hidden } = useColumnLayout();
  return (
    <MenuButton
      trigger={
        <button type="button" className="ui-icon-button" aria-label="Columns" title="Columns">
          <Columns3 size={15} aria-hidden />
        </button>
      }
      entries={() =>
        SCHEDULE_COLUMNS.map((column) => ({
          id: `column-${column.key}`,
          label: column.title,
          checked: !hidden.includes(column.key),
          disabled: !hidden.includes(column.key) && hidden.length >= SCHEDULE_COLUMNS.length - 1,
          onSelect: () => toggleColumn(column.key),
        }))
      }
    />
  );
}
