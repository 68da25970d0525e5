/** requirements + catalog -> a design made of groups, or what does not fit, by how much, and what would. */
import type { Result } from '../base/result.ts';
import { fail } from '../base/result.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import type { Requirements } from './requirements.ts';

export interface Generated {
  readonly design: Design;
  /** Choices made on the way that the reader should know, one sentence each. */
  readonly notes: readonly string[];
}

/** Changed requirements that do fit. */
export interface WayOut {
  readonly label: string;
  readonly requirements: Requirements;
}

export interface GenerationMisfit {
  /** What does not fit, where, and by how much. */
  readonly message: string;
  readonly waysOut: readonly WayOut[];
}

export function generate(requirements: Requirements, catalog: Catalog): Result<Generated, GenerationMisfit> {
  return fail({ message: `${requirements.name}: ${catalog.byId.size}`, waysOut: [] });
}
