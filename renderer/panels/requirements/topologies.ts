/** The topologies in plain words, and which questions each of them raises. */
import type { Topology } from '#core/generate/requirements.ts';
import type { SelectOption } from '../../ui/select.tsx';

interface TopologyFacts {
  readonly label: string;
  readonly note: string;
  readonly group: 'Usual' | 'Special';
  /** Tiers that may be asked for besides 'as many as needed'; empty = no such question. */
  readonly tiers: readonly (1 | 2 | 3)[];
  readonly hasSpines: boolean;
  readonly hasLeafRatio: boolean;
  /** Which fields of its own it has. */
  readonly shape: 'dragonfly' | 'dragonfly-plus' | 'torus' | 'hyperx' | 'slim-fly' | null;
}

const tree = { hasSpines: true, hasLeafRatio: true, shape: null };
const flat = { tiers: [], hasSpines: false, hasLeafRatio: false };

export const TOPOLOGIES: Readonly<Record<Topology, TopologyFacts>> = {
  'rail-optimised': {
    label: 'Rail-optimised',
    note: 'Port r of every server of a unit on the unit\u2019s leaf r; spines join the rails',
    group: 'Usual',
    tiers: [1, 2, 3],
    ...tree,
  },
  'leaf-spine': {
    label: 'Leaf-spine',
    note: 'All ports of a server on one leaf; every leaf to every spine',
    group: 'Usual',
    tiers: [1, 2],
    ...tree,
  },
  'fat-tree': {
    label: 'Fat tree',
    note: 'Leaf-spine that grows a third tier when two do not hold it',
    group: 'Usual',
    tiers: [1, 2, 3],
    ...tree,
  },
  'single-switch': {
    label: 'Single switch',
    note: 'All ports of a plane on one switch',
    group: 'Usual',
    ...flat,
    shape: null,
  },
  'two-switch': {
    label: 'Two switches',
    note: 'The ports of a server over two switches, with links between them',
    group: 'Usual',
    tiers: [],
    hasSpines: false,
    hasLeafRatio: true,
    shape: null,
  },
  'rail-only': {
    label: 'Rail-only',
    note: 'A network for each rail and nothing between rails; servers pass traffic on inside',
    group: 'Special',
    tiers: [1],
    ...tree,
  },
  dragonfly: {
    label: 'Dragonfly',
    note: 'Groups of fully joined switches, every two groups joined by direct links',
    group: 'Special',
    ...flat,
    shape: 'dragonfly',
  },
  'dragonfly-plus': {
    label: 'Dragonfly+',
    note: 'Groups that are leaf-spine inside; their spines carry the links between groups',
    group: 'Special',
    ...flat,
    hasSpines: true,
    shape: 'dragonfly-plus',
  },
  torus: {
    label: 'Torus',
    note: 'Neighbours joined along two or more dimensions, the ends of each line too',
    group: 'Special',
    ...flat,
    shape: 'torus',
  },
  hyperx: {
    label: 'HyperX',
    note: 'Switches on a grid, every two switches of a line joined',
    group: 'Special',
    ...flat,
    shape: 'hyperx',
  },
  'slim-fly': {
    label: 'Slim Fly',
    note: 'At most two hops between any two switches, with few cables',
    group: 'Special',
    ...flat,
    shape: 'slim-fly',
  },
  'access-switches': {
    label: 'Access switches only',
    note: 'As many single switches as hold the ports, not joined to each other',
    group: 'Special',
    ...flat,
    shape: null,
  },
};

export const TOPOLOGY_OPTIONS: readonly SelectOption[] = Object.entries(TOPOLOGIES).map(
  ([value, { label, note, group }]) => ({ value, label, note, group }),
);

/** Whether a third tier, and so a core switch and a ratio of the spines, can come about. */
export function mayHaveCores(topology: Topology, tiers: 'auto' | 1 | 2 | 3): boolean {
  const isTall = topology === 'fat-tree' || topology === 'rail-optimised' || topology === 'rail-only';
  return isTall && (tiers === 'auto' || tiers === 3);
}
