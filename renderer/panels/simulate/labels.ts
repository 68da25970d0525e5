/** Words for the closed choices of a scenario. */
import type { Collective, JobGroup, Scenario, Traffic } from '#core/design/scenario.ts';
import type { SelectOption } from '../../ui/select.tsx';

interface Words {
  readonly label: string;
  readonly note?: string;
}

function toOptions<K extends string>(words: Readonly<Record<K, Words>>): SelectOption[] {
  return Object.entries<Words>(words).map(([value, { label, note }]) => ({
    value,
    label,
    ...(note === undefined ? {} : { note }),
  }));
}

export const COLLECTIVES: Readonly<Record<Collective, Words>> = {
  'all-reduce': { label: 'All-reduce', note: 'Sums over all GPUs; every GPU gets the sum' },
  'all-gather': { label: 'All-gather', note: 'Every GPU gets the shards of all' },
  'reduce-scatter': { label: 'Reduce-scatter', note: 'Every GPU gets its shard of the sum' },
  'all-to-all': { label: 'All-to-all', note: 'Every GPU sends a share to every other' },
  broadcast: { label: 'Broadcast', note: 'One GPU to all' },
  'send-recv': { label: 'Send and receive', note: 'Every GPU to the next one' },
  barrier: { label: 'Barrier', note: 'All wait for all; no payload' },
};

const ALGORITHMS: Readonly<Record<Scenario['algorithm'], Words>> = {
  auto: { label: 'Fastest', note: 'The least time of all candidates, as the library would choose' },
  ring: { label: 'Ring' },
  tree: { label: 'Tree' },
  nvls: { label: 'NVLS', note: 'Reduction in the scale-up switches' },
  'nvls-tree': { label: 'NVLSTree', note: 'The same inside domains, a tree between them' },
};

const PROTOCOLS: Readonly<Record<Scenario['protocol'], Words>> = {
  auto: { label: 'Fastest' },
  ll: { label: 'LL', note: 'Least latency, about half the bandwidth' },
  ll128: { label: 'LL128' },
  simple: { label: 'Simple', note: 'Full bandwidth, more latency' },
};

const REDUCTIONS: Readonly<Record<Scenario['inNetworkReduction'], Words>> = {
  off: { label: 'Off' },
  latency: { label: 'On, measured gain', note: 'Shorter latency; bandwidth as measured without it' },
  optimistic: { label: 'On, full gain', note: 'Bandwidth as the vendors promise it' },
};

const ROUTINGS: Readonly<Record<Scenario['routing'], Words>> = {
  fabric: { label: 'As the fabric says' },
  ecmp: { label: 'Static ECMP', note: 'Flows hashed by 5-tuple' },
  'ecmp-qp': { label: 'ECMP, several queue pairs', note: 'Every connection spread over its queue pairs' },
  adaptive: { label: 'Adaptive', note: 'Least loaded uplink' },
  spray: { label: 'Packet spraying', note: 'Packets over all uplinks' },
};

const FLOW_PATTERNS: Readonly<Record<NonNullable<Scenario['flowPattern']>, Words>> = {
  auto: { label: 'As the fastest' },
  ring: { label: 'Ring' },
  tree: { label: 'Double binary tree' },
  'halving-doubling': { label: 'Halving-doubling', note: 'Partners at distances of powers of two' },
  hierarchical: { label: 'Hierarchical', note: 'Inside domains first, then a ring between them' },
};

const PLACEMENTS: Readonly<Record<Scenario['placement'], Words>> = {
  packed: { label: 'Packed', note: 'Server after server, as drawn' },
  'rail-aligned': { label: 'Rail-aligned', note: 'Rank order follows the rails' },
  random: { label: 'Random', note: 'As a scheduler without a plan' },
};

type Axis = Extract<JobGroup, { kind: 'subgroup' }>['axis'];

export const AXES: Readonly<Record<Axis, Words>> = {
  tensor: { label: 'Tensor groups' },
  context: { label: 'Context groups' },
  pipeline: { label: 'Pipeline groups' },
  data: { label: 'Data groups' },
  expert: { label: 'Expert groups' },
};

const TRAFFIC_CLASSES: Readonly<Record<Traffic['trafficClass'], Words>> = {
  training: { label: 'Training', note: 'A collective of another job' },
  storage: { label: 'Storage', note: 'Reads and writes of data' },
  checkpoint: { label: 'Checkpoint', note: 'Bursts to the storage devices' },
  inference: { label: 'Inference' },
  backup: { label: 'Backup' },
};

export const COLLECTIVE_OPTIONS = toOptions(COLLECTIVES);
export const ALGORITHM_OPTIONS = toOptions(ALGORITHMS);
export const PROTOCOL_OPTIONS = toOptions(PROTOCOLS);
export const REDUCTION_OPTIONS = toOptions(REDUCTIONS);
export const ROUTING_OPTIONS = toOptions(ROUTINGS);
export const FLOW_PATTERN_OPTIONS = toOptions(FLOW_PATTERNS);
export const PLACEMENT_OPTIONS = toOptions(PLACEMENTS);
export const TRAFFIC_OPTIONS = toOptions(TRAFFIC_CLASSES);

export const GROUP_OPTIONS: readonly SelectOption[] = [
  { value: 'cluster', label: 'All GPUs' },
  { value: 'tenant', label: 'Chosen servers', note: 'A tenant, or one job among others' },
  ...toOptions(AXES).map((option) => ({ ...option, group: 'All at once, cut by the parallel layout' })),
];

/** `all GPUs`, `tensor groups`: completes 'All-reduce on ...'. */
export function describeGroup(group: JobGroup): string {
  switch (group.kind) {
    case 'cluster':
      return 'all GPUs';
    case 'tenant':
      return group.name;
    case 'subgroup':
      return AXES[group.axis].label.toLowerCase();
  }
}
