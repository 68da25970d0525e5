import type { TrayLoad } from '../../cabling-report.ts';
import { getFullestFill } from '../../tray-load.ts';
import { formatCount } from '../../../base/format-count.ts';
import type { Rule } from '../rule.ts';
import type { Finding } from '../tally.ts';

/** Trays of racks on the floor; the limit is the design's. */
export const trayFill: Rule = {
  id: 'floor.trays',
  code: 'floor.tray-fill',
  family: 'physical',
  severity: 'warning',
  title: 'Trays have room for their cables',
  rationale: 'Past half of a tray cables press on each other, cannot be traced or taken out, and hinder the air.',
  source: 'NFPA 70 (NEC), 392.22(A)(2)',
  subject: 'trays with cables',
  check({ trays }, tally) {
    if (!trays) return;
    for (const tray of trays.trays) {
      const fill = getFullestFill(tray);
      const unknown = tray.segments.some(({ unknownCount }) => unknownCount > 0);
      if (fill > trays.fillLimit) tally.fail(describeOverfill(tray, fill, trays.fillLimit));
      else if (unknown) tally.skip('the kind of some cables is not chosen, so their room is not known');
      else tally.pass();
    }
  },
};

function describeOverfill(
  { kind, name, rowIds, roomId, segments, fullestIndex }: TrayLoad,
  fill: number,
  limit: number,
): Finding {
  const cables = formatCount(segments[fullestIndex]?.cableCount ?? 0);
  const tray = kind === 'row' ? `The tray over ${name}` : name;
  const where =
    rowIds.length > 0 ? rowIds.map((id) => ({ kind: 'row' as const, id })) : [{ kind: 'room' as const, id: roomId }];
  return {
    message: `${tray} holds ${cables} cables and is ${Math.round(fill * 100)} % full, over the limit of ${Math.round(limit * 100)} %; make the tray larger or move racks that belong together.`,
    where,
  };
}
