/** A device group that is opened: its members with their names, racks and findings, beside the drawing. Nothing is edited here. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Device } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';
import { listBrokenRuns } from '../../store/break-items.ts';
import { selectDesign, useDesignStore } from '../../store/design-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { toCanvasId } from '../canvas-id.ts';
import { useInteraction } from '../interaction.ts';
import { closeGroup } from '../open-item.ts';
import { ToldFigure } from '../told-figure.tsx';
import { MemberCables } from './member-cables.tsx';
import { MemberList } from './member-list.tsx';
import { markMembers, type MemberMarks } from './member-marks.ts';
import { useKeepClear } from './use-keep-clear.ts';
import { useMemberSearch } from './use-member-search.ts';
import './members.css';

export function MembersPanel() {
  const opened = useInteraction((state) => state.openedGroup);
  const device = useDesignStore((state) =>
    opened === null ? undefined : findRecord(selectDesign(state).devices, opened),
  );
  // The key starts another group from its top, with nothing typed.
  return device ? <Panel key={device.id} device={device} /> : null;
}

function Panel({ device }: { readonly device: Device }) {
  const [text, setText] = useState('');
  const [isMarkedOnly, setMarkedOnly] = useState(false);
  const owner = useDesignStore(selectDesign);
  const problems = useReportStore((state) => state.report?.problems);
  const marks = useMemo(() => {
    const broken = listBrokenRuns(owner, { kind: 'device', id: device.id });
    return markMembers(problems ?? [], device.id, broken, device.count);
  }, [owner, problems, device]);
  const search = useMemberSearch(device, useDeferredValue(text));
  // The last of them may have been repaired meanwhile.
  const showsMarked = isMarkedOnly && marks.marked.length > 0;
  const members = useMemo(() => narrow(search.found, showsMarked ? marks : null), [search.found, showsMarked, marks]);
  const picked = useViewStore((state) => {
    const [only, ...others] = state.selection;
    return others.length === 0 && only?.kind === 'device' && only.id === device.id ? (only.member ?? null) : null;
  });
  const root = useRef<HTMLElement>(null);
  useKeepClear(root, toCanvasId('device', device.id));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      closeGroup();
    } else if (
      event.key === 'ArrowDown' &&
      event.target instanceof HTMLInputElement &&
      event.target.type === 'search'
    ) {
      event.preventDefault();
      root.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
    }
  };
  return (
    // biome-ignore lint/a11y: Escape closes it from wherever the focus is inside
    <section
      ref={root}
      className="members"
      data-floats
      aria-label={`Members of ${device.name}`}
      onKeyDown={onKeyDown}
      data-testid="members-panel"
    >
      <header className="members__head">
        <h2 className="members__title">{device.name}</h2>
        <span className="cv-count">
          <ToldFigure
            source={`device/members/${device.id}`}
            figure="Members"
            text={`× ${formatNumber(device.count)}`}
          />
        </span>
        <IconButton label="Close the list" shortcut="Esc" onClick={closeGroup}>
          <X size={15} />
        </IconButton>
      </header>
      <div className="members__filter">
        <input
          type="search"
          className="ui-input members__search"
          placeholder="Find by name"
          aria-label={`Find members of ${device.name} by name`}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        {marks.marked.length > 0 && (
          <label className="members__only">
            <input type="checkbox" checked={isMarkedOnly} onChange={(event) => setMarkedOnly(event.target.checked)} />
            {formatNumber(marks.marked.length)} with problems
          </label>
        )}
      </div>
      <p className="members__sub" aria-live="polite">
        {describeFound(device, members, search.isDone)}
      </p>
      <MemberList
        device={device}
        members={members}
        picked={picked}
        marks={marks}
        filterKey={showsMarked ? `marked ${text}` : text}
      />
      {picked !== null && picked < device.count && <MemberCables deviceId={device.id} member={picked} />}
    </section>
  );
}

function narrow(found: readonly number[] | null, marks: MemberMarks | null): readonly number[] | null {
  if (marks === null) return found;
  if (found === null) return marks.marked;
  const marked = new Set(marks.marked);
  return found.filter((member) => marked.has(member));
}

function describeFound(device: Device, members: readonly number[] | null, isDone: boolean): string {
  if (members === null) return formatCount(device.count, 'member');
  if (!isDone) return `${formatNumber(members.length)} found so far`;
  return members.length === 0
    ? 'No member has that name'
    : `${formatNumber(members.length)} of ${formatNumber(device.count)}`;
}
