/** Every rack of the design, front and rear, to scale: what stands where, how loaded it is, and moving devices about. */
import { Server } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { catalog, design } from '../../store/design-store.ts';
import { useMoveStore } from '../../store/member-move.ts';
import { numberRack, rackPlan, useRackPlan } from '../../store/rack-elevations.ts';
import { revealRack, useRacksStore } from '../../store/racks-store.ts';
import { useViewStore } from '../../store/view-store.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { RackPrint } from './rack-print.tsx';
import { RackScroller } from './rack-scroller.tsx';
import { RacksToolbar } from './racks-toolbar.tsx';
import { UnrackedShelf } from './unracked-shelf.tsx';
import { useMemberDrag } from './use-member-drag.ts';
import { usePartDrop } from './use-part-drop.ts';
import './racks.css';

/** What is chosen, here or in another view, comes into sight. */
function useReveal(): void {
  const selection = useViewStore((state) => state.selection);
  useEffect(() => {
    const last = selection.at(-1);
    const plan = rackPlan();
    if (last?.kind === 'rack') {
      const number = numberRack(plan, last.id, last.member ?? 0);
      if (number !== null) revealRack(number);
    } else if (last?.kind === 'device') {
      const seat = findMemberSeat(design(), catalog(), last.id, last.member ?? 0);
      const number = seat && numberRack(plan, seat.rackId, seat.rackIndex);
      if (number !== null) revealRack(number);
    }
  }, [selection]);
}

export function RacksView(): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const { rackCount } = useRackPlan();
  const isShelfOpen = useRacksStore((state) => state.isShelfOpen);
  const isPrintOpen = useRacksStore((state) => state.isPrintOpen);
  const drag = useMemberDrag(scroller);
  const partDrop = usePartDrop();
  useReveal();
  return (
    <div className="view racks" data-testid="racks-view">
      <RacksToolbar />
      <div className="racks__body">
        {isShelfOpen ? <UnrackedShelf onPress={drag.onPress} /> : null}
        {rackCount === 0 ? (
          <div className="racks__none" {...partDrop}>
            <EmptyState icon={<Server size={22} aria-hidden />} title="No racks yet">
              Drag a rack from the parts to here or to the topology, then drag devices to its units.
            </EmptyState>
          </div>
        ) : (
          <RackScroller scroller={scroller} onPressDevice={drag.onPressDevice} endsDrag={drag.endsDrag} />
        )}
      </div>
      <MoveStatus />
      <CarriedChip />
      {isPrintOpen ? <RackPrint /> : null}
    </div>
  );
}

/** What the keys hold and where it would come to stand, for eyes and for screen readers. */
function MoveStatus(): ReactElement {
  const move = useMoveStore((state) => state.move);
  const isByKeys = move?.by === 'keys';
  const landed = move?.preview?.landed[0];
  const rack = move?.target ? numberRack(rackPlan(), move.target.rackId, move.target.rackIndex) : null;
  const place = landed && rack !== null ? `unit ${landed.bottomUnit}` : '';
  const more = (move?.preview?.landed.length ?? 1) - 1;
  const reasons = [move?.preview?.refusal, ...(move?.preview?.excesses ?? [])].filter(Boolean).join(' ');
  return (
    <div className="racks__status" role="status" data-shown={isByKeys}>
      {isByKeys ? (
        <>
          <strong>
            {landed?.name}
            {more > 0 ? ` and ${more} more` : ''}
          </strong>{' '}
          at {place}. {reasons} <span>Arrows carry, Enter sets down, Escape leaves it.</span>
        </>
      ) : null}
    </div>
  );
}

/** Follows the pointer while what it carries is over no rack. */
function CarriedChip(): ReactElement | null {
  const move = useMoveStore((state) => state.move);
  const [point, setPoint] = useState<{ readonly x: number; readonly y: number } | null>(null);
  const isShown = move?.by === 'pointer' && move.target === null && move.carried.kind !== 'part';
  useEffect(() => {
    if (!isShown) return;
    const follow = (event: PointerEvent): void => setPoint({ x: event.clientX, y: event.clientY });
    window.addEventListener('pointermove', follow);
    return () => window.removeEventListener('pointermove', follow);
  }, [isShown]);
  if (!isShown || !point) return null;
  const what = move.carried.kind === 'members' ? formatCount(move.carried.members.length, 'device') : '1 device';
  return (
    <div className="racks__chip" style={{ transform: `translate(${point.x + 14}px, ${point.y + 14}px)` }}>
      {move.isOverShelf ? `Take ${what} out of the rack` : `${what}: drop on units of a rack`}
    </div>
  );
}
