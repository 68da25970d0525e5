/**
 * What is simulated on the drawn fabric: a collective of some GPUs under a routing, with things broken and with other
 * traffic, and a training job around it. Saved with the design; its results never are.
 */
import { z } from '../base/schema.ts';

const id = z.string().min(1);
const count = z.int().positive();
const share = z.number().min(0).max(1);
/** A run of a group's members, numbered from 0. */
const runSchema = z.strictObject({ first: z.int().nonnegative(), count });

/** What is broken. Without `members`, `connections` or `racks`: all of it. */
export const failureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('device'), deviceId: id, members: runSchema.optional() }),
  z.strictObject({ kind: z.literal('link'), linkId: id, connections: runSchema.optional() }),
  z.strictObject({ kind: z.literal('rack'), rackId: id, racks: runSchema.optional() }),
]);

export const collectiveSchema = z.enum([
  'all-reduce',
  'all-gather',
  'reduce-scatter',
  'all-to-all',
  'broadcast',
  'send-recv',
  'barrier',
]);

/** How GPUs are cut into groups: product of the given sizes divides the GPU count; data takes the rest. */
export const layoutSchema = z.strictObject({
  tensor: count,
  context: count,
  pipeline: count,
  /** Experts are spread over this many GPUs, taken out of the data (and context) ranks. */
  expert: count,
});

export const jobGroupSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cluster') }),
  z.strictObject({
    kind: z.literal('tenant'),
    name: z.string(),
    runs: z.array(z.strictObject({ deviceId: id, members: runSchema })).min(1),
  }),
  /** One collective in every group of the axis at once. */
  z.strictObject({ kind: z.literal('subgroup'), axis: z.enum(['tensor', 'context', 'pipeline', 'data', 'expert']) }),
]);

/** A second job on the same fabric at the same time. */
export const trafficSchema = z.strictObject({
  id,
  name: z.string(),
  trafficClass: z.enum(['training', 'storage', 'checkpoint', 'inference', 'backup']),
  /** training: a collective of its own; the others: pairs between its members, or to the storage devices. */
  collective: collectiveSchema,
  sizeBytes: z.number().positive(),
  runs: z.array(z.strictObject({ deviceId: id, members: runSchema })),
});

export const modelSchema = z.strictObject({
  name: z.string(),
  /** All parameters, and those a token passes through. */
  parameterCount: z.number().positive(),
  activeParameterCount: z.number().positive(),
  layerCount: count,
  hiddenSize: count,
  sequenceLength: count,
  headCount: count,
  kvHeadCount: count,
  headSize: count,
  /** Numbers that keys and values of a token take in one layer, where they are compressed; absent = both, of all key-value heads. */
  kvSizePerToken: count.optional(),
  /** 0 = dense. */
  expertCount: z.int().nonnegative(),
  expertsPerToken: z.int().nonnegative(),
  moeLayerCount: z.int().nonnegative(),
  /** Most scale-up domains that the router sends a token to; absent = no limit. */
  expertDomainLimit: count.optional(),
});

export const trainingSchema = z.strictObject({
  model: modelSchema,
  globalBatchSequences: count,
  microBatchSequences: count,
  precision: z.enum(['bf16', 'fp8']),
  zeroStage: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  /** Interleaved pipeline stages per GPU. */
  interleave: count,
  isSequenceParallel: z.boolean(),
  /** Achieved share of the GPU's peak inside kernels. */
  kernelEfficiency: share,
  /** Share of each axis' communication hidden behind compute. */
  overlap: z.strictObject({ tensor: share, expert: share, data: share }),
  /** Dense peak of one GPU; null = the server part's figure. */
  peakTflops: z.number().positive().nullable(),
  /** null = not given, so no money is shown. */
  pricePerGpuHour: z.number().nonnegative().nullable(),
  currency: z.string(),
  checkpointIntervalMinutes: z.number().positive(),
  isCheckpointAsynchronous: z.boolean(),
});

export const scenarioSchema = z.strictObject({
  id,
  name: z.string().min(1),
  /** null = the first compute fabric. */
  fabricId: id.nullable(),
  collective: collectiveSchema,
  /** In the sense of nccl-tests. */
  sizeBytes: z
    .number()
    .min(8)
    .max(2 ** 34),
  algorithm: z.enum(['auto', 'ring', 'tree', 'nvls', 'nvls-tree']),
  protocol: z.enum(['auto', 'll', 'll128', 'simple']),
  inNetworkReduction: z.enum(['off', 'latency', 'optimistic']),
  group: jobGroupSchema,
  layout: layoutSchema,
  placement: z.enum(['packed', 'rail-aligned', 'random']),
  /** fabric = as the fabric says; ecmp hashes flows by 5-tuple, ecmp-qp over several queue pairs each. */
  routing: z.enum(['fabric', 'ecmp', 'ecmp-qp', 'adaptive', 'spray']),
  /** Queue pairs per connection under ecmp-qp. */
  queuePairCount: count.max(64),
  /** Runs of the flow model, each with its own hash seed. */
  seedCount: count.max(100),
  /** How the flow model lays an all-reduce on the cables; auto, or absent: as the fastest algorithm does. */
  flowPattern: z.enum(['auto', 'ring', 'tree', 'halving-doubling', 'hierarchical']).optional(),
  failures: z.array(failureSchema),
  traffic: z.array(trafficSchema),
  training: trainingSchema.nullable(),
  /** Modelling constants set by hand: constant id -> value. */
  constants: z.record(id, z.number()),
});

export type Failure = z.infer<typeof failureSchema>;
export type Collective = z.infer<typeof collectiveSchema>;
export type Layout = z.infer<typeof layoutSchema>;
export type JobGroup = z.infer<typeof jobGroupSchema>;
export type Traffic = z.infer<typeof trafficSchema>;
export type Model = z.infer<typeof modelSchema>;
export type Training = z.infer<typeof trainingSchema>;
export type Scenario = z.infer<typeof scenarioSchema>;

/** Name of the question asked before anybody has put one. */
export const DEFAULT_SCENARIO_NAME = 'All-reduce on all GPUs';

/** The question most people ask first: all GPUs, one gradient bucket, the fabric as it is. */
export function createScenario(scenarioId: string, name: string): Scenario {
  return {
    id: scenarioId,
    name,
    fabricId: null,
    collective: 'all-reduce',
    sizeBytes: 2 ** 30,
    algorithm: 'auto',
    protocol: 'auto',
    inNetworkReduction: 'off',
    group: { kind: 'cluster' },
    layout: { tensor: 1, context: 1, pipeline: 1, expert: 1 },
    placement: 'packed',
    routing: 'fabric',
    queuePairCount: 4,
    seedCount: 10,
    failures: [],
    traffic: [],
    training: null,
    constants: {},
  };
}
