/**
 * Brings an object of the design to where it is seen best, and the keys with it: single racks on the floor or in the view of the
 * racks, the rest where it is drawn.
 */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import { findMemberSeat } from '#core/netlist/member-seat.ts';
import { catalog, design } from '../../store/design-store.ts';
import { numberRack, rackPlan } from '../../store/rack-elevations.ts';
import { focusInRack, RACK_HEAD } from '../../store/racks-store.ts';
import { focusView } from '../focus-view.ts';
import { requestFocus, select, sendCanvasCommand, setView, viewStore } from '../../store/view-store.ts';

export function goTo(ref: ObjectRef): void {
  // The keys go there too, whatever had them before the list.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (ref.member === undefined) requestFocus(ref);
  else if (ref.kind === 'rack') goToRack(ref, ref.member);
  else goToMember(ref, ref.member);
  focusView();
}

function goToRack(ref: ObjectRef, index: number): void {
  select([ref]);
  const number = numberRack(rackPlan(), ref.id, index);
  if (viewStore.getState().view === 'floor') sendCanvasCommand('zoom-selection');
  else if (number !== null) {
    setView('racks');
    focusInRack(number, RACK_HEAD);
  }
}

/** Single members are drawn in their racks only: elsewhere their group comes into sight, and the inspector tells of the member. */
function goToMember(ref: ObjectRef, member: number): void {
  const isAtRacks = viewStore.getState().view === 'racks';
  const seat = isAtRacks ? findMemberSeat(design(), catalog(), ref.id, member) : null;
  const number = seat && numberRack(rackPlan(), seat.rackId, seat.rackIndex);
  if (number === null) requestFocus(ref);
  else focusInRack(number, `${ref.id} ${member}`);
  select([ref]);
}
