/** A member that is picked: it is selected, and its cables and what they lead to light up, as the netlist has them. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { ScheduleRow } from '#core/io/schedule-rows.ts';
import { readSchedule } from '../../store/report-store.ts';
import { EVERY_CABLE } from '../../store/schedule-store.ts';
import { select, setHighlighted, viewStore } from '../../store/view-store.ts';

/** More cables than any one device has ports for. */
const MOST_CABLES = 4096;

export interface MemberCables {
  readonly rows: readonly ScheduleRow[];
  readonly totalCount: number;
}

export function selectMember(deviceId: string, member: number): void {
  select([{ kind: 'device', id: deviceId, member }]);
}

/** Fetches the cables of a member from the worker. */
export async function readMemberCables(deviceId: string, member: number): Promise<MemberCables> {
  const about: ObjectRef[] = [{ kind: 'device', id: deviceId, member }];
  const { rows, rowCount } = await readSchedule({ ...EVERY_CABLE, about }, 0, MOST_CABLES);
  return { rows, totalCount: rowCount };
}

/** Lights the cables up while the member is still the one that is selected. */
export function lightCables(deviceId: string, member: number, rows: readonly ScheduleRow[]): void {
  const [only, ...others] = viewStore.getState().selection;
  if (others.length > 0 || only?.kind !== 'device' || only.id !== deviceId || only.member !== member) return;
  const lit = new Map<string, ObjectRef>();
  for (const { linkId, a, b } of rows) {
    lit.set(`link ${linkId}`, { kind: 'link', id: linkId });
    for (const end of [a, b]) {
      if (end.deviceId === deviceId && end.member === member) continue;
      lit.set(`device ${end.deviceId} ${end.member}`, { kind: 'device', id: end.deviceId, member: end.member });
    }
  }
  setHighlighted([...lit.values()]);
}
