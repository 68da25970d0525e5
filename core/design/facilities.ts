/** What feeds and cools the racks: power feeds, cooling zones, coolant units, and the site's rates. */
import { z } from '../base/schema.ts';

const id = z.string().min(1);

/** A source of power that racks' PDUs hang on, e.g. side A. PDUs name their feed in the rack. */
export const feedSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** What it can give before derating, kW; null = not known, so not checked. */
  ratedKw: z.number().positive().nullable(),
  /** Share of a rating that may be drawn without end: 0.8 by the continuous-load rule of North America, 1 elsewhere. */
  derating: z.number().positive().max(1),
  /** Switched off to see what goes dark. */
  isOff: z.boolean(),
});

/** Rows cooled by one plant of air. */
export const coolingZoneSchema = z.strictObject({
  id,
  name: z.string().min(1),
  rowIds: z.array(id),
  /** Heat that its air handlers can take away, kW; null = not known, so not checked. */
  airCapacityKw: z.number().positive().nullable(),
});

/** Coolant distribution units of one part, side by side on the floor, serving the liquid-cooled racks of some rows. */
export const cduGroupSchema = z.strictObject({
  id,
  name: z.string().min(1),
  partId: id,
  /** All of them, standby units included. */
  count: z.int().positive().max(10_000),
  standbyCount: z.int().nonnegative(),
  roomId: id,
  /** North-west corner of the first, from the room's. */
  xM: z.number(),
  yM: z.number(),
  rowIds: z.array(id),
});

/** Rates and conditions of the site; what is null is not known and its results neither. */
export const siteSchema = z.strictObject({
  /** Power usage effectiveness: the facility's energy over that of its IT. */
  pue: z.number().min(1).max(10).nullable(),
  /** In the price book's currency. */
  pricePerKwh: z.number().nonnegative().nullable(),
  gridCo2KgPerKwh: z.number().nonnegative().nullable(),
  /** Of the air through the racks. */
  airRiseC: z.number().positive().max(60),
  /** Of the coolant through the racks. */
  coolantRiseC: z.number().positive().max(60),
  /**
   * Share of the heat that goes into the coolant, for cold-plate and hybrid devices whose part does not state it; null or absent =
   * not known.
   */
  liquidShare: z.number().min(0).max(1).nullable().optional(),
});

export type Feed = z.infer<typeof feedSchema>;
export type CoolingZone = z.infer<typeof coolingZoneSchema>;
export type CduGroup = z.infer<typeof cduGroupSchema>;
export type Site = z.infer<typeof siteSchema>;

/**
 * What holds while the design says nothing. Air rise 15 C as in the worked example of the hardware reference (10.2 kW takes
 * 0.564 m3/s); coolant rise 10 C, near the 9.6 C that 1.5 L/min per kW of water gives. Rates are not known until entered.
 */
export const DEFAULT_SITE: Site = {
  pue: null,
  pricePerKwh: null,
  gridCo2KgPerKwh: null,
  airRiseC: 15,
  coolantRiseC: 10,
};
