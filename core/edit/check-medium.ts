/** The parts a chosen medium names must be there and of the right kind. Whether they fit the cages is for the analysis to say. */
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { Medium } from '../design/design.ts';
import { refuse } from './command-entry.ts';

export function checkMedium(medium: Medium, catalog: Catalog): Diagnostic[] {
  if (medium.kind === 'auto') return [];
  if (medium.cableId !== null && !findPart(catalog, medium.cableId, 'cable')) {
    return refuse('unknown-part', `${nameMediumPart(medium.cableId, catalog)} is not a cable of the catalog.`);
  }
  if (medium.kind === 'cable') return [];
  for (const id of [medium.transceiverAId, medium.transceiverBId]) {
    if (findPart(catalog, id, 'transceiver')) continue;
    return refuse('unknown-part', `${nameMediumPart(id, catalog)} is not a transceiver of the catalog.`);
  }
  return [];
}

function nameMediumPart(id: string, catalog: Catalog): string {
  return catalog.byId.get(id)?.model ?? `The part ${id}`;
}
