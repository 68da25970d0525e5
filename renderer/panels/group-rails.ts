/** Neighbouring rails that measure the same, as one. */
import type { RailOversubscription } from '#core/analysis/bandwidth-report.ts';

export interface RailGroup {
  /** From 0, both included. */
  readonly first: number;
  readonly last: number;
  /** Of each rail. */
  readonly switchCount: number;
  readonly worst: number | null;
  readonly mean: number | null;
}

export function groupRails(rails: readonly RailOversubscription[]): RailGroup[] {
  const groups: RailGroup[] = [];
  for (const { rail, switchCount, worst, mean } of rails) {
    const before = groups.at(-1);
    const isAlike =
      before?.last === rail - 1 && before.switchCount === switchCount && before.worst === worst && before.mean === mean;
    if (isAlike) groups[groups.length - 1] = { ...before, last: rail };
    else groups.push({ first: rail, last: rail, switchCount, worst, mean });
  }
  return groups;
}
