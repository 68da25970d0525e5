/**
 * What a part is: one entry of the catalog (servers, switches, NICs, transceivers, cables, racks, PDUs, cooling).
 * `null` means not known and is never read as zero or as compatible. Built-in parts live in assets/catalog;
 * a design may carry its own parts of the same shape.
 */
import { z } from '../base/schema.ts';

const confidenceSchema = z.enum(['vendor', 'vendor-cited', 'library', 'secondary', 'derived', 'user']);

const sourceSchema = z.strictObject({
  url: z.string(),
  confidence: confidenceSchema,
  /** Which fields the source supports; absent = the item as a whole. */
  fields: z.array(z.string()).optional(),
  via: z.string().optional(),
  date: z.string().optional(),
});

const count = z.int().positive();
const quantity = z.number().nonnegative();

const commonShape = {
  id: z.string().min(1),
  manufacturer: z.string().nullable(),
  model: z.string().min(1),
  partNumber: z.string().nullable(),
  status: z.enum(['shipping', 'legacy', 'end_of_sale', 'announced', 'reference']),
  notes: z.string().nullable(),
  conflicts: z.array(z.string()),
  /** Id of the part to buy instead, with the same port blocks. */
  replacedBy: z.string().optional(),
  sources: z.array(sourceSchema),
  /** ISO date on which the facts were gathered. */
  asOf: z.string(),
};

export const protocolSchema = z.enum(['ib', 'eth', 'slingshot', 'nvlink', 'fabric']);
const heatSinkSchema = z.enum(['flat', 'finned']);

/**
 * One way to split a cage: `portsPerCage` logical ports of `speedGbps` (one direction) each. With `blocksNextCage` the cages
 * go in pairs (1 and 2, 3 and 4 ...): only the first of a pair can work this way, and the second has no ports meanwhile.
 */
const portModeSchema = z.strictObject({
  portsPerCage: count,
  speedGbps: z.number().positive(),
  blocksNextCage: z.boolean().optional(),
});

/**
 * A run of equal cages on a device. `modes[0]` is the native mode.
 * A block of adapter slots (`slotCount` set, `cageCount` null) gets its cages from the NIC installed by the design.
 */
export const portBlockSchema = z.strictObject({
  id: z.string().min(1),
  /** compute, storage_inband, storage, inband_mgmt, host_mgmt, bmc, fabric ... on hosts; data, uplink, mgmt, host, fabric on switches. */
  role: z.string(),
  cageCount: count.nullable(),
  slotCount: count.nullable(),
  formFactor: z.string().nullable(),
  heatSink: heatSinkSchema.nullable(),
  protocols: z.array(protocolSchema),
  lanesPerCage: count.nullable(),
  gbpsPerLane: z.number().positive().nullable(),
  modes: z.array(portModeSchema),
  notes: z.string().nullable(),
});

/** Power of a device at its inlet, in W. `includesOptics` null = the basis does not say. */
const powerShape = {
  powerTypicalW: quantity.nullable(),
  powerTypicalBasis: z.string().nullable(),
  powerTypicalIncludesOptics: z.boolean().nullable(),
  powerMaxW: quantity.nullable(),
  powerMaxBasis: z.string().nullable(),
  powerMaxIncludesOptics: z.boolean().nullable(),
};

/** Power supplies. `wattsEach` is a nameplate: what one can deliver, not what the device draws. */
const psuSchema = z.strictObject({
  count: z.int().nonnegative().nullable(),
  wattsEach: quantity.nullable(),
  /** As stated: 1+1, 4+2, N+N. */
  redundancy: z.string().nullable(),
  inlet: z.enum(['C14', 'C20', 'busbar', 'dc']).nullable(),
});

const bodyShape = {
  rackUnits: z.number().positive().nullable(),
  /** Pitch of the units the device is made for; absent = 44.45 mm (EIA-310). */
  unitMm: z.number().positive().optional(),
  /** Absent = not known. */
  psu: psuSchema.optional(),
  depthMm: z.number().positive().nullable(),
  weightKg: z.number().positive().nullable(),
};

