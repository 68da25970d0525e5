/**
 * Columns of the cable schedule. A line has a code in every column and each code one value, so that hundreds of thousands of
 * lines are sorted, searched and written by the few values they share.
 */
import type { Part } from '../catalog/part.ts';
import { type CableEnds, formatCagePort, formatPorts, type Side } from '../netlist/cable-ends.ts';
import type { CableLabels } from '../netlist/cable-labels.ts';
import { getLinkPhase } from '../netlist/link-phase.ts';
import { type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import type { ScheduleLines } from './schedule-lines.ts';

type EndKey = 'Rack' | 'Unit' | 'Device' | 'Block' | 'Cage' | 'Ports' | 'Port' | 'Transceiver' | 'TransceiverNumber';

export type ScheduleKey =
  | 'label'
  | 'fabric'
  | 'purpose'
  | 'link'
  | 'phase'
  | `${Side}${EndKey}`
  | 'medium'
  | 'part'
  | 'partNumber'
  | 'length'
  | 'run'
  | 'runBasis'
  | 'speed'
  | 'connections'
  | 'note';

export interface ScheduleColumn {
  readonly key: ScheduleKey;
  readonly header: string;
  readonly isNumber: boolean;
  /** A small whole number; lines with equal codes have equal values. */
  codeOf(line: number): number;
  /** null = not known, or does not apply. */
  valueOf(code: number): string | number | null;
}

export interface ScheduleFacts {
  readonly netlist: Netlist;
  readonly ends: CableEnds;
  readonly lines: ScheduleLines;
  readonly labels: CableLabels;
}

export function createScheduleColumns(facts: ScheduleFacts): ReadonlyMap<ScheduleKey, ScheduleColumn> {
  const columns = [
    ...createNameColumns(facts),
    ...createEndColumns(facts, 'a'),
    ...createEndColumns(facts, 'b'),
    ...createCableColumns(facts),
    createNoteColumn(facts),
  ];
  return new Map(columns.map((column) => [column.key, column]));
}

type Value = string | number | null;

function createColumn(
  key: ScheduleKey,
  header: string,
  codeOf: (line: number) => number,
  valueOf: (code: number) => Value,
  isNumber = false,
): ScheduleColumn {
  return { key, header, isNumber, codeOf, valueOf };
}

function createNameColumns({ netlist, lines, labels }: ScheduleFacts): ScheduleColumn[] {
  const { links, fabrics } = netlist;
  const phases = links.map((link) => getLinkPhase(netlist, link));
  const fabricOf = (line: number): number => links[lines.getLink(line)]?.fabric ?? NONE;
  return [
    createColumn(
      'label',
      'Label',
      (line) => line,
      (line) => (line < netlist.cableCount ? labels.format(line) : null),
    ),
    createColumn('fabric', 'Fabric', fabricOf, (fabric) => fabrics[fabric]?.name ?? null),
    createColumn('purpose', 'Purpose', fabricOf, (fabric) => fabrics[fabric]?.purpose ?? null),
    createColumn(
      'link',
      'Link',
      (line) => lines.getLink(line),
      (link) => links[link]?.linkId ?? null,
    ),
    createColumn(
      'phase',
      'Phase',
      (line) => phases[lines.getLink(line)] as number,
      (phase) => phase,
      true,
    ),
  ];
}

function createEndColumns(facts: ScheduleFacts, side: Side): ScheduleColumn[] {
  const { netlist, ends, lines } = facts;
  const { memberRack, memberUnit, cageBlock, blocks } = netlist;
  const name = side.toUpperCase();
  const memberOf = (line: number): number => lines.getMember(line, side);
  const isNumber = true;
  return [
    createColumn(
      `${side}Rack`,
      `${name} rack`,
      (line) => (memberRack[memberOf(line)] as number) + 1,
      (code) => (code === 0 ? null : ends.getRackName(code - 1)),
    ),
    createColumn(
      `${side}Unit`,
      `${name} unit`,
      (line) => memberUnit[memberOf(line)] as number,
      (unit) => (unit === 0 ? null : unit),
      isNumber,
    ),
    createColumn(`${side}Device`, `${name} device`, memberOf, (member) => ends.getMemberName(member)),
    createColumn(
      `${side}Block`,
      `${name} ports`,
      (line) => cageBlock[lines.getCage(line, side)] as number,
      (block) => blocks[block]?.block.id ?? null,
    ),
    createColumn(
      `${side}Cage`,
      `${name} cage`,
      (line) => ends.getCageNumber(lines.getCage(line, side)),
      (cage) => cage,
      isNumber,
    ),
    createColumn(
      `${side}Ports`,
      `${name} port`,
      (line) => lines.getPorts(line, side),
      (bits) => (bits === 0 ? null : formatPorts(bits)),
    ),
    createPortColumn(facts, side),
    createColumn(
      `${side}Transceiver`,
      `${name} transceiver`,
      (line) => lines.getLink(line),
      (link) => findTransceiver(netlist.links[link] as NetLink, side)?.model ?? null,
    ),
    createColumn(
      `${side}TransceiverNumber`,
      `${name} transceiver part number`,
      (line) => lines.getLink(line),
      (link) => findTransceiver(netlist.links[link] as NetLink, side)?.partNumber ?? null,
    ),
  ];
}

/** Cage and port in one word. */
function createPortColumn({ netlist, ends, lines }: ScheduleFacts, side: Side): ScheduleColumn {
  const texts = new TextCodes();
  const codes = new Map<number, number>();
  const { cageBlock } = netlist;
  const codeOf = (line: number): number => {
    const cage = lines.getCage(line, side);
    const bits = lines.getPorts(line, side);
    const key = ((cageBlock[cage] as number) * MAX_CAGES + ends.getCageNumber(cage)) * MAX_PORT_BITS + bits;
    let code = codes.get(key);
    if (code === undefined) {
      code = texts.getCode(formatCagePort(netlist, ends, cage, bits));
      codes.set(key, code);
    }
    return code;
  };
  return createColumn(`${side}Port`, `${side.toUpperCase()} cage and port`, codeOf, (code) => texts.getText(code));
}

/** Far above what devices have; the product with the number of blocks stays below 2^53. */
const MAX_CAGES = 2 ** 14;
const MAX_PORT_BITS = 2 ** 24;

function findTransceiver({ medium }: NetLink, side: Side): Part | null {
  if (medium.kind !== 'optics') return null;
  return side === 'a' ? medium.transceiverA : medium.transceiverB;
}

function createCableColumns({ netlist, lines }: ScheduleFacts): ScheduleColumn[] {
  const { cableStock, cableStocks, cableLengthM, connectionLengthM, connectionRouted, links } = netlist;
  /** 0 = no cable. */
  const stockOf = (line: number): number => (line < netlist.cableCount ? (cableStock[line] as number) + 1 : 0);
  const cableOf = (code: number) => cableStocks[code - 1]?.cable;
  const isNumber = true;
  return [
    createColumn('medium', 'Medium', stockOf, (code) => {
      const cable = cableOf(code);
      return cable ? `${mediumNames[cable.category]}${cable.fiberType === null ? '' : ` ${cable.fiberType}`}` : null;
    }),
    createColumn('part', 'Cable', stockOf, (code) => cableOf(code)?.model ?? null),
    createColumn(
      'partNumber',
      'Cable part number',
      stockOf,
      (code) => cableStocks[code - 1]?.partNumber ?? cableOf(code)?.partNumber ?? null,
    ),
    createColumn(
      'length',
      'Bought length (m)',
      stockOf,
      (code) => {
        const stock = cableStocks[code - 1];
        return stock?.isKnown ? stock.lengthM : null;
      },
      isNumber,
    ),
    createColumn(
      'run',
      'Run (m)',
      (line) => {
        const runM = line < netlist.cableCount ? cableLengthM[line] : connectionLengthM[lines.getConnection(line)];
        return Math.round((runM as number) * CENTIMETRES);
      },
      (code) => code / CENTIMETRES,
      isNumber,
    ),
    createColumn(
      'runBasis',
      'Run is',
      (line) => connectionRouted[lines.getConnection(line)] ?? 0,
      (code) => (code === 1 ? 'measured' : 'planned'),
    ),
    createColumn(
      'speed',
      'Speed (Gb/s)',
      (line) => lines.getLink(line),
      (link) => links[link]?.speedGbps ?? null,
      isNumber,
    ),
    createColumn(
      'connections',
      'Connections',
      (line) => lines.getConnectionCount(line),
      (count) => count,
      isNumber,
    ),
  ];
}

const CENTIMETRES = 100;

const mediumNames = {
  dac: 'DAC',
  acc: 'ACC',
  aec: 'AEC',
  aoc: 'AOC',
  fiber: 'Fibre',
  twisted_pair: 'Twisted pair',
} as const;

/** What whoever orders or pulls the cable must know besides. */
function createNoteColumn({ netlist, ends, lines }: ScheduleFacts): ScheduleColumn {
  const texts = new TextCodes();
  const { cableStocks, cableStock } = netlist;
  const nameEnd = (cage: number): string =>
    `${ends.getMemberName(netlist.cageMember[cage] as number)} ${formatCagePort(netlist, ends, cage, 0)}`;
  const describeCable = (line: number): string => {
    if (line >= netlist.cableCount) return 'the chosen cable cannot make this connection';
    const { medium } = netlist.links[lines.getLink(line)] as NetLink;
    if (medium.kind === 'unresolved') return `no medium: ${medium.reason}`;
    return cableStocks[cableStock[line] as number]?.isKnown === true ? '' : 'lengths on sale are not known';
  };
  const describeOthers = (line: number, side: Side): string => {
    const others = lines.listOtherCages(line, side);
    return others.length === 0 ? '' : `${side.toUpperCase()} plugs also go to ${others.map(nameEnd).join(', ')}`;
  };
  const describe = (line: number): string => {
    const note = describeCable(line);
    if (lines.getConnectionCount(line) < 2) return note;
    return [note, describeOthers(line, 'a'), describeOthers(line, 'b')].filter((text) => text !== '').join('; ');
  };
  return createColumn(
    'note',
    'Note',
    (line) => texts.getCode(describe(line)),
    (code) => texts.getText(code) || null,
  );
}

/** Numbers texts as they come. */
class TextCodes {
  private readonly texts: string[] = [];
  private readonly codes = new Map<string, number>();

  getCode(text: string): number {
    let code = this.codes.get(text);
    if (code === undefined) {
      code = this.texts.push(text) - 1;
      this.codes.set(text, code);
    }
    return code;
  }

  getText(code: number): string {
    return this.texts[code] ?? '';
  }
}
