/** Cages of built-in parts, as the media functions see them. */
import { findPart } from '#core/catalog/catalog.ts';
import type { MediumOption } from '#core/catalog/media.ts';
import { createMediumSite, type MediumSite } from '#core/catalog/medium-site.ts';
import type { CablePart, PortBlock, TransceiverPart } from '#core/catalog/part.ts';
import { builtInCatalog as builtIn } from './built-in-catalog.ts';

export function findBlock(partId: string, blockId: string): PortBlock {
  const part =
    findPart(builtIn, partId, 'switch') ?? findPart(builtIn, partId, 'server') ?? findPart(builtIn, partId, 'nic');
  const block = part?.portBlocks.find((candidate) => candidate.id === blockId);
  if (!block) throw new Error(`no block '${blockId}' on '${partId}'`);
  return block;
}

export function siteOf(partId: string, blockId: string, speedGbps: number): MediumSite {
  const site = createMediumSite(findBlock(partId, blockId), speedGbps);
  if (!site) throw new Error(`'${partId}' has no ${speedGbps}G mode on '${blockId}'`);
  return site;
}

export function transceiverOf(id: string): TransceiverPart {
  const part = findPart(builtIn, id, 'transceiver');
  if (!part) throw new Error(`no transceiver '${id}'`);
  return part;
}

export function cableOf(id: string): CablePart {
  const part = findPart(builtIn, id, 'cable');
  if (!part) throw new Error(`no cable '${id}'`);
  return part;
}

/** The ids an option is made of: one cable, or module, module, fibre. */
export function idsOf(option: MediumOption | undefined): string[] {
  if (!option) return [];
  return option.kind === 'cable'
    ? [option.cable.id]
    : [option.transceiverA.id, option.transceiverB.id, option.cable.id];
}
