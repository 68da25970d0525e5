/** What makes two pieces the same to buy: kind, part and, for cables, length. One line of the bill of materials each. */
import type { Part, TransceiverPart } from '../catalog/part.ts';
import type { CableStock, NetGroup, Netlist, NetLink, NetRackGroup } from '../netlist/netlist.ts';
import type { BomCategory, PartLine } from './bom-report.ts';

/** A kind of piece, before anybody counts. */
export type Piece = Omit<PartLine, 'quantity' | 'spares' | 'usedIn'>;

/** Equal for pieces of one line. */
export function getPieceKey({ category, partId, model, lengthM }: Piece): string {
  return [category, partId ?? model, lengthM ?? ''].join('|');
}

export function describeMember(group: NetGroup): Piece {
  return describePart(group.part?.kind ?? 'server', group.part, 'Unknown part');
}

export function describeAdapter(adapter: NetGroup['adapters'][number]): Piece {
  return describePart('nic', adapter.part, adapter.partId);
}

export function describeModule(part: TransceiverPart): Piece {
  return describePart('transceiver', part, part.model);
}

/** One of the link's cables, in the length that is bought. */
export function describeCable(link: NetLink, stock: CableStock): Piece {
  const piece = describePart('cable', stock.cable, `Cable ${link.speedGbps}G, type not chosen`);
  return { ...piece, lengthM: stock.lengthM, partNumber: stock.partNumber ?? piece.partNumber };
}

export function describeRack(rack: NetRackGroup): Piece {
  return describePart('rack', rack.part, 'Rack, model not chosen');
}

export function describePdu(pdu: NetRackGroup['pdus'][number]): Piece {
  return describePart('pdu', pdu.part, pdu.partId);
}

export function describeCdu(group: Netlist['facilities']['cduGroups'][number]): Piece {
  return describePart('cdu', group.part, group.partId);
}

/** Any maker's; a part of its own is rarely chosen before the order. */
export const FILLER: Piece = describePart('blanking-panel', undefined, 'Blanking panel, 1 unit');

/** What the price book keeps a piece's price under, without a length; null = nothing until a part is chosen. */
export function getPriceId({ category, partId }: Pick<Piece, 'category' | 'partId'>): string | null {
  return partId ?? (category === 'blanking-panel' ? 'blanking-panel' : null);
}

function describePart(category: BomCategory, part: Part | undefined, fallbackModel: string): Piece {
  return {
    category,
    partId: part?.id ?? null,
    manufacturer: part?.manufacturer ?? null,
    model: part?.model ?? fallbackModel,
    partNumber: part?.partNumber ?? null,
    lengthM: null,
  };
}
