/** Devices: machines, GPUs, switches by tier or fabric, racks, groups, and how many of one belong to one of another. */
import { NONE, type NetGroup, type Netlist } from '#core/netlist/netlist.ts';
import { divide } from './links.ts';
import { type Answer, type Drawn, type MetricRule, type Question, skip, value } from './metric.ts';
import { listQualifiers } from './name.ts';
import { countScaleUpSwitches } from './scale-up-switches.ts';
import {
  countMembers,
  findTierRole,
  isComputeGroup,
  isEndpointGroup,
  isHostLink,
  isSwitchGroup,
  isSwitchLink,
  selectGroups,
  selectTier,
} from './select.ts';

const TIER = 'leaf|leaves|leafs|tors?|edge|access|spines?|aggs?|aggregation|cores?|superspines?';
const HOST = 'nodes|servers|hosts|systems|trays|machines|dgx';
const GPU = 'gpus|xpus|accelerators|chips';
const UNIT = 'su|sus|unit|units|stripe|segment|pod|zone|block|scalable_unit';

export const deviceMetrics: readonly MetricRule[] = [
  { pattern: /nvswitch(_chips)?(_per_(rack|domain|node|system))?$/, answer: countScaleUpSwitches },
  { pattern: /^(ocs|optical_(circuit_)?switches)$/, answer: countOpticalSwitches },
  { pattern: /^(groups|dragonfly_groups|num_groups|group_count)$/, answer: countGroups },
  { pattern: new RegExp(`^(${TIER}|switches|routers)_per_(${UNIT}|group|plane|rail)$`), answer: countSwitchesPer },
  { pattern: new RegExp(`^(${HOST}|${GPU}|endpoints)_per_(${UNIT})(_set)?$`), answer: countHostsPerUnit },
  {
    pattern: new RegExp(`^(${HOST}|${GPU}|endpoints)_per_(${TIER}|switch|tor|group)(_set|_pair)?$`),
    answer: countHostsPerSwitch,
  },
  {
    pattern: new RegExp(`^(gpus|chips|xpus)_per_(node|server|system|host|tray)$`),
    answer: (q) => perHost(q, countGpus(q.drawn.netlist)),
  },
  { pattern: new RegExp(`^(total_|num_|number_of_)?(${HOST})(_total)?$`), answer: countHosts },
  { pattern: new RegExp(`^(total_|num_|number_of_)?(${GPU})(_total)?$`), answer: answerGpus },
  { pattern: /^(total_)?endpoints(_total)?$/, answer: countEndpoints },
  { pattern: new RegExp(`^(total_|num_)?(${TIER})(_switches)?(_total|_per_pod)?$`), answer: countTier },
  { pattern: /^(total_|num_|all_)?(switches|routers)(_total|_all)?$/, answer: countSwitches },
  { pattern: /^(total_|compute_)?(racks|cubes|tiles)$/, answer: countRacks },
  { pattern: /^(su|sus|units|segments|stripes|scalable_units|pods)$/, answer: countUnits },
  { pattern: /^pdus$/, answer: countPdus },
  { pattern: /^(planes|rails)$/, answer: countIslands },
  { pattern: /_(switches|leaves|leaf|spines?|appliances|servers|units|hosts|pairs?)(_per_\w+)?$/, answer: countNamed },
];

function listHosts(netlist: Netlist): number[] {
  return netlist.groups.flatMap((group, index) => (isEndpointGroup(group) ? [index] : []));
}

function countHosts({ drawn: { netlist, hasInventedHosts } }: Question): Answer {
  const hosts = listHosts(netlist);
  if (hosts.length > 0 && !hasInventedHosts)
    return value(countMembers(netlist, hosts), 'members of the endpoint groups');
  const switches = netlist.groups.flatMap((group, index) => (isSwitchGroup(group) ? [index] : []));
  return value(countMembers(netlist, switches), 'switches: the case has no endpoints');
}

export function countGpus(netlist: Netlist): number {
  return netlist.groups.reduce(
    (sum, group) => sum + (group.part?.kind === 'server' ? (group.part.gpuCount ?? 0) * group.count : 0),
    0,
  );
}

function answerGpus({ text, drawn }: Question): Answer {
  if (/training run|\bjob\b|in the paper/i.test(text.counts))
    return skip('the size of a job that ran, not of the network');
  return value(countGpus(drawn.netlist), 'GPUs of the endpoint parts');
}

function countEndpoints({ drawn }: Question): Answer {
  return value(
    countNics(drawn),
    drawn.portsPerNic === 1 ? 'cabled ports of the endpoints' : 'cabled NICs of the endpoints',
  );
}

/** Endpoints of a network are the NICs on it, whatever machine they sit in; a NIC may have a port to each plane. */
function countNics({ netlist, portsPerNic }: Drawn): number {
  let ports = 0;
  for (const link of netlist.links) if (isHostLink(netlist, link)) ports += link.connectionCount;
  return ports / portsPerNic;
}

