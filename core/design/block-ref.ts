/** What stands on the canvas as a thing of its own, and so is moved, grouped, copied and arranged: a device, a rack or a scalable unit. */
import type { ObjectRef } from '../base/diagnostic.ts';

export type BlockRef = ObjectRef & { readonly kind: 'device' | 'rack' | 'unit' };

/** Links, fabrics and what stands on the floor are none. */
export function isBlockRef(ref: ObjectRef): ref is BlockRef {
  return ref.kind === 'device' || ref.kind === 'rack' || ref.kind === 'unit';
}
