/**
 * Links and cables. A published count has a unit: one per 400G link, per 800G cage, per assembly. It is read from what the
 * metric says it counts, else from the speed in its name; without either a link is a connection of two ports.
 */
import { NONE, type NetGroup, type Netlist, type NetLink } from '#core/netlist/netlist.ts';
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';
import { listQualifiers } from './name.ts';
import {
  countConnections,
  countMembers,
  findTierRole,
  isHostLink,
  isSwitchLink,
  keepDescribed,
  selectGroups,
  selectLinks,
} from './select.ts';

const NOUNS = ['link', 'cable', 'wire', 'fibre', 'fiber', 'total', 'number', 'count', 'and', 'to'];

export const linkMetrics: readonly MetricRule[] = [
  {
    pattern: /^(local|intra_group)_(links|cables)(_per_group)?$|^(links|cables)_(local|intra_group)$/,
    answer: (q) => countGroupLinks(q, true),
  },
  {
    pattern: /^(global|inter_group)_(links|cables)(_per_group)?$|^(links|cables)_(global|inter_group)$/,
    answer: (q) => countGroupLinks(q, false),
  },
  {
    pattern: /^(global_)?(links|cables)_per_(group_pair|pair_of_groups)$|^(links|cables)_between_groups$/,
    answer: countPerGroupPair,
  },
  { pattern: /^(links|cables)_per_(leaf_spine_)?pair(_\d+g)?$/, answer: countPerPair },
  { pattern: /^(links|cables)_compute_and_/, answer: countHostsAnd },
  {
    pattern:
      /^((leaf|tor|spine|agg)_)?(uplinks?|downlinks?|up_ports|down_ports|uplink_ports|downlink_ports)(_per_(leaf|tor|switch|spine|agg))?(_\d+g)?$/,
    answer: countDirection,
  },
  { pattern: /(^|_)((up|down)?links?|cables?|fibres?|fibers?)($|_)/, answer: countLinks },
];

function countLinks({ name, text, drawn }: Question): Answer | null {
  const { netlist } = drawn;
  const words = listQualifiers(name, NOUNS);
  const isCable = name.words.some((word) => ['cable', 'fibre', 'fiber'].includes(word));
  let links =
    words.length === 0
      ? selectUnqualified(netlist, `${text.unit} ${text.counts}`, isCable)
      : selectLinks(netlist, words);
  if (links.length === 0 && words.length > 0 && words.every((word) => findTierRole(word) !== null))
    return value(0, 'the drawing has no such tier');
  if (links.length === 0 && words.length > 0)
    return skip(`the drawing has no link that is called '${words.join(' ')}'`);
  links = [...keepDescribed(netlist, links, text.counts)];
  if (name.speedGbps !== null) {
    const ofSpeed = links.filter(
      (link) => link.speedGbps === name.speedGbps || isRated(link, name.speedGbps as number),
    );
    if (ofSpeed.length > 0) links = ofSpeed;
    else if (isCable) return skip(`the drawing has no cable of ${name.speedGbps}G that is called '${words.join(' ')}'`);
  }
  const counted = countInUnit(netlist, links, `${text.unit} ${text.counts}`, name.speedGbps, isCable);
  return divide(drawn.netlist, counted, name.per, drawn);
}

/** A direct-attach cable may be rated for more than its link runs at. */
function isRated(link: NetLink, speedGbps: number): boolean {
  return link.medium.kind === 'cable' && link.medium.cable.ends.some((end) => end.speedGbps === speedGbps);
}

/** In topology papers `links` leaves the hosts' links out; a count of cables holds all of them. */
function selectUnqualified(netlist: Netlist, text: string, isCable: boolean): NetLink[] {
  const isAll = isCable || /host links included|including host|all (links|rows)|endpoint links included/i.test(text);
  const isSwitchOnly = /switch[\s-]to[\s-]switch|host (links|cables) excluded|inter-?switch/i.test(text);
  return netlist.links.filter((link) => (isAll && !isSwitchOnly) || !isHostLink(netlist, link));
}

