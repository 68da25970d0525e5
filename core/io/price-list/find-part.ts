/** Parts by the names that price lists use: id, part number, the number of one length of a cable, model. */
import type { Catalog } from '../../catalog/catalog.ts';
import type { Part } from '../../catalog/part.ts';

interface FoundPart {
  readonly partId: string;
  /** The part number is that of one length. */
  readonly lengthM: number | null;
}

export interface PartIndex {
  readonly find: (name: string) => FoundPart | null;
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/\s+/g, ' ').trim();

export function indexParts({ byId }: Catalog): PartIndex {
  /** null = the name is that of several parts, so it names none. */
  const byName = new Map<string, FoundPart | null>();
  for (const part of byId.values()) {
    for (const [name, found] of listNames(part)) {
      const known = byName.get(name);
      byName.set(name, known === undefined || known?.partId === found.partId ? found : null);
    }
  }
  return { find: (name) => byName.get(plain(name)) ?? null };
}

function listNames(part: Part): Map<string, FoundPart> {
  const whole: FoundPart = { partId: part.id, lengthM: null };
  const names = new Map<string, FoundPart>();
  if (part.kind === 'cable') {
    for (const { lengthM, partNumber } of part.lengths) {
      if (partNumber !== null) names.set(plain(partNumber), { partId: part.id, lengthM });
    }
  }
  for (const name of [part.id, part.partNumber, part.model, `${part.manufacturer ?? ''} ${part.model}`]) {
    if (name) names.set(plain(name), whole);
  }
  return names;
}
