/**
 * The bill of materials taken apart by fabric, rack or phase. Every piece stands in exactly one section, so the sections add up
 * to the whole. Spares are counted on the whole and belong to no section.
 */
import { Lasting } from '../base/lasting.ts';
import {
  type CableStock,
  type NetBlock,
  type Netlist,
  type NetLink,
  type NetRackGroup,
  NONE,
} from '../netlist/netlist.ts';
import { type BlockCensus, findFirst } from './block-census.ts';
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
import type { BomBy, BomLine, BomSection, PriceRange, PriceSum } from './bom-report.ts';
import { createFabricSections, createPhaseSections, createRackSections, type Sections } from './bom-sections.ts';
import { countCablesByStock } from './count-cables.ts';
import { countFillerUnits } from './filler-units.ts';
import { PriceSumBuilder } from './price-sum.ts';

export type { BomBy, BomSection } from './bom-report.ts';

const createSections: Record<BomBy, (netlist: Netlist) => Sections> = {
  fabric: createFabricSections,
  rack: createRackSections,
  phase: createPhaseSections,
};

/** Sections without a piece are left out. `bom` is the netlist's own; with `censuses` modules need not be walked over. By rack, sections follow the racks of the netlist. */
export function computeBomBy(
  netlist: Netlist,
  bom: readonly BomLine[],
  by: BomBy,
  censuses: readonly BlockCensus[] | null = null,
): BomSection[] {
  const tally = new Tally(bom, createSections[by](netlist));
  countMembers(netlist, tally);
  countModules(netlist, tally, censuses);
  countCables(netlist, tally);
  countRacks(netlist, tally);
  return tally.finish();
}

/** What some pieces of a section cost. */
export function multiplyPrice(price: PriceRange | null, quantity: number): PriceRange | null {
  return price && { low: price.low * quantity, high: price.high * quantity };
}

/** Above this many numbers, sections hold only what they have. */
const MAX_TABLE_SIZE = 2 ** 20;

class Tally extends Lasting {
  readonly sections: Sections;
  private readonly bom: readonly BomLine[];
  private readonly lineOfKey: ReadonlyMap<string, number>;
  /** By section and line. A table is far quicker than a map, but thousands of racks with hundreds of lines would be empty space. */
  private readonly counts: Uint32Array | Map<number, number>;

  constructor(bom: readonly BomLine[], sections: Sections) {
    super();
    this.bom = bom;
    this.sections = sections;
    this.lineOfKey = new Map(bom.map((line, index) => [getPieceKey(line), index]));
    const size = sections.names.length * bom.length;
    this.counts = size > MAX_TABLE_SIZE ? new Map() : new Uint32Array(size);
  }

  /** Line of a piece; look it up once for many equal ones. */
  findLine(piece: Piece): number {
    return this.lineOfKey.get(getPieceKey(piece)) ?? NONE;
  }

  add(line: number, section: number, quantity: number): void {
    if (line === NONE || quantity === 0) return;
    const key = section * this.bom.length + line;
    if (this.counts instanceof Uint32Array) this.counts[key] = (this.counts[key] as number) + quantity;
    else this.counts.set(key, (this.counts.get(key) ?? 0) + quantity);
  }

  finish(): BomSection[] {
    const found = this.sections.names.map(() => ({ lines: [] as number[], quantities: [] as number[] }));
    const collect = (quantity: number, key: number): void => {
      if (quantity === 0) return;
      const section = found[Math.floor(key / this.bom.length)];
      section?.lines.push(key % this.bom.length);
      section?.quantities.push(quantity);
    };
    if (this.counts instanceof Uint32Array) this.counts.forEach(collect);
    else for (const [key, quantity] of [...this.counts].sort(([x], [y]) => x - y)) collect(quantity, key);
    return this.sections.names.flatMap((name, index) => {
      const lines = Uint32Array.from(found[index]?.lines ?? []);
      const quantities = Uint32Array.from(found[index]?.quantities ?? []);
      return lines.length === 0 ? [] : [{ ...name, lines, quantities, cost: this.addCost(lines, quantities) }];
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
    if (sections.isByLink) {
      tally.add(own, sections.ofMember(NONE, index), group.count);
      for (const { blockId, line, count } of adapters) {
        tally.add(line, sections.ofAdapter(NONE, index, blockId), count * group.count);
      }
      return;
    }
    for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
      tally.add(own, sections.ofMember(member, index), 1);
      for (const { blockId, line, count } of adapters) {
        tally.add(line, sections.ofAdapter(member, index, blockId), count);
      }
    }
  });
}

