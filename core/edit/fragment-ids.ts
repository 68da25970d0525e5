/** Which ids the records of a fragment get in a design, and whether they are free. */
import type { Diagnostic } from '../base/diagnostic.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { findRecord, isSafeId } from '../design/records.ts';
import { refuse, refuseTaken } from './command-entry.ts';
import { createIds } from './ids.ts';
import { COPIED_TABLES, type FragmentIds } from './insert-fragment.ts';
import { isSameValue } from './same-value.ts';

type CopiedIds = Pick<FragmentIds, (typeof COPIED_TABLES)[number] | 'units'>;

const prefixes = { devices: 'device', racks: 'rack', placements: 'placement', links: 'link', units: 'unit' } as const;

/** New ids for everything that a copy of the fragment adds. */
export function createCopiedIds(design: Design, fragment: Design): CopiedIds {
  const create = (table: keyof CopiedIds): Record<string, string> => {
    const oldIds = Object.keys(fragment[table] ?? {});
    const newIds = createIds(prefixes[table], design[table] ?? {}, oldIds.length);
    return Object.fromEntries(oldIds.map((id, index) => [id, newIds[index] as string]));
  };
  return {
    devices: create('devices'),
    racks: create('racks'),
    placements: create('placements'),
    links: create('links'),
    ...(fragment.units ? { units: create('units') } : {}),
  };
}

/**
 * For a fragment of any design. Fabrics and feeds of the same name and kind are taken to be the same; own parts that are the same
 * in all facts too, and others get an id that shadows no part of the catalog. `catalog` is the one of the design.
 */
export function createPasteIds(design: Design, fragment: Design, catalog: Catalog): FragmentIds {
  return {
    ...createCopiedIds(design, fragment),
    fabrics: matchOrAdd(Object.values(fragment.fabrics), Object.values(design.fabrics), 'fabric', (a, b) => {
      return isSameName(a.name, b.name) && a.purpose === b.purpose && a.technology === b.technology;
    }),
    feeds: matchOrAdd(Object.values(fragment.feeds ?? {}), Object.values(design.feeds ?? {}), 'feed', (a, b) => {
      return isSameName(a.name, b.name);
    }),
    parts: createPartIds(fragment, catalog),
  };
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function matchOrAdd<T extends { readonly id: string }>(
  wanted: readonly T[],
  present: readonly T[],
  prefix: string,
  isSame: (a: T, b: T) => boolean,
): Record<string, string> {
  const ids: Record<string, string> = {};
  const added = createIds(
    prefix,
    present.map((record) => record.id),
    wanted.length,
  );
  for (const [index, record] of wanted.entries()) {
    ids[record.id] = present.find((other) => isSame(other, record))?.id ?? (added[index] as string);
  }
  return ids;
}

function createPartIds(fragment: Design, catalog: Catalog): Record<string, string> {
  const ids: Record<string, string> = {};
  const given = new Set<string>();
  for (const part of Object.values(fragment.parts)) {
    let id = part.id;
    const isTaken = (): boolean => {
      const present = catalog.byId.get(id);
      return (
        given.has(id) || !isSafeId(id) || (present !== undefined && !isSameValue({ ...present, id: part.id }, part))
      );
    };
    for (let number = 2; isTaken(); number += 1) id = `${part.id}-${number}`;
    given.add(id);
    ids[part.id] = id;
  }
  return ids;
}

/** Why the ids cannot be given to what the fragment adds: one is missing, taken, reserved or given twice. */
export function checkCopiedIds(design: Design, fragment: Design, ids: CopiedIds): Diagnostic[] {
  for (const table of [...COPIED_TABLES, 'units'] as const) {
    const given = new Set<string>();
    for (const id of Object.keys(fragment[table] ?? {})) {
      const newId = findRecord(ids[table] ?? {}, id);
      if (newId === undefined) return refuse('no-id', `The copy of ${id} has no id.`);
      if (!isSafeId(newId) || given.has(newId) || findRecord<unknown>(design[table] ?? {}, newId)) {
        return refuseTaken(prefixes[table], newId);
      }
      given.add(newId);
    }
  }
  return [];
}
