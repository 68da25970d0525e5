import { describe, expect, it } from 'vitest';
import { resolveConstants, SIM_CONSTANTS } from '#core/sim/constants.ts';

describe('modelling constants', () => {
  it('lie between their own bounds, each with a unit, a source and a date', () => {
    for (const { value, min, max, unit, source, asOf, label } of SIM_CONSTANTS) {
      expect(value).toBeGreaterThanOrEqual(min);
      expect(value).toBeLessThanOrEqual(max);
      expect([unit, source, label].every((text) => text.length > 0)).toBe(true);
      expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
    expect(new Set(SIM_CONSTANTS.map(({ id }) => id)).size).toBe(SIM_CONSTANTS.length);
  });

  it('are overridden by id, held to their bounds; ids that are no longer known change nothing', () => {
    const own = resolveConstants({ hopRoceUs: 9, goodputShare: 2, former: 1, baseUs: Number.NaN });
    expect(own).toEqual({ ...resolveConstants({}), hopRoceUs: 9, goodputShare: 1 });
  });
});
