/** Whether what a reference points at is there: selections and lights must never hold what is gone. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { tableOf } from '#core/design/object-tables.ts';
import { findRecord } from '#core/design/records.ts';

/** Whether the object a reference points at stands in that design. */
export function hasObject(design: Design, { kind, id }: ObjectRef): boolean {
  if (kind === 'part' || kind === 'design') return true;
  return findRecord<unknown>(design[tableOf[kind]] ?? {}, id) !== undefined;
}
