/**
 * Answers questions about the cables of one netlist: rows of the schedule, labels, port maps. Remembers the order of the last
 * query: pages of it follow.
 */
import type { Result } from '#core/base/result.ts';
import { createPortMapper, type PortMap, type PortMapper } from '#core/analysis/port-map.ts';
import { createRouteFinder, type Route, type RouteQuery } from '#core/analysis/route.ts';
import { createScheduleIndex, type ScheduleQuery } from '#core/io/schedule-index.ts';
import { createScheduleReader } from '#core/io/schedule-rows.ts';
import { createCableEnds } from '#core/netlist/cable-ends.ts';
import { createCableLabels, findLabelClash } from '#core/netlist/cable-labels.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { LabelSample, ScheduleAnswer } from './schedule-messages.ts';

interface Member {
  readonly deviceId: string;
  readonly member: number;
}

export interface ScheduleDesk {
  /** Rows first .. first + count - 1 of those found; fewer where they end. */
  read(query: ScheduleQuery, first: number, count: number): ScheduleAnswer;
  /** What a template would make of the first cables. */
  tryLabels(labelTemplate: string): LabelSample;
  /** Those that the netlist has. */
  mapPorts(members: readonly Member[]): PortMap[];
  /** The way from one device to another, or the sentence that says why there is none. */
  findRoute(query: RouteQuery): Result<Route, string>;
}

const SAMPLE_LABELS = 4;

export function openSchedule(netlist: Netlist): ScheduleDesk {
  const reader = createScheduleReader(netlist);
  const ends = createCableEnds(netlist);
  let mapper: PortMapper | null = null;
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
      const labels = createCableLabels({ ...netlist, cabling }, ends);
      const shown = Math.min(SAMPLE_LABELS, netlist.cableCount);
      return {
        labels: Array.from({ length: shown }, (_, cable) => labels.format(cable)),
        clash: findLabelClash(labels, netlist.cableCount),
      };
    },
    mapPorts(members) {
      mapper ??= createPortMapper(netlist, ends, reader.labels);
      const { map } = mapper;
      return members.flatMap(({ deviceId, member }) => map(deviceId, member) ?? []);
    },
    findRoute: createRouteFinder({ netlist, ends, labels: reader.labels }),
  };
}
