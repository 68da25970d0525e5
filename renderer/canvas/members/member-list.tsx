/** Members as lines, of which only those in sight are drawn. One tab stop: arrows walk, what is walked to is selected. */
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Device } from '#core/design/design.ts';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { formatRackName } from '#core/netlist/names.ts';
import { nameDeviceMember } from '#core/netlist/rack-elevation.ts';
import { selectDesign, useCatalog, useDesignStore } from '../../store/design-store.ts';
import { hoverRoute } from '../../store/route-store.ts';
import { SeverityIcon } from '../../ui/severity-icon.tsx';
import { useRowWindow } from '../../ui/use-row-window.ts';
import { BrokenSign } from '../broken-badge.tsx';
import { selectMember } from './light-member.ts';
import type { MemberMarks } from './member-marks.ts';

/** As the style sheet has it. */
const ROW_PX = 30;
const OVERSCAN_ROWS = 6;

interface MemberListProps {
  readonly device: Device;
  /** null = all. */
  readonly members: readonly number[] | null;
  /** null = none. */
  readonly picked: number | null;
  readonly marks: MemberMarks;
  /** What the members are narrowed by: the list starts at its top with each. */
  readonly filterKey: string;
}

export function MemberList({ device, members, picked, marks, filterKey }: MemberListProps) {
  const listId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const rowCount = members?.length ?? device.count;
  const shown = useRowWindow(scrollRef, { rowCount, rowHeightPx: ROW_PX, overscan: OVERSCAN_ROWS });
  useEffect(() => scrollRef.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    if (filterKey !== '' && scrollRef.current) scrollRef.current.scrollTop = 0;
  }, [filterKey]);
  const memberAt = (row: number): number => members?.[row] ?? row;
  const pickedRow = picked === null ? -1 : members === null ? picked : members.indexOf(picked);

  const walk = (row: number): void => {
    if (rowCount === 0) return;
    const at = Math.min(rowCount - 1, Math.max(0, row));
    const element = scrollRef.current;
    if (element) {
      const lowest = at * ROW_PX + ROW_PX - element.clientHeight;
      if (element.scrollTop > at * ROW_PX) element.scrollTop = at * ROW_PX;
      else if (element.scrollTop < lowest) element.scrollTop = lowest;
    }
    selectMember(device.id, memberAt(at));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / ROW_PX) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: pickedRow + 1,
      ArrowUp: pickedRow - 1,
      PageDown: pickedRow + page,
      PageUp: pickedRow - page,
      Home: 0,
      End: rowCount - 1,
    };
    const to = steps[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    walk(to);
  };
  const isPickedShown = pickedRow >= shown.first && pickedRow < shown.end;
  return (
    <div
      ref={scrollRef}
      className="members__list"
      role="listbox"
      tabIndex={0}
      aria-label={`Members of ${device.name}`}
      aria-activedescendant={isPickedShown ? `${listId}-${pickedRow}` : undefined}
      onKeyDown={onKeyDown}
      data-testid="member-list"
    >
      <div className="members__rows" role="presentation" style={{ height: rowCount * ROW_PX }}>
        {Array.from({ length: shown.end - shown.first }, (_, at) => {
          const row = shown.first + at;
          return (
            <MemberLine
              key={row % shown.slotCount}
              id={`${listId}-${row}`}
              device={device}
              member={memberAt(row)}
              place={row}
              rowCount={rowCount}
              isPicked={row === pickedRow}
              marks={marks}
            />
          );
        })}
      </div>
    </div>
  );
}

interface MemberLineProps {
  readonly id: string;
  readonly device: Device;
  readonly member: number;
  readonly place: number;
  readonly rowCount: number;
  readonly isPicked: boolean;
  readonly marks: MemberMarks;
}

function MemberLine({ id, device, member, place, rowCount, isPicked, marks }: MemberLineProps) {
  const rack = useRackOf(device, member);
  const problem = marks.problems.get(member);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names the active line
    <div
      id={id}
      className="members__line"
      role="option"
      aria-selected={isPicked}
      aria-posinset={place + 1}
      aria-setsize={rowCount}
      style={{ transform: `translateY(${place * ROW_PX}px)` }}
      onClick={() => selectMember(device.id, member)}
      onPointerEnter={() => hoverRoute({ deviceId: device.id, member })}
      onPointerLeave={() => hoverRoute(null)}
      data-testid={`member-${member}`}
    >
      <span className="members__name">{nameDeviceMember(device, member)}</span>
      {problem && (
        <span className="members__problem" title={problem.messages.join('\n')}>
          <SeverityIcon severity={problem.severity} size={13} />
          {problem.messages.length}
        </span>
      )}
      {marks.isBroken(member) && <BrokenSign text="broken" />}
      <span className="members__rack">{rack ?? 'in no rack'}</span>
    </div>
  );
}

/** `Compute 3, unit 12`; null = it stands in no rack. */
function useRackOf(device: Device, member: number): string | null {
  const owner = useDesignStore(selectDesign);
  const catalog = useCatalog();
  const seat = findMemberSeat(owner, catalog, device.id, member);
  const rack = seat ? owner.racks[seat.rackId] : undefined;
  return seat && rack ? `${formatRackName(rack.name, seat.rackIndex, rack.count)}, U${seat.bottomUnit}` : null;
}
