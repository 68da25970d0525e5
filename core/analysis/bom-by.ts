/**
 * The bill of materials taken apart by fabric, rack or phase. Every piece stands in exactly one section, so the sections add up
 * to the whole. Spares are counted on the whole and belong to no section.
 */
import { type CableStock, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';
import {
  describeAdapter,
  describeCable,
  describeCdu,
  describeMember,
  describeModule,
  describePdu,
  describeRack,
  FILLER,
  getPieceKey,
  type Piece,
} from './bom-pieces.ts';
import type { BomLine, PriceRange, PriceSum } from './bom-report.ts';
import {
  createFabricSections,
  createPhaseSections,
  createRackSections,
  type SectionName,
  type Sections,
} from './bom-sections.ts';
import { countFillerUnits } from './filler-units.ts';
import { PriceSumBuilder } from './price-sum.ts';

export type BomBy = 'fabric' | 'rack' | 'phase';

/** Sections without a piece are left out. `lines` and `quantities` are parallel; `lines` are indexes into the bill of materials. */
export interface BomSection extends SectionName {
  readonly lines: Uint32Array;
  readonly quantities: Uint32Array;
  readonly cost: PriceSum;
}

const createSections: Record<BomBy, (netlist: Netlist) => Sections> = {
  fabric: createFabricSections,
  rack: createRackSections,
  phase: createPhaseSections,
};

/** `bom` is the netlist's own. By rack, sections follow the racks of the netlist. */
export function computeBomBy(netlist: Netlist, bom: readonly BomLine[], by: BomBy): BomSection[] {
  const tally = new Tally(bom, createSections[by](netlist));
  countMembers(netlist, tally);
  countModules(netlist, tally);
  countCables(netlist, tally);
  countRacks(netlist, tally);
  return tally.finish();
}

/** What some pieces of a section cost. */
export function multiplyPrice(price: PriceRange | null, quantity: number): PriceRange | null {
  return price && { low: price.low * quantity, high: price.high * quantity };
}

class Tally {
  readonly sections: Sections;
  private readonly bom: readonly BomLine[];
  private readonly lineOfKey: ReadonlyMap<string, number>;
  /** By section: line -> quantity. */
  private readonly counts: (Map<number, number> | undefined)[];

  constructor(bom: readonly BomLine[], sections: Sections) {
    this.bom = bom;
    this.sections = sections;
    this.lineOfKey = new Map(bom.map((line, index) => [getPieceKey(line), index]));
    this.counts = Array.from({ length: sections.names.length });
  }

  /** Line of a piece; look it up once for many equal ones. */
  findLine(piece: Piece): number {
    return this.lineOfKey.get(getPieceKey(piece)) ?? NONE;
  }

  add(line: number, section: number, quantity: number): void {
    if (line === NONE || quantity === 0) return;
    const counts = this.counts[section] ?? new Map<number, number>();
    this.counts[section] = counts;
    counts.set(line, (counts.get(line) ?? 0) + quantity);
  }

  finish(): BomSection[] {
    return this.sections.names.flatMap((name, index) => {
      const counts = this.counts[index];
      if (!counts) return [];
      const lines = Uint32Array.from(counts.keys()).sort();
      const quantities = Uint32Array.from(lines, (line) => counts.get(line) as number);
      return [{ ...name, lines, quantities, cost: this.addCost(lines, quantities) }];
    });
  }

  private addCost(lines: Uint32Array, quantities: Uint32Array): PriceSum {
    const sum = new PriceSumBuilder();
    lines.forEach((index, i) => {
      const line = this.bom[index] as BomLine;
      const quantity = quantities[i] as number;
      sum.add(multiplyPrice(line.unitPrice, quantity), quantity, line.model);
    });
    return sum.finish();
  }
}

function countMembers({ groups }: Netlist, tally: Tally): void {
  const { sections } = tally;
  groups.forEach((group, index) => {
    const own = tally.findLine(describeMember(group));
    const adapters = group.adapters.map((adapter) => ({ ...adapter, line: tally.findLine(describeAdapter(adapter)) }));
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      tally.add(own, sections.ofMember(member, index), 1);
      for (const { blockId, line, count } of adapters) {
        tally.add(line, sections.ofAdapter(member, index, blockId), count);
      }
    }
  });
}

function countModules(netlist: Netlist, tally: Tally): void {
  const lines = netlist.transceiverParts.map((part) => tally.findLine(describeModule(part)));
  for (let i = 0; i < netlist.transceiverCount; i += 1) {
    const cage = netlist.transceiverCage[i] as number;
    const member = netlist.cageMember[cage] as number;
    const section = tally.sections.ofModule(member, findFirstLink(netlist, cage));
    tally.add(lines[netlist.transceiverPart[i] as number] as number, section, 1);
  }
}

/** The link whose connection is the first on the cage's ports: it needs the module before any other. */
function findFirstLink({ cageFirstPort, portConnection, connectionLink }: Netlist, cage: number): number {
  let first = NONE;
  for (let port = cageFirstPort[cage] as number; port < (cageFirstPort[cage + 1] as number); port += 1) {
    const connection = portConnection[port] as number;
    if (connection !== NONE && (first === NONE || connection < first)) first = connection;
  }
  return first === NONE ? NONE : (connectionLink[first] as number);
}

function countCables(netlist: Netlist, tally: Tally): void {
  const lineOf = findCableLines(netlist, tally);
  for (let cable = 0; cable < netlist.cableCount; cable += 1) {
    const link = netlist.cableLink[cable] as number;
    const member = netlist.cageMember[netlist.cableCageA[cable] as number] as number;
    tally.add(lineOf(link, netlist.cableStock[cable] as number), tally.sections.ofCable(member, link), 1);
  }
}

function findCableLines({ links, cableStocks }: Netlist, tally: Tally): (link: number, stock: number) => number {
  const lines = new Map<number, number>();
  return (link, stock) => {
    const key = link * cableStocks.length + stock;
    let line = lines.get(key);
    if (line === undefined) {
      line = tally.findLine(describeCable(links[link] as NetLink, cableStocks[stock] as CableStock));
      lines.set(key, line);
    }
    return line;
  };
}

function countRacks(netlist: Netlist, tally: Tally): void {
  const { sections } = tally;
  const fillers = countFillerUnits(netlist);
  const fillerLine = tally.findLine(FILLER);
  netlist.rackGroups.forEach((group, index) => {
    const own = tally.findLine(describeRack(group));
    const pdus = group.pdus.map((pdu) => ({ line: tally.findLine(describePdu(pdu)), count: pdu.count }));
    for (let rack = group.firstRack; rack < group.firstRack + group.count; rack += 1) {
      const section = sections.ofRack(rack, index);
      tally.add(own, section, 1);
      for (const { line, count } of pdus) tally.add(line, section, count);
      tally.add(fillerLine, section, fillers[rack] as number);
    }
  });
  for (const cdu of netlist.facilities.cduGroups)
    tally.add(tally.findLine(describeCdu(cdu)), sections.ofCdu(), cdu.count);
}
