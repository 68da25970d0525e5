/**
 * What an architect asks for: how many endpoints now and at full growth, and for every fabric its topology, speed,
 * switches, ratios, rails and planes. Everything left out has a stated default; `null` = let the generator decide.
 */
import { explainFirstIssue } from '../base/explain-issue.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { z } from '../base/schema.ts';
import { deviceRoleSchema, fabricSchema } from '../design/design.ts';

const id = z.string().min(1);
const count = z.int().positive();
const speed = z.number().positive();

/** Ports nobody sells yet or nobody named: enough to draw and count, not to choose media. */
const plainPortsSchema = z.strictObject({ id, ports: count, portGbps: speed });

/** A server of the catalog, or a box with so many ports, which becomes a part of the design's own. */
const endpointSpecSchema = z.union([
  z.strictObject({
    partId: id,
    /** NIC part for each block of adapter slots, e.g. { compute: 'cx7-neat' }. */
    adapters: z.record(id, id).default({}),
  }),
  z.strictObject({
    name: z.string().min(1).default('Endpoint'),
    gpus: z.int().nonnegative(),
    /** Ports of its `compute` block. */
    ports: count,
    portGbps: speed,
    /** Blocks for further fabrics, e.g. { id: 'storage', ports: 2, portGbps: 200 }. */
    otherPorts: z.array(plainPortsSchema).default([]),
  }),
]);

/** A switch of the catalog, or one of `radix` ports; a port of it may be split as listed, e.g. [2] = 2 x half the speed. */
const switchSpecSchema = z.union([
  z.strictObject({ partId: id }),
  z.strictObject({
    name: z.string().min(1).default('Switch'),
    radix: count,
    portGbps: speed,
    splits: z.array(count).default([]),
  }),
]);

const topologySchema = z.enum([
  /** All ports of a plane on one switch. */
  'single-switch',
  /** Two switches and links between them as large as the endpoint side (times 1/oversubscription). */
  'two-switch',
  /** Endpoints keep all their ports on one leaf. */
  'leaf-spine',
  /** leaf-spine, with a third tier when two do not hold it. */
  'fat-tree',
  /** Port r of every endpoint of a unit on the unit's leaf r; two tiers or three. */
  'rail-optimised',
  /** One switch per rail, or a tree per rail, and nothing between rails. */
  'rail-only',
  'dragonfly',
  'dragonfly-plus',
  'torus',
  'hyperx',
  'slim-fly',
  /** Single-tier switches, as many as needed, every group of hosts dealt over all of them: out-of-band networks. */
  'access-switches',
]);

/** Hosts that hang on leaf ports beside the endpoints: UFM, management servers, storage appliances, ways out of the cluster. */
const attachmentSchema = z.strictObject({
  id,
  name: z.string().min(1),
  role: deviceRoleSchema.default('management'),
  /** null = a part of the design's own with just these ports. */
  partId: id.nullable().default(null),
  /** Block of the part; null = the first one that offers the speed. */
  blockId: id.nullable().default(null),
  count,
  portsPerHost: count,
  /** null = the fabric's. */
  speedGbps: speed.nullable().default(null),
});

/** For dragonfly and dragonfly+. Ports of a switch: hosts + local + global. */
const dragonflySchema = z.strictObject({
  hostsPerSwitch: count,
  /** dragonfly+: leaves of a group. */
  switchesPerGroup: count,
  /** dragonfly+: spines of a group, which carry the global ports; otherwise unused. */
  spinesPerGroup: count.nullable().default(null),
  globalPortsPerSwitch: count,
  /** null = as few as hold the endpoints. */
  groups: count.nullable().default(null),
  /** null = all global ports are cabled, shared evenly over the other groups. */
  linksPerGroupPair: count.nullable().default(null),
});

/** For torus and HyperX: sizes of the dimensions, longest last or in any order. */
const latticeSchema = z.strictObject({
  shape: z.array(count).min(1).max(6),
  /** Cables between neighbours (torus) or between any two switches of a line (HyperX), for each dimension or for all. */
  trunks: z.array(count).default([1]),
  /** Torus: every line closes to a ring; false = a mesh, whose lines end. */
  wraps: z.boolean().default(true),
  /** Endpoints (all their ports) on each switch; null = the endpoints themselves are the nodes (torus of chips). */
  hostsPerSwitch: count.nullable().default(null),
  /** Block of nodes that is built as one (4 x 4 x 4 in a rack); links that leave it run over optical circuit switches. */
  tile: z.array(count).nullable().default(null),
  /** Ports of one optical circuit switch that are used; null = the links between tiles are plain cables. */
  opticalSwitchPorts: count.nullable().default(null),
});

/** 2 q^2 switches; q a prime gives diameter 2. */
const slimFlySchema = z.strictObject({ q: count.min(3), hostsPerSwitch: count });

