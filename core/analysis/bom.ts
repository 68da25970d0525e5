/** The bill of materials: what has to be bought, by part, counted from the netlist. */
import type { Part } from '../catalog/part.ts';
import type { NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import type { BlockCensus } from './block-census.ts';
import { countCables } from './count-cables.ts';
import type { BomCategory, BomLine } from './report.ts';
import { computeSpares } from './spares.ts';

interface OpenLine {
  readonly line: Omit<BomLine, 'quantity' | 'spares' | 'usedIn'>;
  quantity: number;
  readonly usedIn: Set<string>;
}

const CATEGORY_ORDER: readonly BomCategory[] = ['server', 'nic', 'switch', 'transceiver', 'cable', 'rack', 'pdu'];

class BomBuilder {
  private readonly lines = new Map<string, OpenLine>();

  add(
    category: BomCategory,
    part: Part | undefined,
    fallbackModel: string,
    quantity: number,
    usedIn: string,
    length?: { lengthM: number; partNumber: string | null },
  ): void {
    if (quantity === 0) return;
    const key = [category, part?.id ?? fallbackModel, length?.lengthM ?? ''].join('|');
    let open = this.lines.get(key);
    if (!open) {
      open = {
        line: {
          category,
          partId: part?.id ?? null,
          manufacturer: part?.manufacturer ?? null,
          model: part?.model ?? fallbackModel,
          partNumber: length?.partNumber ?? part?.partNumber ?? null,
          lengthM: length?.lengthM ?? null,
        },
        quantity: 0,
        usedIn: new Set(),
      };
      this.lines.set(key, open);
    }
    open.quantity += quantity;
    open.usedIn.add(usedIn);
  }

  finish(rules: Netlist['spares']): BomLine[] {
    const lines = [...this.lines.values()].map((open) => ({
      ...open.line,
      quantity: open.quantity,
      spares: computeSpares(open.line.category, open.quantity, rules),
      usedIn: [...open.usedIn],
    }));
    const rank = (line: BomLine): number => CATEGORY_ORDER.indexOf(line.category);
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
  const bom = new BomBuilder();
  for (const group of netlist.groups) {
    const category = group.part?.kind ?? 'server';
    bom.add(category, group.part, 'Unknown part', group.count, group.name);
    for (const adapter of group.adapters)
      bom.add('nic', adapter.part, adapter.partId, adapter.count * group.count, group.name);
  }
  addTransceivers(netlist, bom, censuses);
  addCables(netlist, bom);
  for (const rack of netlist.rackGroups) {
    bom.add('rack', rack.part, 'Rack, model not chosen', rack.count, rack.name);
    for (const pdu of rack.pdus) bom.add('pdu', pdu.part, pdu.partId, pdu.count * rack.count, rack.name);
  }
  return bom.finish(netlist.spares);
}

function addTransceivers(netlist: Netlist, bom: BomBuilder, censuses: readonly BlockCensus[]): void {
  for (const group of netlist.groups) {
    const blocks = censuses.slice(group.firstBlock, group.firstBlock + group.blockCount);
    for (const part of netlist.transceiverParts) {
      const count = blocks.reduce((sum, { modulesOfPart }) => sum + (modulesOfPart.get(part) ?? 0), 0);
      bom.add('transceiver', part, part.model, count, group.name);
    }
  }
}

function addCables(netlist: Netlist, bom: BomBuilder): void {
  const counts = countCables(netlist);
  netlist.links.forEach((link, index) => {
    const cable = link.medium.kind === 'unresolved' ? undefined : link.medium.cable;
    const length = { lengthM: link.stockLengthM ?? link.lengthM, partNumber: link.stockPartNumber };
    bom.add(
      'cable',
      cable,
      `Cable ${link.speedGbps}G, type not chosen`,
      counts[index] as number,
      nameLink(netlist, link),
      length,
    );
  });
}

/** `DGX H100 to leaf`. */
function nameLink(netlist: Netlist, link: NetLink): string {
  const a = netlist.groups[link.groupA] as NetGroup;
  const b = netlist.groups[link.groupB] as NetGroup;
  return `${a.name} to ${b.name}`;
}
