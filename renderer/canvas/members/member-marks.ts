/** What the newest report and the current scenario say of single members of a device group. Pure. */
import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import type { BrokenRun } from '../../store/break-items.ts';

export interface MemberMark {
  readonly severity: Severity;
  readonly messages: readonly string[];
}

export interface MemberMarks {
  /** By member, from 0: findings that name it. */
  readonly problems: ReadonlyMap<number, MemberMark>;
  readonly isBroken: (member: number) => boolean;
  /** Members with findings or broken ones, in order. */
  readonly marked: readonly number[];
}

/** Findings come worst first. `broken`: runs that carry no traffic. */
export function markMembers(
  problems: readonly Diagnostic[],
  deviceId: string,
  broken: readonly BrokenRun[] | 'all',
  count: number,
): MemberMarks {
  const marks = new Map<number, { severity: Severity; messages: string[] }>();
  for (const { where, severity, message } of problems) {
    for (const ref of where) {
      if (ref.kind !== 'device' || ref.id !== deviceId || ref.member === undefined) continue;
      const mark = marks.get(ref.member);
      if (mark) mark.messages.push(message);
      else marks.set(ref.member, { severity, messages: [message] });
    }
  }
  const runs = broken === 'all' ? [{ first: 0, count }] : broken;
  const marked = new Set(marks.keys());
  for (const run of runs) for (let at = 0; at < run.count; at += 1) marked.add(run.first + at);
  return {
    problems: marks,
    isBroken: (member) => runs.some((run) => member >= run.first && member < run.first + run.count),
    marked: [...marked].filter((member) => member < count).sort((a, b) => a - b),
  };
}
