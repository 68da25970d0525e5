/**
 * The document: what the architect draws and what is saved. Everything is a group with a count, so a
 * 100,000-GPU cluster is a few dozen records. Schema and types of every record; nothing derived is stored.
 */
import { z } from '../base/schema.ts';
import { partSchema } from '../catalog/part.ts';
import { cduGroupSchema, coolingZoneSchema, feedSchema, siteSchema } from './facilities.ts';
import { cablingSchema, roomSchema, rowSchema, standSchema } from './floor.ts';
import { priceBookSchema } from './price-book.ts';
import { savedViewSchema } from './saved-view.ts';
import { scenarioSchema } from './scenario.ts';
import { titleBlockSchema } from './title-block.ts';
import { unitSchema } from './unit.ts';

const id = z.string().min(1);
const memberCount = z.int().positive().max(1_000_000);
const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

export const fabricSchema = z.strictObject({
  id,
  name: z.string(),
  purpose: z.enum(['compute', 'storage', 'frontend', 'inband', 'oob']),
  technology: z.enum(['infiniband', 'ethernet']),
  routing: z.enum(['ecmp', 'adaptive', 'spray']),
  /** Wanted worst path oversubscription, e.g. 2 for 2:1; null = no target. */
  targetOversubscription: z.number().positive().nullable(),
});

export const deviceRoleSchema = z.enum(['endpoint', 'leaf', 'spine', 'core', 'border', 'storage', 'management']);

export const deviceSchema = z.strictObject({
  id,
  name: z.string().min(1),
  partId: id,
  role: deviceRoleSchema,
  count: memberCount,
  /** Members are dealt into pods (scalable units) of this size in order; null = all in one pod. */
  membersPerPod: z.int().positive().nullable(),
  /** `{i}` index, `{pod}` pod, both from 1; `{i:3}` pads to three digits, e.g. `leaf-{pod:2}-{i:2}`. */
  nameTemplate: z.string().min(1),
  /** Adapter-slot port block id -> NIC part id. */
  adapters: z.record(z.string(), id),
  /** Canvas position in px when not placed in a rack. */
  position: positionSchema,
  /** Day the group is bought: 1, 2, ... */
  phase: z.int().positive(),
  locked: z.boolean(),
  /** One of the part's airflow options; absent = not chosen. */
  airflow: z.string().optional(),
});

export const rackSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** Rack frame part; null = unspecified rack. */
  partId: id.nullable(),
  count: memberCount,
  heightUnits: z.int().positive().max(100),
  /** Budget for the devices of one rack, W; null = not set, so not checked. */
  powerLimitW: z.number().positive().nullable(),
  weightLimitKg: z.number().positive().nullable(),
  cooling: z.enum(['air', 'liquid', 'hybrid']),
  /**
   * Per rack. `feedId`: the feed they hang on; absent = not said. `bottomUnit`: lowest unit of the first; absent = upright beside
   * the units, or on top of the devices.
   */
  pdus: z.array(
    z.strictObject({
      partId: id,
      count: z.int().positive(),
      feedId: id.optional(),
      bottomUnit: z.int().positive().optional(),
    }),
  ),
  /** What must carry the rack: all of it (N), all but one PDU (N+1), either side alone (2N). Absent = not said, so not checked. */
  redundancy: z.enum(['N', 'N+1', '2N']).optional(),
  /** Blanking panels close what units stay empty, and are bought. */
  fillers: z.boolean().optional(),
  /** Day the racks are bought; absent = day 1. */
  phase: z.int().positive().optional(),
  /** Its frame stays where it is on the canvas; absent = it can be moved. */
  locked: z.boolean().optional(),
  position: positionSchema,
});

/**
 * Which members of a device stand in which racks: members firstMember .. firstMember+memberCount-1 fill
 * racks from firstRack on, perRack to a rack, stacked upwards from bottomUnit (1 = lowest unit).
 */
export const placementSchema = z.strictObject({
  id,
  deviceId: id,
  rackId: id,
  firstMember: z.int().nonnegative(),
  memberCount,
  firstRack: z.int().nonnegative(),
  perRack: z.int().positive(),
  bottomUnit: z.int().positive(),
  /** Side of the rack that the device's front looks to; absent = front. */
  face: z.enum(['front', 'rear']).optional(),
});

/**
 * `members` narrows the end to a run of the group's members, numbered from 0 for the pattern, its pods and its pairs; `ports`
 * takes every step-th port of the block from `first` on (a NIC's second port for the second plane) instead of the next free
 * ones, all counted in the link's mode.
 */
export const linkEndSchema = z.strictObject({
  deviceId: id,
  blockId: id,
  members: z.strictObject({ first: z.int().nonnegative(), count: memberCount }).optional(),
  ports: z.strictObject({ first: z.int().nonnegative(), step: z.int().positive() }).optional(),
});

/**
 * How members of A meet members of B:
 * mesh: every A to every B, `cablesPerPair` each;
 * rail: port p of A goes to B member p (of the same pod), for B's rails; `cablesPerPair` cables a rail;
 * spread: each A's `cablesPerPair` uplinks dealt evenly over the Bs, starts staggered;
 * pair: A[i] to B[i], `cablesPerPair` each;
 * plane: member s of every pod of A meets all of the s-th of as many equal runs of B (within pods: of B's pod), `cablesPerPair`
 *   each;
 * explicit: the listed member pairs only, `cablesPerPair` each;
 * and, with the same group at both ends:
 * global: every two pods, `cablesPerPair` each, dealt over the members of the pods (dragonfly);
 * torus, hyperx: neighbours, or all, along one dimension of `lattice`, `cablesPerPair` each;
 * slim-fly: the whole graph for `lattice.shape` [q], 2 q^2 members.
 */
