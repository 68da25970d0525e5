/** One rack of the view: its head with figures, and its units. Drawn only while it is in sight. */
import { memo, type ReactElement, useEffect, useMemo, useRef } from 'react';
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Rack } from '#core/design/design.ts';
import type { RackFace } from '#core/netlist/rack-elevation.ts';
import { useMoveStore } from '../../store/member-move.ts';
import { useElevation } from '../../store/rack-elevations.ts';
import { listAirClashes, listRackProblems } from '../../store/rack-problems.ts';
import { RACK_HEAD, useRacksStore } from '../../store/racks-store.ts';
import { useReportStore } from '../../store/report-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { RackDevice } from './rack-device.tsx';
import { RackFrame } from './rack-frame.tsx';
import { RackGhost } from './rack-ghost.tsx';
import { RackHead, readFacts } from './rack-head.tsx';
import './rack-column.css';

interface RackColumnProps {
  readonly rack: Rack;
  /** Within its group, from 0. */
  readonly index: number;
  /** Over all groups. */
  readonly number: number;
  readonly name: string;
  readonly face: RackFace;
  readonly unitPx: number;
  /** Takes the Tab key when the keyboard is in none of the racks drawn. */
  readonly isFirst: boolean;
}

function hasMember(selection: readonly ObjectRef[], kind: ObjectRef['kind'], id: string, member: number): boolean {
  return selection.some(
    (ref) => ref.kind === kind && ref.id === id && (ref.member === undefined || ref.member === member),
  );
}

/** The key the keyboard is at in this rack; null = elsewhere. Takes the focus when asked to. */
function useCursor(number: number, root: { readonly current: HTMLElement | null }): string | null {
  const cursor = useRacksStore((state) => (state.cursor?.rack === number ? state.cursor : null));
  useEffect(() => {
    if (!cursor || cursor.serial === 0) return;
    const { current } = root;
    const wanted = [...(current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].find(
      (element) => element.dataset['key'] === cursor.key,
    );
    const element = wanted ?? current?.querySelector<HTMLElement>(`[data-key="${RACK_HEAD}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor, root]);
  return cursor?.key ?? null;
}

export const RackColumn = memo(function RackColumn(props: RackColumnProps): ReactElement {
  const { rack, index, number, name, face, unitPx } = props;
  const root = useRef<HTMLDivElement>(null);
  const elevation = useElevation(rack, index);
  const report = useReportStore((state) => state.report);
  const selection = useViewStore((state) => state.selection);
  const carried = useMoveStore((state) => state.move?.carried ?? null);
  const preview = useMoveStore(({ move }) =>
    move?.target?.rackId === rack.id && move.target.rackIndex === index ? move.preview : null,
  );
  const cursorKey = useCursor(number, root);
  const problems = useMemo(() => listRackProblems(report, rack.id, index), [report, rack.id, index]);
  const airClashes = useMemo(() => listAirClashes(problems), [problems]);
  const hasCursor = cursorKey !== null;
  const stopKey =
    cursorKey !== null && elevation.devices.some(({ key }) => key === cursorKey)
      ? cursorKey
      : hasCursor || props.isFirst
        ? RACK_HEAD
        : null;
  const isCarried = (deviceId: string, member: number): boolean =>
    carried?.kind === 'members' && carried.members.some((own) => own.deviceId === deviceId && own.member === member);
  return (
    <div
      ref={root}
      className="rack-column"
      role="group"
      aria-label={name}
      data-testid={`rack-${rack.id}-${index}`}
      data-column={number}
      data-aimed={preview !== null}
    >
      <RackHead
        rack={rack}
        index={index}
        usedUnits={elevation.usedUnits}
        facts={readFacts(report?.facility.racks, number)}
        problems={problems}
        isSelected={hasMember(selection, 'rack', rack.id, index)}
        isTabStop={stopKey === RACK_HEAD}
        maxWAfter={preview?.maxWAfter ?? null}
      />
      <div className="rack-column__floor">
        <RackFrame
          elevation={elevation}
          heightUnits={rack.heightUnits}
          fillers={rack.fillers ?? false}
          face={face}
          unitPx={unitPx}
          number={number}
          renderDevice={(device) => (
            <RackDevice
              key={device.key}
              device={device}
              face={face}
              unitPx={unitPx}
              isSelected={hasMember(selection, 'device', device.deviceId, device.member)}
              isCarried={isCarried(device.deviceId, device.member)}
              isTabStop={stopKey === device.key}
              blowsAgainst={airClashes.has(device.deviceId)}
            />
          )}
        >
          {preview ? <RackGhost preview={preview} heightUnits={rack.heightUnits} unitPx={unitPx} /> : null}
        </RackFrame>
      </div>
    </div>
  );
});
