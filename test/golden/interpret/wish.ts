/**
 * A case row as the designer's wishes: every input under one name, whatever the file calls it, as numbers. Nothing here
 * reads what the row expects.
 */
import type { Topology } from '#core/generate/requirements.ts';
import type { GoldenCase, GoldenRow, InputValue, InputValues, MetricText } from './case-schema.ts';
import {
  listPortGroups,
  readCountOf,
  readMultiplier,
  readNumber,
  readRatio,
  readShape,
  readTiers,
} from './read-text.ts';
import { readTopologyWords, type TopologyWords } from './topology-words.ts';

/** Our name -> the names cases use, most telling first. Only figures; texts are read by name. */
const FIGURES = {
  units: ['su', 'sus', 'scalable_units', 'units', 'stripes', 'segments', 'pods', 'zones', 'blocks', 'su_count'],
  nodesPerUnit: [
    'su_nodes',
    'nodes_per_su',
    'servers_per_su',
    'servers_per_stripe',
    'nodes_per_stripe',
    'servers_per_segment',
    'nodes_per_segment',
    'hosts_per_segment',
    'nodes_per_pod',
    'servers_per_pod',
    'nodes_per_unit',
    'servers_per_tor_set',
  ],
  gpusPerUnit: ['su_gpus', 'gpus_per_su', 'gpus_per_segment', 'gpus_per_stripe', 'gpus_per_pod', 'gpus_per_zone'],
  racksPerUnit: ['racks_per_su', 'racks_per_pod', 'su_racks'],
  nodes: ['nodes', 'servers', 'systems', 'hosts', 'node_count', 'server_count', 'total_nodes'],
  racks: ['racks', 'rack_count'],
  gpus: ['gpus', 'gpu_count', 'accelerators', 'xpus', 'total_gpus', 'endpoints', 'chips'],
  gpusPerNode: ['gpus_per_node', 'gpus_per_server', 'gpus_per_host', 'chips_per_host', 'accelerators_per_node'],
  gpusPerTray: ['gpus_per_tray'],
  nicsPerNode: [
    'gpu_nics',
    'nics_per_node',
    'nics_per_server',
    'nics_per_host',
    'links_per_node',
    'ports_per_node',
    'ports_per_server',
  ],
  nicsPerTray: ['nics_per_tray'],
  nicsPerGpu: ['nics_per_gpu'],
  nicGbps: ['gpu_nic_gbps', 'nic_gbps', 'nic_speed_gbps', 'endpoint_gbps', 'host_gbps', 'server_gbps'],
  linkGbps: ['link_gbps', 'downlink_gbps', 'down_gbps', 'access_gbps', 'nic_port_gbps', 'speed_gbps', 'links_gbps'],
  linksPerGpu: ['links_per_gpu', 'links_per_nic', 'ports_per_nic'],
  uplinkGbps: ['uplink_gbps', 'up_gbps', 'leaf_spine_gbps', 'fabric_gbps', 'switch_link_gbps'],
  radix: ['radix', 'ports_per_switch', 'switch_radix', 'switch_ports', 'leaf_radix', 'k'],
  spineRadix: ['spine_radix', 'agg_radix', 'aggregation_radix'],
  coreRadix: ['core_radix'],
  portGbps: ['port_gbps', 'switch_port_gbps', 'switch_gbps'],
  cages: ['cages_per_switch', 'cages'],
  cageGbps: ['cage_gbps'],
  rails: ['rails', 'rail_count'],
  planes: ['planes', 'plane_count', 'tors_per_nic', 'tor_planes'],
  leafCount: ['leaf', 'leaves', 'leafs', 'leaf_switches', 'tor', 'tors', 'edge', 'leaf_count'],
  spineCount: ['spine', 'spines', 'spine_switches', 'agg', 'aggregation', 'spine_count'],
  coreCount: ['core', 'cores', 'core_switches', 'superspine', 'core_count'],
  uplinksPerLeaf: [
    'uplinks',
    'uplinks_per_leaf',
    'up_ports',
    'leaf_uplinks',
    'uplinks_per_tor',
    'tor_uplinks',
    'leaf_up',
    'up',
  ],
  downlinksPerLeaf: [
    'downlinks',
    'downlinks_per_leaf',
    'down_ports',
    'leaf_downlinks',
    'downlinks_per_tor',
    'leaf_down',
    'down',
  ],
  uplinksPerSpine: ['uplinks_per_spine', 'spine_uplinks', 'uplinks_per_agg', 'agg_uplinks'],
  linksPerPair: ['links_per_pair', 'links_per_leaf_spine_pair', 'links_per_leaf_spine'],
  unitsPerPod: ['su_per_pod', 'sus_per_pod', 'units_per_pod', 'segments_per_pod', 'zones_per_pod'],
  displaced: ['nodes_removed_for_ufm', 'nodes_removed', 'displaced_nodes'],
  hostsPerSwitch: ['p', 'hosts_per_switch', 'endpoints_per_switch', 'nodes_per_switch', 'concentration', 't'],
  switchesPerGroup: ['a', 'switches_per_group', 'routers_per_group', 'leaves_per_group', 'leaf_per_group'],
  spinesPerGroup: ['spines_per_group', 'spine_per_group'],
  globalPorts: ['h', 'global_ports', 'global_ports_per_switch', 'global_links_per_switch'],
  groups: ['g', 'groups', 'group_count'],
  linksPerGroupPair: ['links_per_group_pair', 'global_links_per_pair', 'cables_per_group_pair', 'links_between_groups'],
  q: ['q'],
  trunk: ['trunk', 'trunks', 'links_per_dimension', 'trunking'],
  latticePorts: ['ici_ports', 'torus_ports', 'ports_per_chip', 'links_per_chip'],
  latticeChipGBs: ['ici_gb_s_bidirectional_per_chip', 'ici_gb_s_per_chip_bidirectional'],
  latticeLinkGBs: ['ici_gb_s_per_link_one_way', 'ici_gb_s_per_link', 'link_gb_s'],
  latticeLinkGbps: ['ici_gbps_per_link', 'ici_gbps_per_link_one_way', 'ici_link_gbps'],
  opticalSwitchPorts: ['ocs_ports', 'ocs_ports_used', 'ports_per_ocs', 'ocs_radix'],
} as const;

