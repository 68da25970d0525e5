/** Keeps saved views in step when fabrics go: one that showed only what is gone shows all of them. */
import type { Design } from '../design/design.ts';
import { findRecord } from '../design/records.ts';

/** Leaves alone what still holds, so that history keeps nothing of it. */
export function refitViews(draft: Design): void {
  for (const view of Object.values(draft.views ?? {})) {
    const left = view.fabricIds?.filter((id) => findRecord(draft.fabrics, id));
    if (left === undefined || left.length === view.fabricIds?.length) continue;
    view.fabricIds = left.length === 0 ? null : left;
  }
}
