/**
 * The cable schedule, one row for each cable from A to Z. Rows are read one by one as they are needed; what is shown, copied
 * and exported comes from the same columns.
 */
import { createCableEnds, type Side } from '../netlist/cable-ends.ts';
import { type CableLabels, createCableLabels } from '../netlist/cable-labels.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { createScheduleColumns, type ScheduleColumn, type ScheduleKey } from './schedule-columns.ts';
import { listScheduleLines, type ScheduleLines } from './schedule-lines.ts';

export interface ScheduleEnd {
  readonly deviceId: string;
  /** Of the device's group, from 0. */
  readonly member: number;
  /** Empty = not in a rack. */
  readonly rack: string;
  /** Lowest unit of the device, from 1; null = not in a rack. */
  readonly unit: number | null;
  readonly device: string;
  /** Port block. */
  readonly block: string;
  /** In the block, from 1. */
  readonly cage: number;
  /** In the cage, from 1: `1`, `1-2`. */
  readonly ports: string;
  /** All three in a word: `data 3/1`. */
  readonly port: string;
  /** Model; empty = none. */
  readonly transceiver: string;
  /** What it is ordered by; empty = none, or not known. */
  readonly transceiverNumber: string;
}

export interface ScheduleRow {
  /** Of the cable, from 0; null = the chosen cable cannot make this connection. */
  readonly cable: number | null;
  readonly label: string;
  readonly fabricId: string;
  readonly fabric: string;
  readonly linkId: string;
  readonly phase: number;
  readonly a: ScheduleEnd;
  readonly b: ScheduleEnd;
  /** `Fibre OS2`, `DAC`; empty = not chosen. */
  readonly medium: string;
  readonly part: string;
  readonly partNumber: string;
  /** As bought; null = the lengths on sale are not known. */
  readonly lengthM: number | null;
  readonly runM: number;
  /** The run is the link's planned length: an end is not on the floor. */
  readonly isPlanned: boolean;
  readonly speedGbps: number;
  readonly connectionCount: number;
  readonly note: string;
}

export interface ScheduleReader {
  readonly netlist: Netlist;
  readonly lines: ScheduleLines;
  readonly labels: CableLabels;
  readonly columns: ReadonlyMap<ScheduleKey, ScheduleColumn>;
  readonly rowCount: number;
  readRow(index: number): ScheduleRow;
  /** The same as a table shows it. */
  readValue(index: number, key: ScheduleKey): string | number | null;
}

export function createScheduleReader(netlist: Netlist): ScheduleReader {
  const ends = createCableEnds(netlist);
  const lines = listScheduleLines(netlist, ends);
  const labels = createCableLabels(netlist, ends);
  const columns = createScheduleColumns({ netlist, ends, lines, labels });
  const readValue = (index: number, key: ScheduleKey): string | number | null => {
    const column = columns.get(key);
    return column ? column.valueOf(column.codeOf(index)) : null;
  };
  const readText = (index: number, key: ScheduleKey): string => String(readValue(index, key) ?? '');
  const readNumber = (index: number, key: ScheduleKey): number => Number(readValue(index, key) ?? 0);
  const readEnd = (index: number, side: Side): ScheduleEnd => {
    const member = lines.getMember(index, side);
    const group = netlist.groups[netlist.memberGroup[member] as number] as NetGroup;
    return {
      deviceId: group.deviceId,
      member: member - group.firstMember,
      rack: readText(index, `${side}Rack`),
      unit: readValue(index, `${side}Unit`) as number | null,
      device: readText(index, `${side}Device`),
      block: readText(index, `${side}Block`),
      cage: readNumber(index, `${side}Cage`),
      ports: readText(index, `${side}Ports`),
      port: readText(index, `${side}Port`),
      transceiver: readText(index, `${side}Transceiver`),
      transceiverNumber: readText(index, `${side}TransceiverNumber`),
    };
  };
  return {
    netlist,
    lines,
    labels,
    columns,
    rowCount: lines.count,
    readValue,
    readRow(index) {
      const link = netlist.links[lines.getLink(index)] as NetLink;
      return {
        cable: index < netlist.cableCount ? index : null,
        label: readText(index, 'label'),
        fabricId: netlist.fabrics[link.fabric]?.fabricId ?? '',
        fabric: readText(index, 'fabric'),
        linkId: link.linkId,
        phase: readNumber(index, 'phase'),
        a: readEnd(index, 'a'),
        b: readEnd(index, 'b'),
        medium: readText(index, 'medium'),
        part: readText(index, 'part'),
        partNumber: readText(index, 'partNumber'),
        lengthM: readValue(index, 'length') as number | null,
        runM: readNumber(index, 'run'),
        isPlanned: readValue(index, 'runBasis') === 'planned',
        speedGbps: link.speedGbps,
        connectionCount: readNumber(index, 'connections'),
        note: readText(index, 'note'),
      };
    },
  };
}