type FigureName = keyof typeof FIGURES;
export type Figures = { readonly [name in FigureName]: number | null };

export interface Wish extends Figures {
  readonly words: TopologyWords;
  /** Words that may name the server, the switches. null = not given. */
  readonly serverText: string | null;
  readonly rackText: string | null;
  readonly leafText: string | null;
  readonly spineText: string | null;
  readonly coreText: string | null;
  readonly tiers: number | null;
  readonly leafOversubscription: number | null;
  readonly spineOversubscription: number | null;
  readonly shape: readonly number[] | null;
  readonly tile: readonly number[] | null;
  readonly isWrapped: boolean;
  /** `scope` of the row: one unit of several. */
  readonly scope: string | null;
  /** The most scalable units any row of the case has. */
  readonly unitsAtMost: number | null;
  /** All inputs of the row, for what only one metric asks. */
  readonly values: InputValues;
  readonly metrics: Readonly<Record<string, MetricText>>;
}

export function readWish(goldenCase: GoldenCase, row: GoldenRow): Wish {
  const values: InputValues = { ...goldenCase.inputs, ...row.when };
  const figures = completeFigures(readFigures(values));
  const words = readShapeWords(goldenCase, row, values);
  const text = (...keys: string[]): string | null => pickText(values, keys);
  const size = figures.units ?? figures.nodes ?? figures.gpus;
  return {
    ...figures,
    units: readUnits(figures, values),
    words,
    planes: figures.planes ?? words.planes,
    displaced: figures.displaced ?? (readFlag(values['ufm']) ? 1 : null),
    serverText:
      text('server', 'system', 'node', 'host', 'gpu_server', 'compute_node', 'gpu', 'accelerator', 'chip') ??
      readTitledServer(goldenCase.title),
    rackText: text('rack', 'rack_system', 'rack_scale'),
    leafText: text(
      'leaf',
      'leaf_switch',
      'tor',
      'tor_switch',
      'edge_switch',
      'switch',
      'switches',
      'compute_switch',
      'switch_chip',
      'asic',
    ),
    spineText: text('spine', 'spine_switch', 'agg', 'agg_switch', 'aggregation', 'aggregation_switch'),
    coreText: text('core', 'core_switch', 'superspine'),
    tiers: readTiers(values['tiers'] ?? values['layers'] ?? values['levels'] ?? values['stages'], size) ?? words.tiers,
    ...readOversubscriptions(values),
    shape: readShape(values['shape'] ?? values['dims'] ?? values['dimensions'] ?? values['torus_shape']),
    tile: readTile(values),
    isWrapped: values['torus'] !== false && values['wrap'] !== false && !words.isMesh,
    scope: text('scope'),
    unitsAtMost: findLargestUnits(goldenCase),
    values,
    metrics: goldenCase.metrics,
  };
}

/** A title names the accelerator where the inputs name no machine (`1024-GPU H100 fat tree`): NVIDIA's own server of it. */
function readTitledServer(title: string): string | null {
  const match = /\b(A100|H100|H200|B200|B300)\b/.exec(title);
  return match && /\bGPU/.test(title) ? `DGX ${match[1]}` : null;
}

function readFigures(values: InputValues): Figures {
  const entries = Object.entries(FIGURES).map(([name, keys]) => [name, pickFigure(values, keys)]);
  return Object.fromEntries(entries) as Figures;
}

/** GPUs and machines together say how many GPUs a machine has. */
function completeFigures(figures: Figures): Figures {
  const { gpus, nodes, gpusPerNode } = figures;
  if (gpusPerNode !== null || gpus === null || nodes === null || gpus % nodes !== 0 || gpus === nodes) return figures;
  return { ...figures, gpusPerNode: gpus / nodes };
}

