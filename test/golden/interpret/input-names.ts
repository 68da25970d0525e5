/** Every figure a case may give, under one name, whatever the file calls it. */
import type { InputValues } from './case-schema.ts';
import { readNumber } from './read-text.ts';

/** Our name -> the names cases use, most telling first. Only figures; texts are read by name. */
const FIGURES = {
  units: ['su', 'sus', 'scalable_units', 'units', 'stripes', 'segments', 'su_count'],
  pods: ['pods', 'pod_count'],
  nodesPerUnit: [
    'su_nodes',
    'nodes_per_su',
    'servers_per_su',
    'servers_per_stripe',
    'nodes_per_stripe',
    'servers_per_segment',
    'nodes_per_segment',
    'hosts_per_segment',
    'nodes_per_unit',
    'servers_per_tor_set',
  ],
  gpusPerUnit: ['su_gpus', 'gpus_per_su', 'gpus_per_segment', 'gpus_per_stripe'],
  nodesPerPod: ['nodes_per_pod', 'servers_per_pod', 'hosts_per_pod'],
  gpusPerPod: ['gpus_per_pod'],
  racksPerUnit: ['racks_per_su', 'racks_per_pod', 'su_racks'],
  nodes: ['nodes', 'servers', 'systems', 'node_count', 'server_count', 'total_nodes', 'total_servers'],
  /** Machines in a design with machines; the papers' one-port endpoints in one without. */
  hosts: ['hosts', 'host_count'],
  /** Ports into the network. */
  endpoints: ['endpoints', 'endpoint_count', 'access_ports'],
  nodesPerRack: ['nodes_per_rack', 'servers_per_rack', 'systems_per_rack', 'hosts_per_rack'],
  gpusPerRack: ['gpus_per_rack'],
  racks: ['racks', 'rack_count'],
  gpus: ['gpus', 'gpu_count', 'accelerators', 'xpus', 'total_gpus', 'chips'],
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

export function readFigures(values: InputValues): Figures {
  const entries = Object.entries(FIGURES).map(([name, keys]) => [name, pickFigure(values, keys)]);
  return Object.fromEntries(entries) as Figures;
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
