/** Rack groups as far as floor and runs of cable need them. */
import type { Memory } from '../base/memory.ts';
import type { NetRackGroup } from './netlist.ts';

/** Stays the same while the floor has no reason to change. */
export interface RackRun extends Pick<NetRackGroup, 'rackId' | 'name' | 'firstRack' | 'count'> {
  readonly widthMm: number | null;
  /** Of a rack unit. */
  readonly unitMm: number | null;
}

export function listRackRuns(rackGroups: readonly NetRackGroup[], memory: Memory): readonly RackRun[] {
  return memory.settle('rack runs', [rackGroups], () =>
    rackGroups.map(({ rackId, name, firstRack, count, part }) => {
      return { rackId, name, firstRack, count, widthMm: part?.widthMm ?? null, unitMm: part?.unitMm ?? null };
    }),
  );
}
