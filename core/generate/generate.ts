/** requirements + catalog -> a design made of groups, or what does not fit, by how much, and what would. */
import { fail, ok, type Result } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createDesignFrom, type Generated } from './create-design.ts';
import type { Requirements } from './requirements.ts';
import { listWaysOut, type WayOut } from './ways-out.ts';

export type { Generated } from './create-design.ts';
export type { WayOut } from './ways-out.ts';

export interface GenerationMisfit {
  /** What does not fit, where, and by how much. */
  readonly message: string;
  readonly waysOut: readonly WayOut[];
}

export function generate(requirements: Requirements, catalog: Catalog): Result<Generated, GenerationMisfit> {
  const created = createDesignFrom(requirements, catalog);
  if (created.ok) return ok(created.value);
  return fail({ message: created.error, waysOut: listWaysOut(requirements, catalog) });
}
