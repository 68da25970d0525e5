/** Words for the closed choices of the design. */
import type { Part } from '#core/catalog/part.ts';
import type { DeviceRole, Fabric, LinkPattern, Rack } from '#core/design/design.ts';
import type { SelectOption } from '../ui/select.tsx';

function toOptions<K extends string>(labels: Readonly<Record<K, string>>): SelectOption[] {
  return Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
}

export const ROLE_LABELS: Readonly<Record<DeviceRole, string>> = {
  endpoint: 'Endpoint',
  leaf: 'Leaf',
  spine: 'Spine',
  core: 'Core',
  border: 'Border',
  storage: 'Storage',
  management: 'Management',
};

const PURPOSE_LABELS: Readonly<Record<Fabric['purpose'], string>> = {
  compute: 'Compute',
  storage: 'Storage',
  frontend: 'Front end',
  inband: 'In-band management',
  oob: 'Out-of-band management',
};

const TECHNOLOGY_LABELS: Readonly<Record<Fabric['technology'], string>> = {
  infiniband: 'InfiniBand',
  ethernet: 'Ethernet',
};

const ROUTING_LABELS: Readonly<Record<Fabric['routing'], string>> = {
  ecmp: 'Static ECMP',
  adaptive: 'Adaptive',
  spray: 'Packet spraying',
};

const COOLING_LABELS: Readonly<Record<Rack['cooling'], string>> = {
  air: 'Air',
  liquid: 'Liquid',
  hybrid: 'Air and liquid',
};

const PATTERN_LABELS: Readonly<Record<LinkPattern, { readonly label: string; readonly note: string }>> = {
  mesh: { label: 'Mesh', note: 'Every member of A to every member of B' },
  rail: { label: 'Rail', note: 'Port r of each A to member r of B in its pod' },
  spread: { label: 'Spread', note: 'The uplinks of each A dealt evenly over B' },
  pair: { label: 'Pair', note: 'Member i of A to member i of B' },
  plane: { label: 'Plane', note: 'Member s of each pod of A to the s-th run of B' },
  explicit: { label: 'Listed', note: 'Pairs of members listed by hand' },
  global: { label: 'Global', note: 'Every two pods joined, over their members in turn' },
  torus: { label: 'Torus', note: 'Neighbours along one dimension of a grid' },
  hyperx: { label: 'HyperX', note: 'All members of every line along one dimension of a grid' },
  'slim-fly': { label: 'Slim Fly', note: 'Two hops at most between any two members' },
};

/** What one cable count means under each pattern. */
export const CABLES_LABELS: Readonly<Record<LinkPattern, string>> = {
  mesh: 'Cables per pair',
  rail: 'Cables per rail',
  spread: 'Uplinks per member',
  pair: 'Cables per pair',
  plane: 'Cables per pair',
  explicit: 'Cables per pair',
  global: 'Cables per pair of pods',
  torus: 'Cables per pair',
  hyperx: 'Cables per pair',
  'slim-fly': 'Cables per pair',
};

export const ROLE_OPTIONS = toOptions(ROLE_LABELS);
export const PURPOSE_OPTIONS = toOptions(PURPOSE_LABELS);
export const TECHNOLOGY_OPTIONS = toOptions(TECHNOLOGY_LABELS);
export const ROUTING_OPTIONS = toOptions(ROUTING_LABELS);
export const COOLING_OPTIONS = toOptions(COOLING_LABELS);

export const WITHIN_OPTIONS: readonly SelectOption[] = [
  { value: 'all', label: 'All members' },
  { value: 'pod', label: 'Same pod only' },
];

export function listPatternOptions(patterns: readonly LinkPattern[]): SelectOption[] {
  return patterns.map((pattern) => ({ value: pattern, ...PATTERN_LABELS[pattern] }));
}

/** `storage_inband` as people write it: `Storage in-band`. */
export function formatBlockRole(role: string): string {
  const words = role.replaceAll('_', ' ').replace(/\binband\b/, 'in-band');
  return words === 'bmc' ? 'BMC' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** How the endpoints of a bisection cut were halved. */
const CUT_NAMES: Readonly<Record<string, string>> = {
  order: 'by physical order',
  pods: 'every other pod',
  interleave: 'every other endpoint',
  rail: 'lower from upper rails',
  islands: 'between islands',
  apart: 'between parts left apart',
  slab: 'across a dimension',
  search: 'found by search',
  'search-drawn': 'found by search in the whole',
};

export function formatCut(name: string): string {
  return CUT_NAMES[name] ?? name;
}

const CONFIDENCE_LABELS: Readonly<Record<Part['sources'][number]['confidence'], string>> = {
  vendor: 'Data sheet',
  'vendor-cited': 'Vendor, cited by another source',
  library: 'Device library',
  secondary: 'Secondary source',
  derived: 'Derived',
  user: 'Entered by a user',
};

/** How sure a source is, in words. */
export function describeConfidence(confidence: string): string {
  return Object.entries(CONFIDENCE_LABELS).find(([key]) => key === confidence)?.[1] ?? confidence;
}