function perHost({ drawn: { netlist } }: Question, figure: number): Answer | null {
  const hosts = countMembers(netlist, listHosts(netlist));
  return hosts === 0 ? null : value(figure / hosts, 'per endpoint machine');
}

function hasSwitches(netlist: Netlist): boolean {
  return netlist.groups.some(isSwitchGroup);
}

function countTier({ name, text, drawn: { netlist } }: Question): Answer {
  if (!hasSwitches(netlist)) return skip('the inputs name no switch, so no network is drawn');
  const word = name.words.find((candidate) => findTierRole(candidate) !== null) ?? '';
  const role = findTierRole(word) as string;
  const ofRole = selectTier(netlist, role);
  const groups =
    ofRole.length > 0
      ? ofRole
      : selectGroups(netlist, [word]).filter((index) => isSwitchGroup(netlist.groups[index] as NetGroup));
  const isNamedOnly = ofRole.length === 0 && !/converged|pair/i.test(text.counts) && role !== 'core';
  return value(isNamedOnly ? 0 : countMembers(netlist, groups), `members with the role ${role}`);
}

function countSwitches(question: Question): Answer | null {
  const { netlist } = question.drawn;
  if (!hasSwitches(netlist)) return skip('the inputs name no switch, so no network is drawn');
  const groups = netlist.groups.flatMap((group, index) => {
    const counts =
      isSwitchGroup(group) && group.role !== 'border' && isComputeGroup(netlist, index) && !isOptical(group);
    return counts ? [index] : [];
  });
  const count = countMembers(netlist, groups);
  if (!/nvswitch/i.test(question.text.counts)) return value(count, 'switches of the compute fabric');
  const scaleUp = countScaleUpSwitches(question);
  return scaleUp.kind === 'skip'
    ? scaleUp
    : value(count + scaleUp.value, `${count} switches and ${scaleUp.value} scale-up chips`);
}

function isOptical(group: NetGroup): boolean {
  return /optical|\bocs\b/i.test(`${group.deviceId} ${group.name} ${group.part?.model ?? ''}`);
}

function countOpticalSwitches({ drawn: { netlist } }: Question): Answer {
  const groups = netlist.groups.flatMap((group, index) => (isOptical(group) ? [index] : []));
  return value(countMembers(netlist, groups), 'optical circuit switches');
}

function countGroups({ drawn: { netlist } }: Question): Answer | null {
  const leaf = netlist.groups.find((group) => group.role === 'leaf');
  return leaf ? value(leaf.podCount, 'pods of the switches') : null;
}

function countSwitchesPer({ name, drawn }: Question): Answer | null {
  const { netlist, wish } = drawn;
  const word = name.words[0] as string;
  const role = findTierRole(word);
  const groups =
    role === null
      ? netlist.groups.flatMap((g, i) => (isSwitchGroup(g) && isComputeGroup(netlist, i) ? [i] : []))
      : selectTier(netlist, role);
  const count = countMembers(netlist, groups);
  if (name.per === 'group')
    return value(
      count / (netlist.groups.find((group) => group.role === 'leaf')?.podCount ?? 1),
      'switches over groups',
    );
  const parts = name.per === 'plane' ? wish.planes : name.per === 'rail' ? wish.rails : wish.units;
  return parts === null ? null : value(count / parts, `${count} over ${parts}`);
}

function countHostsPerUnit(question: Question): Answer {
  const { units } = question.drawn.wish;
  return value(countWhat(question) / (units ?? 1), `over ${units ?? 1} units`);
}

/** What the first word counts: GPUs, endpoints or machines. */
function countWhat({ name, drawn }: Question): number {
  if (name.full.startsWith('endpoints_')) return countNics(drawn);
  if (new RegExp(`^(${GPU})_`).test(name.full)) return countGpus(drawn.netlist);
  return countMembers(drawn.netlist, listHosts(drawn.netlist));
}