/** A name may carry the speed it is about: `links_per_leaf_spine_pair_400g`. */
function pickFigure(values: InputValues, keys: readonly string[]): number | null {
  for (const key of keys) {
    const figure = readNumber(values[key]) ?? readSplitFigure(values, key);
    if (figure !== null) return figure;
  }
  return null;
}

function readSplitFigure(values: InputValues, key: string): number | null {
  if (key.length < 8) return null;
  const longer = Object.keys(values).find(
    (name) => name.startsWith(`${key}_`) && /^_\d+g$/.test(name.slice(key.length)),
  );
  return longer === undefined ? null : readNumber(values[longer]);
}

function pickText(values: InputValues, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value: InputValue | undefined = values[key];
    if (typeof value === 'string' && readNumber(value) === null) return value;
  }
  return null;
}

/** The row's own words first, then the case's, then its title: the nearest that names a shape. */
function readShapeWords(goldenCase: GoldenCase, row: GoldenRow, values: InputValues): TopologyWords {
  const texts = ['topology', 'design', 'kind', 'fabric', 'architecture', 'type', 'network']
    .flatMap((key) => [row.when[key], goldenCase.inputs[key]])
    .filter((value) => typeof value === 'string');
  const own = texts.map(readTopologyWords);
  const titled = readTopologyWords(goldenCase.title);
  const isTorus = values['torus'] === true || values['torus'] === 'yes';
  return {
    topology: chooseWord(
      own.find((words) => words.topology !== null)?.topology ?? (isTorus ? 'torus' : null),
      titled.topology,
    ),
    tiers: own.find((words) => words.tiers !== null)?.tiers ?? null,
    planes: own.find((words) => words.planes !== null)?.planes ?? null,
    isMesh: own.some((words) => words.isMesh),
  };
}

/** The inputs' word holds, unless it only says `rail` and the title says which of the rail designs. */
function chooseWord(own: Topology | null, titled: Topology | null): Topology | null {
  return own === null || (own === 'rail-optimised' && titled === 'rail-only') ? titled : own;
}

/** A scope that names the unit (`stripe`) asks for one of them. */
function readUnits(figures: Figures, values: InputValues): number | null {
  const scope = values['scope'];
  if (typeof scope === 'string' && /^(one )?(su|scalable unit|stripe|segment|unit|pod|zone|block)\b/i.test(scope))
    return 1;
  return figures.units;
}

function findLargestUnits(goldenCase: GoldenCase): number | null {
  const sizes = goldenCase.rows
    .map((row) => readFigures({ ...goldenCase.inputs, ...row.when }).units)
    .filter((units) => units !== null);
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

function readOversubscriptions(values: InputValues): Pick<Wish, 'leafOversubscription' | 'spineOversubscription'> {
  const leaf = [
    'leaf_oversubscription',
    'oversubscription_leaf',
    'tor_oversubscription',
    'oversubscription_tor',
    'oversubscription',
  ];
  const spine = [
    'spine_oversubscription',
    'oversubscription_spine',
    'agg_oversubscription',
    'oversubscription_agg',
    'core_oversubscription',
    'oversubscription_core',
  ];
  const pick = (keys: readonly string[]): number | null => {
    for (const key of keys) {
      const ratio = readRatio(values[key]);
      if (ratio !== null) return ratio;
    }
    return null;
  };
  return { leafOversubscription: pick(leaf), spineOversubscription: pick(spine) };
}

/** `4 x 4 x 4 = 64 chips` under `rack`, `cube` or `tile`. */
function readTile(values: InputValues): number[] | null {
  for (const key of ['tile', 'cube', 'rack', 'block']) {
    const value = values[key];
    if (Array.isArray(value)) return readShape(value);
    if (typeof value === 'string') {
      const shape = readShape((value.split(/[=(,:]/)[0] as string).replace(/[^\dx×]+$/i, '').trim());
      if (shape && shape.length > 1) return shape;
    }
  }
  return null;
}

export function readFlag(value: InputValue | undefined): boolean {
  return value === true || (typeof value === 'string' && /^(yes|true|with)\b/i.test(value));
}

/** Ports and speed the words of a device give: `Tomahawk 4, 64 x 400G`, `64-cage 800G Ethernet`. */
export function readPortWords(text: string, speedGbps: number | null): { radix: number; speedGbps: number } | null {
  const groups = listPortGroups(text);
  const group = groups.find((candidate) => candidate.speedGbps === speedGbps) ?? groups[0];
  if (group) return { radix: group.count, speedGbps: group.speedGbps };
  const count = readCountOf(text, '(?:port|cage|radix)');
  const speed = /(\d+(?:\.\d+)?)\s*(G|T)\b/.exec(text);
  if (count === null || !speed) return null;
  return { radix: count, speedGbps: Number(speed[1]) * (speed[2] === 'T' ? 1000 : 1) };
}

/** How many of a device its words ask for: `QM9700 x 2`, `QFX5240-64OD x 8 per stripe`. */
export function readDeviceCount(text: string | null): { count: number; isPerUnit: boolean } | null {
  const multiplier = text === null ? null : readMultiplier(text);
  return multiplier ? { count: multiplier.high, isPerUnit: multiplier.per !== null } : null;
}