interface Counted {
  readonly figure: number;
  readonly how: string;
}

function countInUnit(
  netlist: Netlist,
  links: readonly NetLink[],
  text: string,
  nameGbps: number | null,
  isCable: boolean,
): Counted {
  const connections = countConnections(links);
  const stated =
    /\b(?:one|1)?\s*per (?:physical )?(\d+)G/i.exec(text) ?? (isCable ? null : /\bin (\d+)G units/i.exec(text));
  const unitGbps = stated ? Number(stated[1]) : isCable ? null : nameGbps;
  if (/assembl|splitter|as bought|\bto storage appliances\b/i.test(text) || /2x\d+g/i.test(text)) {
    return { figure: countAssemblies(netlist, links), how: 'cable assemblies' };
  }
  if (isCable && unitGbps === null && isSplit(netlist, links)) {
    return { figure: countAssemblies(netlist, links), how: 'cable assemblies' };
  }
  if (unitGbps === null) return { figure: connections, how: 'connections' };
  const gbps = links.reduce((sum, link) => sum + link.connectionCount * link.speedGbps, 0);
  const figure = gbps / unitGbps;
  return figure === connections
    ? { figure, how: `connections of ${unitGbps}G` }
    : { figure, how: `${connections} connections in units of ${unitGbps}G` };
}

function isSplit(netlist: Netlist, links: readonly NetLink[]): boolean {
  const assemblies = countAssemblies(netlist, links);
  return assemblies > 0 && assemblies < countConnections(links);
}

function countAssemblies(netlist: Netlist, links: readonly NetLink[]): number {
  const wanted = new Set(links.map((link) => netlist.links.indexOf(link)));
  return netlist.cableLink.reduce((sum, link) => sum + (wanted.has(link) ? 1 : 0), 0);
}

/** `..._per_core`: a share of one member of what the word means; `_per_su` and the like: of one unit. */
export function divide(
  netlist: Netlist,
  counted: Counted,
  per: string | null,
  drawn: Question['drawn'],
): Answer | null {
  if (per === null) return value(counted.figure, counted.how);
  if (/^(su|unit|stripe|segment|pod|zone|block)$/.test(per)) {
    return value(counted.figure / (drawn.wish.units ?? 1), `${counted.how}, of one ${per}`);
  }
  if (per === 'gpu') return value(counted.figure / drawn.report().totals.gpuCount, `${counted.how}, per GPU`);
  if (per === 'rack' || per === 'cube') {
    const hosts = countMembers(netlist, selectGroups(netlist, ['endpoint']));
    return value(counted.figure / (hosts / drawn.nodesPerRack), `${counted.how}, per rack of ${drawn.nodesPerRack}`);
  }
  const members = countMembers(netlist, selectGroups(netlist, [per]));
  return members === 0 ? null : value(counted.figure / members, `${counted.how}, per ${per} of ${members}`);
}

/** `cables_compute_and_ufm`: the links of GPU servers and of the named hosts to the leaves. */
function countHostsAnd({ name, text, drawn }: Question): Answer | null {
  const { netlist } = drawn;
  const others = name.words.slice(name.words.indexOf('and') + 1);
  const hosts = selectLinks(netlist, ['gpu']).filter((link) => netlist.groups[link.groupA]?.role === 'endpoint');
  const links = [...hosts, ...others.flatMap((word) => selectLinks(netlist, [word]))];
  const { figure, how } = countInUnit(netlist, [...new Set(links)], text.counts, name.speedGbps, true);
  return value(figure, how);
}