export const linkPatternSchema = z.enum([
  'mesh',
  'rail',
  'spread',
  'pair',
  'plane',
  'explicit',
  'global',
  'torus',
  'hyperx',
  'slim-fly',
]);

/** Members on a grid, numbered tile by tile (no tiles = one), the first dimension running fastest; a link joins along `dimension`. */
const latticeSchema = z.strictObject({
  shape: z.array(z.int().positive()).min(1).max(6),
  dimension: z.int().nonnegative(),
  /** Torus: the last place of a line meets the first. */
  wraps: z.boolean(),
  /** Block built as one, e.g. [4, 4, 4]; divides the shape. */
  tile: z.array(z.int().positive()).optional(),
  /** Torus: only the links inside tiles, or only those that leave a tile. */
  span: z.enum(['all', 'inside', 'across']),
});

/** auto: the cheapest class that both cages accept and whose reach covers the length. cable: direct attach or twisted pair. */
export const mediumSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('auto') }),
  z.strictObject({ kind: z.literal('cable'), cableId: id }),
  z.strictObject({ kind: z.literal('optics'), transceiverAId: id, transceiverBId: id, cableId: id.nullable() }),
]);

export const linkSchema = z.strictObject({
  id,
  fabricId: id,
  a: linkEndSchema,
  b: linkEndSchema,
  pattern: linkPatternSchema,
  /** pod: A and B members meet only inside the pod of the same number. */
  within: z.enum(['all', 'pod']),
  /** Pod sizes for this link alone, so that pods nest; absent = the devices' own. */
  podSizes: z.strictObject({ a: z.int().positive(), b: z.int().positive() }).optional(),
  cablesPerPair: z.int().positive().max(1024),
  /** For `global`: cables of one member; what equal shares leave over goes to near pods. Absent = nothing more. */
  cablesPerMember: z.int().positive().optional(),
  /** For `torus`, `hyperx`, `slim-fly`. */
  lattice: latticeSchema.optional(),
  /** For `explicit`: [member of A, member of B]. Empty otherwise. */
  pairs: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative()])),
  /** One direction, per connection. */
  speedGbps: z.number().positive(),
  medium: mediumSchema,
  /** Planned run length, used to choose the medium and the cable length. */
  lengthM: z.number().positive().max(200_000),
});

/** How many more to buy of a class: the larger of a share and a minimum, rounded up to whole packs. */
const spareRuleSchema = z.strictObject({
  percent: z.number().nonnegative().max(100),
  minimum: z.int().nonnegative(),
  packSize: z.int().positive(),
});

const spareClassSchema = z.enum(['server', 'switch', 'nic', 'transceiver', 'cable', 'pdu']);

export const designSchema = z.strictObject({
  name: z.string(),
  notes: z.string(),
  parts: z.record(id, partSchema),
  fabrics: z.record(id, fabricSchema),
  devices: z.record(id, deviceSchema),
  racks: z.record(id, rackSchema),
  placements: z.record(id, placementSchema),
  links: z.record(id, linkSchema),
  /** Absent or missing class = no spares. */
  spares: z.partialRecord(spareClassSchema, spareRuleSchema).optional(),
  scenarios: z.record(id, scenarioSchema).optional(),
  /** Its failures are in force, and the metrics bar shows it; absent = the default question on the whole fabric. */
  currentScenarioId: id.optional(),
  rooms: z.record(id, roomSchema).optional(),
  rows: z.record(id, rowSchema).optional(),
  stands: z.record(id, standSchema).optional(),
  feeds: z.record(id, feedSchema).optional(),
  coolingZones: z.record(id, coolingZoneSchema).optional(),
  cduGroups: z.record(id, cduGroupSchema).optional(),
  /** Absent = the defaults of their files. */
  cabling: cablingSchema.optional(),
  site: siteSchema.optional(),
  priceBook: priceBookSchema.optional(),
  units: z.record(id, unitSchema).optional(),
  views: z.record(id, savedViewSchema).optional(),
  titleBlock: titleBlockSchema.optional(),
});

export type Position = z.infer<typeof positionSchema>;
export type Fabric = z.infer<typeof fabricSchema>;
export type DeviceRole = z.infer<typeof deviceRoleSchema>;
export type Device = z.infer<typeof deviceSchema>;
export type Rack = z.infer<typeof rackSchema>;
export type Placement = z.infer<typeof placementSchema>;
export type LinkEnd = z.infer<typeof linkEndSchema>;
export type LinkPattern = z.infer<typeof linkPatternSchema>;
export type Medium = z.infer<typeof mediumSchema>;
export type Link = z.infer<typeof linkSchema>;
export type SpareRule = z.infer<typeof spareRuleSchema>;
export type SpareClass = z.infer<typeof spareClassSchema>;
export type Design = z.infer<typeof designSchema>;

/** A design with nothing in it. */
export function createDesign(name: string): Design {
  return { name, notes: '', parts: {}, fabrics: {}, devices: {}, racks: {}, placements: {}, links: {} };
}
