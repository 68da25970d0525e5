/** Answers questions about the cable schedule of one netlist, and remembers the order of the last question: pages of it follow. */
import type { Netlist } from '#core/netlist/netlist.ts';
import type { ScheduleAnswer, ScheduleQuestion } from './schedule-messages.ts';
import { readThinRow } from './thin-schedule.ts';

export interface ScheduleDesk {
  read(question: ScheduleQuestion, first: number, count: number): ScheduleAnswer;
}

export function openSchedule(netlist: Netlist): ScheduleDesk {
  return {
    read(question, first, count) {
      const rows = [];
      for (let at = first; at < Math.min(first + count, netlist.cableCount); at += 1)
        rows.push(readThinRow(netlist, at));
      return { first, rows, rowCount: netlist.cableCount, totalCount: netlist.cableCount };
    },
  };
}
