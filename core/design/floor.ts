/**
 * Where racks stand: rooms with rows of equal positions, runs of racks on them, trays above. One plan for all rooms, in
 * metres: x runs along the rows to the east, y across them to the south. Nothing computed is kept here.
 */
import { z } from '../base/schema.ts';

const id = z.string().min(1);
const metres = z.number().min(-100_000).max(100_000);
const size = z.number().positive().max(100_000);

export const roomSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** North-west corner on the plan. */
  xM: metres,
  yM: metres,
  widthM: size,
  depthM: size,
  /** Of the cable trays above the floor; one tray runs over every row. */
  trayHeightM: z.number().positive().max(50),
  /** Inner cross-section of a tray. */
  trayWidthMm: z.number().positive().max(5_000),
  trayDepthMm: z.number().positive().max(5_000),
  /** Where trays cross from row to row, x from the room's west wall; empty = above every position. */
  crossTraysM: z.array(z.number().nonnegative()).max(200),
});

/** Equal rack positions side by side, numbered from 0 at the west end. */
export const rowSchema = z.strictObject({
  id,
  name: z.string().min(1),
  roomId: id,
  /** North-west corner of the first position, from the room's north-west corner. */
  xM: metres,
  yM: metres,
  slotCount: z.int().positive().max(10_000),
  /** Width of a position. */
  pitchM: z.number().positive().max(10),
  /** Depth of a position. */
  depthM: z.number().positive().max(10),
  /** Side the racks take their air in: the cold aisle. */
  facing: z.enum(['north', 'south']),
});

/** Racks firstRack .. firstRack+rackCount-1 of a group stand side by side from a slot on. A rack stands once. */
export const standSchema = z.strictObject({
  id,
  rackId: id,
  firstRack: z.int().nonnegative(),
  rackCount: z.int().positive().max(1_000_000),
  rowId: id,
  firstSlot: z.int().nonnegative(),
});

/** What a run of cable needs beyond the way, and how cables are bundled and named. */
export const cablingSchema = z.strictObject({
  /** At each end: dressing inside the rack and a service loop. */
  slackM: z.number().nonnegative().max(50),
  /** At each end of a cable that stays in its rack. */
  slackInRackM: z.number().nonnegative().max(50),
  /** Cables tied together. */
  bundleSize: z.int().positive().max(1_000),
  /** Share of a tray's cross-section that cables may take. */
  trayFillLimit: z.number().positive().max(1),
  /** Fields in braces, e.g. `{fabric}-{n:6}`; see core/io/cable-labels. */
  labelTemplate: z.string().min(1).max(200),
});

export type Room = z.infer<typeof roomSchema>;
export type Row = z.infer<typeof rowSchema>;
export type Stand = z.infer<typeof standSchema>;
export type Cabling = z.infer<typeof cablingSchema>;

/**
 * What holds while the design says nothing: 1 m of slack for a run that leaves its rack (0.3 m inside one), bundles of 24, and
 * trays filled to half at most (NEC 392.22(A)(2): 50 % of the inner cross-section of a ladder tray for signal cables).
 */
export const DEFAULT_CABLING: Cabling = {
  slackM: 1,
  slackInRackM: 0.3,
  bundleSize: 24,
  trayFillLimit: 0.5,
  labelTemplate: 'C{n:6}',
};