const fabricRequirementsSchema = z.strictObject({
  /** Prefix of the ids of its devices; the compute fabric has none. */
  id,
  name: z.string().min(1).nullable().default(null),
  purpose: fabricSchema.shape.purpose,
  technology: fabricSchema.shape.technology,
  /** null = adaptive for InfiniBand, ECMP for Ethernet. */
  routing: fabricSchema.shape.routing.nullable().default(null),
  topology: topologySchema,
  /** Block of the endpoint; null = the one whose role fits the purpose and that offers the speed. */
  endpointBlockId: id.nullable().default(null),
  /** null = all ports the block has at the speed. 0 = the endpoints are not on this fabric, only what is attached. */
  portsPerEndpoint: z.int().nonnegative().nullable().default(null),
  /** Endpoint to leaf. */
  speedGbps: speed,
  /** Between switches; null = speedGbps. */
  uplinkSpeedGbps: speed.nullable().default(null),
  /** Spine to core; null = as the other uplinks. */
  coreSpeedGbps: speed.nullable().default(null),
  /** null only for a torus of endpoints, or when the fabric rides on another fabric's leaves. */
  leaf: switchSpecSchema.nullable().default(null),
  /** null = as the tier below. */
  spine: switchSpecSchema.nullable().default(null),
  core: switchSpecSchema.nullable().default(null),
  /** Id of another fabric whose leaves carry this one too (converged switches); it then needs no switches of its own. */
  ridesOn: id.nullable().default(null),
  tiers: z.union([z.literal('auto'), z.literal(1), z.literal(2), z.literal(3)]).default('auto'),
  /** Bandwidth down : bandwidth up of each tier; below 1 = more up than down. */
  oversubscription: z
    .strictObject({ leaf: z.number().positive().default(1), spine: z.number().positive().default(1) })
    .default({ leaf: 1, spine: 1 }),
  /** Leaves that share the ports of one endpoint (of one plane); null = 1, or one per port for rail topologies. */
  rails: count.nullable().default(null),
  /** Separate networks, each with an equal share of every endpoint's ports: port n belongs to plane n mod planes. */
  planes: count.max(16).default(1),
  /** Three tiers: the planes meet at one tier of cores (spine groups by rail); false = they never meet. */
  joinsPlanes: z.boolean().default(false),
  /** Endpoints of a scalable unit: those that share a set of leaves. null = as many as the leaves take. */
  endpointsPerUnit: count.nullable().default(null),
  /** Three tiers: scalable units that share a set of spines. null = as many as the spines take. */
  unitsPerPod: count.nullable().default(null),
  /** Fewer than fit = leaves stay partly empty on purpose. */
  downlinksPerLeaf: count.nullable().default(null),
  uplinksPerLeaf: count.nullable().default(null),
  uplinksPerSpine: count.nullable().default(null),
  /** Per plane. More than the endpoints need = spare leaves. */
  leafCount: count.nullable().default(null),
  /** Per plane and, with three tiers, per pod. */
  spineCount: count.nullable().default(null),
  /** Per plane. */
  coreCount: count.nullable().default(null),
  /** equal-links: every lower switch has equally many links to each upper one. fewest: round up, uplinks dealt staggered. */
  upperCountRule: z.enum(['equal-links', 'fewest']).default('equal-links'),
  attachments: z.array(attachmentSchema).default([]),
  /** Out-of-band: the management ports of all switches too. */
  includesSwitches: z.boolean().default(false),
  /** Out-of-band: the management ports of DPUs in the endpoints too. */
  includesDpus: z.boolean().default(false),
  /** Leaves uplinked to the leaves of another fabric (out-of-band switches to the in-band ones). */
  uplinkTo: z.strictObject({ fabricId: id, linksPerLeaf: count, speedGbps: speed }).nullable().default(null),
  dragonfly: dragonflySchema.nullable().default(null),
  lattice: latticeSchema.nullable().default(null),
  slimFly: slimFlySchema.nullable().default(null),
});

/** What one rack takes; null = no such limit. Devices are placed in racks only when this is given. */
const rackLimitsSchema = z.strictObject({
  units: count.max(100).default(48),
  powerW: z.number().positive().nullable().default(null),
  /** Endpoints to a rack; null = as many as units and power allow. */
  endpointsPerRack: count.nullable().default(null),
});

export const requirementsSchema = z.strictObject({
  name: z.string().min(1),
  endpoint: endpointSpecSchema,
  endpointCount: count,
  /** The fabrics are sized for so many; null = endpointCount. */
  endpointCountFull: count.nullable().default(null),
  /** Endpoints left out, last ones first, so that their leaf ports are free for attachments. */
  displacedEndpoints: z.int().nonnegative().default(0),
  /** The first one decides the scalable units. */
  fabrics: z.array(fabricRequirementsSchema).min(1),
  rackLimits: rackLimitsSchema.nullable().default(null),
});

export type EndpointSpec = z.infer<typeof endpointSpecSchema>;
export type SwitchSpec = z.infer<typeof switchSpecSchema>;
export type Topology = z.infer<typeof topologySchema>;
export type Attachment = z.infer<typeof attachmentSchema>;
export type FabricRequirements = z.infer<typeof fabricRequirementsSchema>;
export type RackLimits = z.infer<typeof rackLimitsSchema>;
export type Requirements = z.infer<typeof requirementsSchema>;
/** What may be written: defaults filled in by `parseRequirements`. */
export type RequirementsInput = z.input<typeof requirementsSchema>;
export type FabricRequirementsInput = z.input<typeof fabricRequirementsSchema>;

/** Checks and completes; the error is one sentence. */
export function parseRequirements(input: unknown): Result<Requirements, string> {
  const parsed = requirementsSchema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  const issue = explainFirstIssue(parsed.error, input);
  return fail(`${issue.path === '' ? 'The requirements' : issue.path} ${issue.phrase}.`);
}
