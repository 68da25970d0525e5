/** Whether a rack group has room for devices, asked while they still hang over it. Pure: nothing is placed. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Design } from '../design/design.ts';
import { createId } from './ids.ts';
import { type Guest, putInRacks } from './put-in-racks.ts';

/** Why none of them finds room, as placing the first would say; null = one of them does at least. One that stands somewhere leaves it. */
export function explainNoRoom(
  design: Design,
  catalog: Catalog,
  rackId: string,
  guests: readonly Guest[],
): string | null {
  let reason: string | null = null;
  const placementId = createId('placement', design.placements);
  for (const guest of guests) {
    const others = Object.entries(design.placements).filter(([, { deviceId }]) => deviceId !== guest.id);
    const trial = { ...design, placements: Object.fromEntries(others) };
    const [refusal] = putInRacks(trial, guest, { rackId, placementId }, catalog);
    if (!refusal) return null;
    reason ??= refusal.message;
  }
  return reason;
}