/** One accelerator of a server: dense peaks, and what collective libraries get out of it. */
const gpuSchema = z.strictObject({
  /** Which constants of the collective model apply. */
  family: z.enum(['ampere', 'hopper', 'hopper-h800', 'blackwell', 'cdna3', 'cdna4', 'other']).nullable(),
  bf16Tflops: quantity.nullable(),
  fp8Tflops: quantity.nullable(),
  fp4Tflops: quantity.nullable(),
  hbmGb: quantity.nullable(),
  /** One direction, all scale-up links of the GPU. */
  scaleUpGBps: quantity.nullable(),
  /** Measured rates of the collective library, GB/s, instead of the family's; absent = the family's. */
  collectives: z
    .strictObject({
      ringGBps: quantity,
      allToAllGBps: quantity,
      /** null = no in-switch reduction of the scale-up network. */
      inSwitchReductionGBps: quantity.nullable(),
      /** Scale-up hop, us. */
      hopUs: quantity,
    })
    .optional(),
  /** Where the facts of the GPU come from, with the names they have here; absent = the part's own sources. */
  sources: z.array(sourceSchema).optional(),
});

export const serverSchema = z.strictObject({
  kind: z.literal('server'),
  ...commonShape,
  ...bodyShape,
  ...powerShape,
  category: z.enum([
    'gpu_server',
    'rack_scale',
    'compute_tray',
    'baseboard',
    'cloud_instance',
    'appliance',
    'storage',
    'infrastructure',
  ]),
  accelerator: z.string().nullable(),
  gpuCount: count.nullable(),
  hbmTotalGb: quantity.nullable(),
  /** GPUs in one scale-up (NVLink-class) domain. */
  scaleUpDomain: count.nullable(),
  /** What simulations need to know of one GPU; absent = not known. */
  gpu: gpuSchema.optional(),
  /** Rack-scale systems: what is inside, counted, e.g. computeTrays1u, nvlinkSwitchTrays1u, powerShelves. Absent = not stated. */
  contents: z.record(z.string(), count).optional(),
  cooling: z.string().nullable(),
  airflowCfm: quantity.nullable(),
  /** Published for racks with so many systems, where the makers' figures differ from so many times the one above. */
  rackAirflows: z
    .array(z.strictObject({ systemCount: count, cfm: quantity, basis: z.string(), url: z.string().nullable() }))
    .optional(),
  airflowDirection: z.string().nullable(),
  portBlocks: z.array(portBlockSchema),
});

export const switchSchema = z.strictObject({
  kind: z.literal('switch'),
  ...commonShape,
  ...bodyShape,
  ...powerShape,
  category: z.enum(['switch', 'chassis', 'line_card', 'mgmt_switch', 'nvlink_tray']),
  asic: z.string().nullable(),
  capacityTbps: quantity.nullable(),
  logicalPortsMax: count.nullable(),
  latencyNs: quantity.nullable(),
  bufferMb: quantity.nullable(),
  cagePowerMaxW: quantity.nullable(),
  /** What all modules together may draw; absent = not known. */
  opticsBudgetW: quantity.optional(),
  cooling: z.string().nullable(),
  airflowOptions: z.array(z.string()),
  portBlocks: z.array(portBlockSchema),
});

export const nicSchema = z.strictObject({
  kind: z.literal('nic'),
  ...commonShape,
  ...powerShape,
  asic: z.string().nullable(),
  totalGbps: quantity.nullable(),
  hostInterface: z.string().nullable(),
  oobRj45Ports: z.int().nonnegative(),
  portBlocks: z.array(portBlockSchema),
});

/** Optical reach class: which transceivers can talk to each other over which fibre. */
const opticsFamilySchema = z.enum(['SR', 'DR', 'XDR', 'FR', 'LR', 'PLR', 'ER', 'ZR', 'CWDM', 'PSM', 'BASE-T']);

export const transceiverSchema = z.strictObject({
  kind: z.literal('transceiver'),
  ...commonShape,
  protocols: z.array(protocolSchema),
  standard: z.string().nullable(),
  opticsFamily: opticsFamilySchema.nullable(),
  /** Total of the module, one direction. */
  speedGbps: z.number().positive(),
  /** Cage form factors the product is sold in. */
  formFactors: z.array(z.string()).min(1),
  lanes: count,
  gbpsPerLane: z.number().positive(),
  modulation: z.string().nullable(),
  heatSink: heatSinkSchema.nullable(),
  /** OM4, OS2 ... ; null = copper or not known. */
  fiberType: z.string().nullable(),
  connector: z.string().nullable(),
  /** Fibre connectors on the module: 2 = twin-port, serves two connections. */
  connectorCount: count.nullable(),
  polish: z.string().nullable(),
  reachM: quantity.nullable(),
  /** Over fibres of other grades: OM3 30, OM4 50. */
  reachByFiber: z.record(z.string(), quantity).optional(),
  powerTypicalW: quantity.nullable(),
  powerMaxW: quantity.nullable(),
});

