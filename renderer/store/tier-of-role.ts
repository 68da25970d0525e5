/** Where a drawing of a fabric puts a device: every drawing the same. */
import type { DeviceRole } from '#core/design/design.ts';

/** From the top of the drawing down. */
export const TIER_OF_ROLE: Readonly<Record<DeviceRole, number>> = {
  core: 0,
  border: 0,
  spine: 1,
  leaf: 2,
  management: 2,
  endpoint: 3,
  storage: 3,
};
