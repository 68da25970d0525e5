/** Lookup over parts. Rests on the parts being valid: files are parsed at the border. */
import type { Part, PartKind } from './part.ts';
import type { CatalogPrice } from './prices.ts';

export interface Catalog {
  readonly byId: ReadonlyMap<string, Part>;
  /** What parts were offered for; read with findCatalogPrices. */
  readonly prices: readonly CatalogPrice[];
  /** A catalog with the same transceivers and cables: what is known of them there holds here. */
  readonly sameMediaAs?: Catalog;
}

export function createCatalog(parts: Iterable<Part>, prices: readonly CatalogPrice[] = []): Catalog {
  const byId = new Map<string, Part>();
  for (const part of parts) byId.set(part.id, part);
  return { byId, prices };
}

/** A design's own parts win over built-in ones of the same id. Without any, the catalog itself, with all that is remembered about it. */
export function extendCatalog(catalog: Catalog, ownParts: readonly Part[]): Catalog {
  if (ownParts.length === 0) return catalog;
  const byId = new Map(catalog.byId);
  for (const part of ownParts) byId.set(part.id, part);
  const changesMedia = ownParts.some((part) => isMedium(part) || isMedium(catalog.byId.get(part.id)));
  const { prices } = catalog;
  return changesMedia ? { byId, prices } : { byId, prices, sameMediaAs: catalog.sameMediaAs ?? catalog };
}

function isMedium(part: Part | undefined): boolean {
  return part?.kind === 'transceiver' || part?.kind === 'cable';
}

/** The part of that id and kind, or undefined when there is none of that kind. */
export function findPart<K extends PartKind>(
  catalog: Catalog,
  id: string,
  kind: K,
): Extract<Part, { kind: K }> | undefined {
  const part = catalog.byId.get(id);
  return part?.kind === kind ? (part as Extract<Part, { kind: K }>) : undefined;
}

export function listParts<K extends PartKind>(catalog: Catalog, kind: K): Extract<Part, { kind: K }>[] {
  const found: Extract<Part, { kind: K }>[] = [];
  for (const part of catalog.byId.values()) if (part.kind === kind) found.push(part as Extract<Part, { kind: K }>);
  return found;
}