/** Machines (or their GPUs) that have a port on the fullest switch of the tier; with `_set` rails share them. */
function countHostsPerSwitch(question: Question): Answer | null {
  const { name, drawn } = question;
  const { netlist } = drawn;
  const isGpu = new RegExp(`^(${GPU})_`).test(name.full);
  const isPort = name.full.startsWith('endpoints_');
  if (name.per === 'group') {
    const pods = netlist.groups.find((group) => group.role === 'leaf')?.podCount ?? 1;
    return value(countWhat(question) / pods, `over ${pods} groups`);
  }
  const hostsOf = new Map<number, Set<number>>();
  const portsOf = new Map<number, number>();
  for (const link of netlist.links) {
    if (!isEndpointGroup(netlist.groups[link.groupA] as NetGroup)) continue;
    for (let c = link.firstConnection; c < link.firstConnection + link.connectionCount; c += 1) {
      const leaf = netlist.connectionMemberB[c] ?? NONE;
      const hosts = hostsOf.get(leaf) ?? new Set();
      hosts.add(netlist.connectionMemberA[c] as number);
      hostsOf.set(leaf, hosts);
      portsOf.set(leaf, (portsOf.get(leaf) ?? 0) + 1);
    }
  }
  if (hostsOf.size === 0) return null;
  if (isPort) return value(Math.max(...portsOf.values()), 'endpoint ports on the fullest leaf');
  const hosts = Math.max(...[...hostsOf.values()].map((set) => set.size));
  if (!isGpu) return value(hosts, 'machines on the fullest leaf');
  const isSet = /_(set|pair)$/.test(name.full);
  const gpusPerHost = countGpus(netlist) / countMembers(netlist, listHosts(netlist));
  return value(isSet ? hosts * gpusPerHost : Math.max(...portsOf.values()), 'GPUs on the fullest leaf');
}

/** Rack groups of the drawing; where it has none, the racks or cubes the case builds from. */
function countRacks({ drawn: { netlist, nodesPerRack } }: Question): Answer | null {
  if (netlist.rackCount > 0) return value(netlist.rackCount, 'racks drawn');
  if (nodesPerRack <= 1) return skip('the case says nothing of how machines are racked');
  return value(Math.ceil(countMembers(netlist, listHosts(netlist)) / nodesPerRack), `racks of ${nodesPerRack}`);
}

/** Machines over the machines of a unit; pods are counted of units. */
function countUnits({ name, drawn: { netlist, wish, nodesPerUnit } }: Question): Answer | null {
  const perUnit =
    name.full === 'pods' && wish.unitsPerPod !== null && nodesPerUnit !== null
      ? nodesPerUnit * wish.unitsPerPod
      : nodesPerUnit;
  if (perUnit === null) return skip('the inputs give no size of a unit');
  return value(Math.ceil(countMembers(netlist, listHosts(netlist)) / perUnit), `units of ${perUnit} machines`);
}

function countPdus({ drawn: { netlist } }: Question): Answer {
  const count = netlist.rackGroups.reduce(
    (sum, rack) => sum + rack.count * rack.pdus.reduce((perRack, pdu) => perRack + pdu.count, 0),
    0,
  );
  return value(count, 'PDUs of all racks');
}

/** Planes: sets of switches that hang together without the endpoints. Rails: leaves that one machine reaches in a plane. */
function countIslands({ name, drawn: { netlist } }: Question): Answer | null {
  const parent = Int32Array.from({ length: netlist.memberCount }, (_, member) => member);
  const find = (member: number): number => {
    let root = member;
    while (parent[root] !== root) root = parent[root] as number;
    parent[member] = root;
    return root;
  };
  for (const link of netlist.links.filter((candidate) => isSwitchLink(netlist, candidate))) {
    for (let c = link.firstConnection; c < link.firstConnection + link.connectionCount; c += 1) {
      parent[find(netlist.connectionMemberA[c] as number)] = find(netlist.connectionMemberB[c] as number);
    }
  }
  const islands = new Set<number>();
  for (const index of selectTier(netlist, 'leaf')) {
    const group = netlist.groups[index] as NetGroup;
    for (let m = group.firstMember; m < group.firstMember + group.count; m += 1) islands.add(find(m));
  }
  if (islands.size === 0) return null;
  if (name.full === 'planes') return value(islands.size, 'sets of switches that hang together');
  const first = netlist.groups[listHosts(netlist)[0] ?? NONE]?.firstMember;
  const reached = new Set<number>();
  netlist.connectionMemberA.forEach((member, c) => {
    if (member === first) reached.add(netlist.connectionMemberB[c] as number);
  });
  return value(reached.size, 'leaves that the first machine reaches');
}

/** `oob_switches`, `ufm_appliances`, `ew_leaves`: groups that the other words mean. */
function countNamed({ name, drawn }: Question): Answer | null {
  const { netlist } = drawn;
  const nouns = ['switch', 'appliance', 'unit', 'pair'];
  const words = listQualifiers(name, nouns).filter(
    (word) => !['leaf', 'server', 'host'].includes(word) || name.words.length === 1,
  );
  const isSwitch = name.words.some((word) => ['switch', 'leaf', 'spine', 'pair'].includes(word));
  const groups = selectGroups(netlist, words).filter((index) => {
    const group = netlist.groups[index] as NetGroup;
    return !isSwitch || isSwitchGroup(group);
  });
  if (groups.length === 0) return skip(`the drawing has no devices called '${words.join(' ')}'`);
  const counted = { figure: countMembers(netlist, groups), how: `members called '${words.join(' ')}'` };
  return divide(netlist, counted, name.per, drawn);
}
