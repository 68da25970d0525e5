/** What feeds and cools the racks, from the design: feeds, zones and coolant units by their ids in order, and the site's rates. */
import type { Memory } from '../base/memory.ts';
import { sortIds } from '../base/sort-ids.ts';
import { type Catalog, findPart } from '../catalog/catalog.ts';
import type { CoolingPart } from '../catalog/part.ts';
import type { Design } from '../design/design.ts';
import { type CduGroup, type CoolingZone, DEFAULT_SITE, type Feed, type Site } from '../design/facilities.ts';
import { DEFAULT_PRICE_BOOK } from '../design/price-book.ts';

export type { Feed } from '../design/facilities.ts';

export interface NetCduGroup extends CduGroup {
  /** undefined = the part is not in the catalog. */
  readonly part: CoolingPart | undefined;
}

export interface NetFacilities {
  readonly feeds: readonly Feed[];
  readonly zones: readonly CoolingZone[];
  readonly cduGroups: readonly NetCduGroup[];
  readonly site: Site;
  /** Of the site's price for energy. */
  readonly currency: string;
}

export function collectFacilities(design: Design, catalog: Catalog, memory: Memory): NetFacilities {
  const { feeds, coolingZones, cduGroups, site, priceBook } = design;
  const inputs = [feeds, coolingZones, cduGroups, site, priceBook?.currency, catalog];
  return memory.recall('facilities', inputs, () => ({
    feeds: listById(feeds),
    zones: listById(coolingZones),
    cduGroups: listById(cduGroups).map((group) => ({ ...group, part: findPart(catalog, group.partId, 'cooling') })),
    site: site ?? DEFAULT_SITE,
    currency: priceBook?.currency ?? DEFAULT_PRICE_BOOK.currency,
  }));
}

function listById<T>(table: Readonly<Record<string, T>> = {}): T[] {
  return sortIds(table).map((id) => table[id] as T);
}
