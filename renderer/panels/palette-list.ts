/** Which parts the palette shows, in which order, for a kind or a search. */
import type { Catalog } from '#core/catalog/catalog.ts';
import type { Part, PartKind } from '#core/catalog/part.ts';
import { formatPartName, listKeyFacts } from './part-facts.ts';

export const PALETTE_KINDS: readonly { readonly kind: PartKind; readonly label: string }[] = [
  { kind: 'rack', label: 'Racks' },
  { kind: 'server', label: 'Servers' },
  { kind: 'switch', label: 'Switches' },
  { kind: 'nic', label: 'NICs' },
  { kind: 'transceiver', label: 'Optics' },
  { kind: 'cable', label: 'Cables' },
  { kind: 'pdu', label: 'PDUs' },
  { kind: 'cooling', label: 'CDUs' },
];

/** Rules and limits of cooling are figures to reckon with, not parts to add. */
export function isOffered(part: Part): boolean {
  return part.kind !== 'cooling' || part.category === 'cdu';
}

export interface PaletteGroup {
  readonly title: string;
  readonly parts: readonly Part[];
}

const STATUS_ORDER: readonly Part['status'][] = ['shipping', 'reference', 'announced', 'legacy', 'end_of_sale'];

function compareParts(a: Part, b: Part): number {
  const status = STATUS_ORDER.indexOf(a.status) - STATUS_ORDER.indexOf(b.status);
  return status || a.model.localeCompare(b.model, 'en', { numeric: true });
}

function groupBy(parts: readonly Part[], titleOf: (part: Part) => string): PaletteGroup[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const title = titleOf(part);
    const group = groups.get(title);
    if (group) group.push(part);
    else groups.set(title, [part]);
  }
  return [...groups].map(([title, members]) => ({ title, parts: members.toSorted(compareParts) }));
}

/** Generic parts carry no maker: they come last under their own heading. */
const GENERIC = 'Generic';

/** The parts of one kind by maker, the makers with most parts first. */
export function listByMaker(catalog: Catalog, kind: PartKind): PaletteGroup[] {
  const parts = [...catalog.byId.values()].filter((part) => part.kind === kind && isOffered(part));
  return groupBy(parts, (part) => part.manufacturer ?? GENERIC).toSorted((a, b) => {
    if (a.title === GENERIC || b.title === GENERIC) return a.title === GENERIC ? 1 : -1;
    return b.parts.length - a.parts.length || a.title.localeCompare(b.title, 'en');
  });
}

/** Everything that is searched for a part, in lower case. */
function createHaystack(part: Part): string {
  return [formatPartName(part), part.partNumber ?? '', part.id, ...listKeyFacts(part)].join(' ').toLowerCase();
}

/** Parts of every kind that hold all words of the query, those whose name begins with it first. */
export function searchParts(catalog: Catalog, query: string): PaletteGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [...catalog.byId.values()].filter((part) => {
    const haystack = createHaystack(part);
    return isOffered(part) && words.every((word) => haystack.includes(word));
  });
  const groups = groupBy(found, (part) => part.kind);
  return PALETTE_KINDS.flatMap(({ kind, label }) => {
    const group = groups.find((candidate) => candidate.title === kind);
    return group ? [{ title: label, parts: rankByName(group.parts, query.toLowerCase().trim()) }] : [];
  });
}

function rankByName(parts: readonly Part[], query: string): Part[] {
  const rank = (part: Part): number =>
    part.model.toLowerCase().startsWith(query) ? 0 : part.model.toLowerCase().includes(query) ? 1 : 2;
  return parts.toSorted((a, b) => rank(a) - rank(b));
}