/** Connections between switches, inside a group (pod of the switches) or across groups. */
function countGroupLinks({ name, drawn: { netlist } }: Question, isLocal: boolean): Answer {
  let count = 0;
  for (const link of netlist.links) {
    if (!isSwitchLink(netlist, link)) continue;
    for (let c = link.firstConnection; c < link.firstConnection + link.connectionCount; c += 1) {
      const same =
        findPod(netlist, link.groupA, netlist.connectionMemberA[c]) ===
        findPod(netlist, link.groupB, netlist.connectionMemberB[c]);
      if (same === isLocal) count += 1;
    }
  }
  const how = `connections ${isLocal ? 'inside' : 'between'} groups`;
  if (name.per !== 'group' || name.full.includes('pair')) return value(count, how);
  const groups = netlist.groups.find((group) => group.role === 'leaf')?.podCount ?? 1;
  // Each of the two groups that a global link joins counts it as its own.
  return value(((isLocal ? 1 : 2) * count) / groups, `${how}, of one group`);
}

function findPod(netlist: Netlist, groupIndex: number, member: number | undefined): number {
  const group = netlist.groups[groupIndex] as NetGroup;
  return Math.floor(((member ?? 0) - group.firstMember) / group.membersPerPod);
}

function countPerGroupPair(question: Question): Answer | null {
  const links = countGroupLinks(question, false);
  const groups = question.drawn.netlist.groups.find((group) => group.role === 'leaf')?.podCount ?? 0;
  if (links.kind !== 'value' || groups < 2) return null;
  return value(
    links.value / ((groups * (groups - 1)) / 2),
    `${links.value} connections over pairs of ${groups} groups`,
  );
}

/** Connections of the first leaf to each spine it reaches. */
function countPerPair({ name, drawn: { netlist } }: Question): Answer | null {
  const link = selectLinks(netlist, ['leaf', 'spine'])[0];
  if (!link) return null;
  const first = netlist.connectionMemberA[link.firstConnection];
  const reached = new Set<number>();
  let count = 0;
  for (let c = link.firstConnection; c < link.firstConnection + link.connectionCount; c += 1) {
    if (netlist.connectionMemberA[c] !== first) continue;
    reached.add(netlist.connectionMemberB[c] as number);
    count += 1;
  }
  const units = name.speedGbps === null ? 1 : link.speedGbps / name.speedGbps;
  return value((count / reached.size) * units, `${count} connections of a leaf to ${reached.size} spines`);
}

/** Ports of one switch towards endpoints or away, in ports of the speed its unit names (`400G ports`). */
function countDirection({ name, text, drawn: { netlist } }: Question): Answer | null {
  const isUp = /up/.test(name.full.replace(/group/g, ''));
  const role =
    name.words.some((word) => ['spine', 'agg', 'aggregation'].includes(word)) || /spine|agg/.test(name.per ?? '')
      ? 'spine'
      : 'leaf';
  const order = ['endpoint', 'leaf', 'spine', 'core'];
  const perMember = new Map<number, number>();
  const stated = /(\d+)G ports/i.exec(text.unit) ?? /(\d+)G/.exec(text.counts);
  for (const link of netlist.links) {
    for (const side of ['a', 'b'] as const) {
      const group = netlist.groups[side === 'a' ? link.groupA : link.groupB] as NetGroup;
      const other = netlist.groups[side === 'a' ? link.groupB : link.groupA] as NetGroup;
      if (group.role !== role || order.indexOf(other.role) > order.indexOf(role) !== isUp) continue;
      const unit = name.speedGbps ?? (stated ? Number(stated[1]) : link.speedGbps);
      const members = side === 'a' ? netlist.connectionMemberA : netlist.connectionMemberB;
      for (let c = link.firstConnection; c < link.firstConnection + link.connectionCount; c += 1) {
        const member = members[c] ?? NONE;
        perMember.set(member, (perMember.get(member) ?? 0) + link.speedGbps / unit);
      }
    }
  }
  if (perMember.size === 0) return value(0, `no links ${isUp ? 'up' : 'down'} from a ${role}`);
  return value(Math.max(...perMember.values()), `ports ${isUp ? 'up' : 'down'} on the fullest ${role}`);
}
