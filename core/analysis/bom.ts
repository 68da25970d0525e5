/** The bill of materials: what has to be bought, by part, counted from the netlist. */
import type { CableStock, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { BlockCensus } from './block-census.ts';
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
import type { BomCategory, BomLine, PartLine } from './bom-report.ts';
import { countCablesByStock } from './count-cables.ts';
import { countFillerUnits } from './filler-units.ts';
import { priceBom } from './price-bom.ts';
import { computeSpares } from './spares.ts';

interface OpenLine {
  readonly piece: Piece;
  quantity: number;
  /** Pieces by the device, link or rack they are counted from. */
  readonly usedIn: Map<string, number>;
}

const CATEGORY_ORDER: readonly BomCategory[] = [
  'server',
  'nic',
  'switch',
  'transceiver',
  'cable',
  'rack',
  'blanking-panel',
  'pdu',
  'cdu',
];

class BomBuilder {
  private readonly lines = new Map<string, OpenLine>();

  add(piece: Piece, quantity: number, usedIn: string): void {
    if (quantity === 0) return;
    const key = getPieceKey(piece);
    let open = this.lines.get(key);
    if (!open) {
      open = { piece, quantity: 0, usedIn: new Map() };
      this.lines.set(key, open);
    }
    open.quantity += quantity;
    open.usedIn.set(usedIn, (open.usedIn.get(usedIn) ?? 0) + quantity);
  }

  /** By key of the piece. */
  listOrigins(): Map<string, ReadonlyMap<string, number>> {
    return new Map([...this.lines].map(([key, { usedIn }]) => [key, usedIn]));
  }

  finish(rules: Netlist['spares']): PartLine[] {
    const lines = [...this.lines.values()].map(({ piece, quantity, usedIn }) => ({
      ...piece,
      quantity,
      spares: computeSpares(piece.category, quantity, rules),
      usedIn: [...usedIn.keys()],
    }));
    const rank = (line: PartLine): number => CATEGORY_ORDER.indexOf(line.category);
    return lines.sort(
      (x, y) => rank(x) - rank(y) || compareText(x.model, y.model) || (x.lengthM ?? 0) - (y.lengthM ?? 0),
    );
  }
}

/** Plain code-unit order: the same on every machine. */
function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

export function computeBom(netlist: Netlist, censuses: readonly BlockCensus[]): BomLine[] {
  return priceBom(countPieces(netlist, censuses).finish(netlist.spares), netlist.priceBook);
}

/** By key of the piece: how many of it each device, link or rack takes, by name. */
export function listPieceOrigins(
  netlist: Netlist,
  censuses: readonly BlockCensus[],
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  return countPieces(netlist, censuses).listOrigins();
}

function countPieces(netlist: Netlist, censuses: readonly BlockCensus[]): BomBuilder {
  const bom = new BomBuilder();
  for (const group of netlist.groups) {
    bom.add(describeMember(group), group.count, group.name);
    for (const adapter of group.adapters) bom.add(describeAdapter(adapter), adapter.count * group.count, group.name);
  }
  addTransceivers(netlist, bom, censuses);
  addCables(netlist, bom);
  addRacks(netlist, bom);
  for (const cdu of netlist.facilities.cduGroups) bom.add(describeCdu(cdu), cdu.count, cdu.name);
  return bom;
}

function addTransceivers(netlist: Netlist, bom: BomBuilder, censuses: readonly BlockCensus[]): void {
  for (const group of netlist.groups) {
    const blocks = censuses.slice(group.firstBlock, group.firstBlock + group.blockCount);
    for (const part of netlist.transceiverParts) {
      const count = blocks.reduce((sum, { modulesOfPart }) => sum + (modulesOfPart.get(part) ?? 0), 0);
      bom.add(describeModule(part), count, group.name);
    }
  }
}

function addCables(netlist: Netlist, bom: BomBuilder): void {
  for (const { link, stock, count } of countCablesByStock(netlist)) {
    const netLink = netlist.links[link] as NetLink;
    bom.add(describeCable(netLink, netlist.cableStocks[stock] as CableStock), count, nameLink(netlist, netLink));
  }
}

function addRacks(netlist: Netlist, bom: BomBuilder): void {
  const fillers = countFillerUnits(netlist);
  for (const rack of netlist.rackGroups) {
    bom.add(describeRack(rack), rack.count, rack.name);
    for (const pdu of rack.pdus) bom.add(describePdu(pdu), pdu.count * rack.count, rack.name);
    const own = fillers.subarray(rack.firstRack, rack.firstRack + rack.count);
    bom.add(
      FILLER,
      own.reduce((sum, units) => sum + units, 0),
      rack.name,
    );
  }
}

/** `DGX H100 to leaf`. */
function nameLink(netlist: Netlist, link: NetLink): string {
  const a = netlist.groups[link.groupA] as NetGroup;
  const b = netlist.groups[link.groupB] as NetGroup;
  return `${a.name} to ${b.name}`;
}
