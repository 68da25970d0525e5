/** Whether what a reference points at is there: selections and lights must never hold what is gone. */
import type { ObjectRef } from '#core/base/diagnostic.ts';
import type { Design } from '#core/design/design.ts';
import { findRecord } from '#core/design/records.ts';

/** Whether the object a reference points at stands in that design. */
export function hasObject(design: Design, ref: ObjectRef): boolean {
  switch (ref.kind) {
    case 'device':
      return findRecord(design.devices, ref.id) !== undefined;
    case 'rack':
      return findRecord(design.racks, ref.id) !== undefined;
    case 'link':
      return findRecord(design.links, ref.id) !== undefined;
    case 'fabric':
      return findRecord(design.fabrics, ref.id) !== undefined;
    case 'room':
      return findRecord(design.rooms ?? {}, ref.id) !== undefined;
    case 'row':
      return findRecord(design.rows ?? {}, ref.id) !== undefined;
    case 'feed':
      return findRecord(design.feeds ?? {}, ref.id) !== undefined;
    case 'zone':
      return findRecord(design.coolingZones ?? {}, ref.id) !== undefined;
    case 'cdu':
      return findRecord(design.cduGroups ?? {}, ref.id) !== undefined;
    case 'unit':
      return findRecord(design.units ?? {}, ref.id) !== undefined;
    case 'part':
    case 'design':
      return true;
  }
}