function countModules(netlist: Netlist, tally: Tally, censuses: readonly BlockCensus[] | null): void {
  const lines = netlist.transceiverParts.map((part) => tally.findLine(describeModule(part)));
  const sectionOfBlock = findSectionsOfBlocks(netlist, tally.sections);
  netlist.blocks.forEach((block, index) => {
    const section = sectionOfBlock[index] as number;
    const census = censuses?.[index];
    if (section === NONE || !census) {
      walkModules(netlist, block, lines, tally);
      return;
    }
    netlist.transceiverParts.forEach((part, at) => {
      tally.add(lines[at] as number, section, census.modulesOfPart.get(part) ?? 0);
    });
  });
}

/** Modules follow the order of the cages, and those of a block each other. */
function walkModules(netlist: Netlist, block: NetBlock, lines: readonly number[], tally: Tally): void {
  const { transceiverCage, transceiverPart, cageMember, groups } = netlist;
  const cageCount = (groups[block.group]?.count ?? 0) * block.cagesPerMember;
  const end = findFirst(transceiverCage, block.firstCage + cageCount);
  for (let i = findFirst(transceiverCage, block.firstCage); i < end; i += 1) {
    const cage = transceiverCage[i] as number;
    const section = tally.sections.ofModule(cageMember[cage] as number, findFirstLink(netlist, cage));
    tally.add(lines[transceiverPart[i] as number] as number, section, 1);
  }
}

/** By block: the section of all modules in it; NONE = they must be looked at one by one. */
function findSectionsOfBlocks({ blocks, links }: Netlist, sections: Sections): Int32Array {
  const found = new Int32Array(blocks.length).fill(NONE);
  if (!sections.isByLink) return found;
  const isMixed = new Uint8Array(blocks.length);
  links.forEach((link, index) => {
    const section = sections.ofCable(NONE, index);
    for (const block of [link.blockA, link.blockB]) {
      if (found[block] !== NONE && found[block] !== section) isMixed[block] = 1;
      found[block] = section;
    }
  });
  return found.map((section, block) => (isMixed[block] === 1 ? NONE : section));
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
  const { links, cableLink, cableStock, cableStocks, cableCageA, cageMember } = netlist;
  const lines = new Int32Array(links.length * cableStocks.length).fill(NONE);
  for (const { link, stock, count } of countCablesByStock(netlist)) {
    const line = tally.findLine(describeCable(links[link] as NetLink, cableStocks[stock] as CableStock));
    lines[link * cableStocks.length + stock] = line;
    if (tally.sections.isByLink) tally.add(line, tally.sections.ofCable(NONE, link), count);
  }
  if (tally.sections.isByLink) return;
  for (let cable = 0; cable < netlist.cableCount; cable += 1) {
    const link = cableLink[cable] as number;
    const line = lines[link * cableStocks.length + (cableStock[cable] as number)] as number;
    const member = cageMember[cableCageA[cable] as number] as number;
    tally.add(line, tally.sections.ofCable(member, link), 1);
  }
}

function countRacks(netlist: Netlist, tally: Tally): void {
  const { sections } = tally;
  const fillers = countFillerUnits(netlist);
  const fillerLine = tally.findLine(FILLER);
  for (let index = 0; index < netlist.rackGroups.length; index += 1) {
    const group = netlist.rackGroups[index] as NetRackGroup;
    const own = tally.findLine(describeRack(group));
    const pdus = group.pdus.map((pdu) => ({ line: tally.findLine(describePdu(pdu)), count: pdu.count }));
    for (let rack = group.firstRack; rack < group.firstRack + group.count; rack += 1) {
      const section = sections.ofRack(rack, index);
      tally.add(own, section, 1);
      for (const { line, count } of pdus) tally.add(line, section, count);
      tally.add(fillerLine, section, fillers[rack] as number);
    }
  }
  for (const cdu of netlist.facilities.cduGroups)
    tally.add(tally.findLine(describeCdu(cdu)), sections.ofCdu(), cdu.count);
}
