/** Hangs PDUs on feeds: of all racks at once, as one undo step. */
import type { Rack } from '#core/design/design.ts';
import { createGestureId, dispatch } from './design-store.ts';

/** Racks with PDUs that name no feed. */
export function listUnfedRacks(racks: Readonly<Record<string, Rack>>): Rack[] {
  return Object.values(racks).filter(
    (rack) => rack.pdus.length > 0 && rack.pdus.every((pdu) => pdu.feedId === undefined),
  );
}

/** Half of the PDUs of these racks on each of two feeds; of an odd number the first feed gets one more. */
export function spreadPdus(racks: readonly Rack[], [first, second]: readonly [string, string]): void {
  const gesture = createGestureId();
  for (const rack of racks) {
    const pdus = rack.pdus.flatMap((pdu) => {
      const onFirst = Math.ceil(pdu.count / 2);
      const onSecond = pdu.count - onFirst;
      return [
        { ...pdu, count: onFirst, feedId: first },
        ...(onSecond > 0 ? [{ ...pdu, count: onSecond, feedId: second }] : []),
      ];
    });
    if (dispatch({ name: 'setRackPower', args: { rackIds: [rack.id], pdus } }, gesture).length > 0) return;
  }
}
