/** Answers questions about the cable schedule of one netlist, and remembers the order of the last question: pages of it follow. */
import { createScheduleIndex, type ScheduleQuery } from '#core/io/schedule-index.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { createCableEnds } from '#core/netlist/cable-ends.ts';
import { createCableLabels, findLabelClash } from '#core/netlist/cable-labels.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { LabelSample, ScheduleAnswer } from './schedule-messages.ts';

export interface ScheduleDesk {
  /** Rows first .. first + count - 1 of those found; fewer where they end. */
  read(query: ScheduleQuery, first: number, count: number): ScheduleAnswer;
  /** What a template would make of the first cables. */
  tryLabels(labelTemplate: string): LabelSample;
}

const SAMPLE_LABELS = 4;

export function openSchedule(netlist: Netlist): ScheduleDesk {
  const reader = createScheduleReader(netlist);
  const index = createScheduleIndex(reader);
  let asked = '';
  let found = new Uint32Array();
  return {
    read(query, first, count) {
      // Queries come as clones: they are the same when they read the same.
      const text = JSON.stringify(query);
      if (text !== asked) {
        found = index.findRows(query) as Uint32Array<ArrayBuffer>;
        asked = text;
      }
      const rows = Array.from(found.subarray(first, first + count), (row) => reader.readRow(row));
      return { first, rows, rowCount: found.length, totalCount: reader.rowCount };
    },
    tryLabels(labelTemplate) {
      const cabling = { ...netlist.cabling, labelTemplate };
      const labels = createCableLabels({ ...netlist, cabling }, createCableEnds(netlist));
      const shown = Math.min(SAMPLE_LABELS, netlist.cableCount);
      return {
        labels: Array.from({ length: shown }, (_, cable) => labels.format(cable)),
        clash: findLabelClash(labels, netlist.cableCount),
      };
    },
  };
}