const cableEndSchema = z.strictObject({
  /** Plugs at this end of one assembly (a 1-to-2 splitter has 1 and 2). */
  plugCount: count,
  /** Cage form factors a direct-attach plug fits; for fibre and twisted pair the connector name. */
  formFactors: z.array(z.string()).min(1),
  /** Per plug, one direction; null for passive fibre and twisted pair. */
  speedGbps: z.number().positive().nullable(),
  lanes: count.nullable(),
  gbpsPerLane: z.number().positive().nullable(),
  heatSink: heatSinkSchema.nullable(),
});

/** A cable assembly as bought. Direct-attach kinds (dac, acc, aec, aoc) carry their own ends and take no transceiver. */
export const cableSchema = z.strictObject({
  kind: z.literal('cable'),
  ...commonShape,
  category: z.enum(['dac', 'acc', 'aec', 'aoc', 'fiber', 'twisted_pair']),
  protocols: z.array(protocolSchema),
  standard: z.string().nullable(),
  /** Exactly two: a and b. */
  ends: z.tuple([cableEndSchema, cableEndSchema]),
  fiberType: z.string().nullable(),
  connector: z.string().nullable(),
  polish: z.string().nullable(),
  reachM: quantity.nullable(),
  /** Lengths it is sold in; empty = not known. */
  lengths: z.array(z.strictObject({ lengthM: z.number().positive(), partNumber: z.string().nullable() })),
  /** Per plug, W; null = not known. */
  powerMaxW: quantity.nullable(),
});

export const rackPartSchema = z.strictObject({
  kind: z.literal('rack'),
  ...commonShape,
  heightUnits: count.nullable(),
  unitMm: z.number().positive().nullable(),
  widthMm: z.number().positive().nullable(),
  depthMm: z.number().positive().nullable(),
  mountingDepthMm: z.number().positive().nullable(),
  weightKg: z.number().positive().nullable(),
  maxLoadKg: z.number().positive().nullable(),
});

export const pduSchema = z.strictObject({
  kind: z.literal('pdu'),
  ...commonShape,
  category: z.enum(['rack_pdu', 'power_shelf', 'circuit']),
  phases: count.nullable(),
  volts: z.number().positive().nullable(),
  amps: z.number().positive().nullable(),
  ratedKva: quantity.nullable(),
  /** After derating, kW. */
  usableKw: quantity.nullable(),
  derating: z.string().nullable(),
  outlets: z.record(z.string(), z.int().nonnegative()).nullable(),
  rackUnits: quantity,
  weightKg: z.number().positive().nullable(),
});

const coolingSchema = z.strictObject({
  kind: z.literal('cooling'),
  ...commonShape,
  category: z.enum(['cdu', 'rule', 'limit']),
  capacityKw: quantity.nullable(),
  capacityBasis: z.string().nullable(),
  flowLpm: quantity.nullable(),
  ownPowerKw: quantity.nullable(),
  /** Outer, as it stands on the floor; absent = not known. */
  widthMm: z.number().positive().optional(),
  depthMm: z.number().positive().optional(),
  heightMm: z.number().positive().optional(),
  weightKg: z.number().positive().nullable(),
  /** For rules and limits: the figure and its unit. */
  value: z.union([z.number(), z.array(z.number())]).nullable(),
  unit: z.string().nullable(),
});

export const partSchema = z.discriminatedUnion('kind', [
  serverSchema,
  switchSchema,
  nicSchema,
  transceiverSchema,
  cableSchema,
  rackPartSchema,
  pduSchema,
  coolingSchema,
]);

export type Protocol = z.infer<typeof protocolSchema>;
export type PortBlock = z.infer<typeof portBlockSchema>;
export type ServerPart = z.infer<typeof serverSchema>;
export type SwitchPart = z.infer<typeof switchSchema>;
export type NicPart = z.infer<typeof nicSchema>;
export type TransceiverPart = z.infer<typeof transceiverSchema>;
export type CablePart = z.infer<typeof cableSchema>;
export type RackPart = z.infer<typeof rackPartSchema>;
export type PduPart = z.infer<typeof pduSchema>;
export type CoolingPart = z.infer<typeof coolingSchema>;
export type PowerSupply = z.infer<typeof psuSchema>;
export type Part = z.infer<typeof partSchema>;
export type PartKind = Part['kind'];
/** Parts that stand in the network and own ports. */
export type DevicePart = ServerPart | SwitchPart;
