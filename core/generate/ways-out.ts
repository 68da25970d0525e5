/** Changed requirements that do fit when the ones given do not. */
import type { Catalog } from '../catalog/catalog.ts';
import { createDesignFrom } from './create-design.ts';
import type { Requirements } from './requirements.ts';
import { listVariants } from './variants.ts';

/** Requirements that do fit, and what is changed in them. */
export interface WayOut {
  readonly label: string;
  readonly requirements: Requirements;
}

const MOST_WAYS = 6;

/** Each is proven by generating it; nearest changes first. */
export function listWaysOut(requirements: Requirements, catalog: Catalog): WayOut[] {
  const ways: WayOut[] = [];
  for (const variant of listVariants(requirements, catalog)) {
    if (ways.length === MOST_WAYS) break;
    if (createDesignFrom(variant.requirements, catalog).ok) ways.push(variant);
  }
  return ways;
}
