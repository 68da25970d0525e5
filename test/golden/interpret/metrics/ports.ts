/** Cages, ports and the modules in them. A module belongs to the device whose cage it sits in, and to the fabrics of its links. */
import { BLOCKED, NONE, type NetGroup, type Netlist, type NetLink } from '#core/netlist/netlist.ts';
import { type Answer, type MetricRule, type Question, skip, value } from './metric.ts';
import { listQualifiers } from './name.ts';
import { findTierRole, isSwitchGroup, selectGroups, selectLinks } from './select.ts';

const MODULE = ['xcvr', 'transceiver', 'module', 'optic', 'optical', 'total', 'number', 'count'];

export const portMetrics: readonly MetricRule[] = [
  { pattern: /(^|_)(xcvr|transceivers?|modules?|optics)($|_)/, answer: countModules },
  { pattern: /_ports_both_ends$/, answer: countModulesOfLinks },
  { pattern: /^(disabled|blocked)_cages/, answer: (q) => countCages(q, 'blocked') },
  { pattern: /^(unused|free|spare)_cages/, answer: (q) => countCages(q, 'unused') },
  { pattern: /^cages_total|^total_cages|^cages_per_switch/, answer: (q) => countCages(q, 'all') },
  { pattern: /(^|_)cages($|_)|^physical_ports/, answer: countUsedCages },
  { pattern: /^(ocs|optical)_(ports|links)(_used)?(_per_(rack|cube|tile|block))?$/, answer: countOpticalPorts },
  { pattern: /^(\w+_)?ports_per_(node|server|host|system)$/, answer: countPortsPerHost },
  { pattern: /^(radix|ports_per_switch|switch_ports)$/, answer: countRadix },
  { pattern: /^(switch_)?ports_used$/, answer: countSwitchPorts },
];

function countModules(question: Question): Answer | null {
  const { netlist } = question.drawn;
  const words = listQualifiers(question.name, MODULE);
  const where = words.length !== 2 || findTierRole(words[1] as string) === null ? listPlace(netlist, words) : [];
  const rest = words.filter((word) => !where.includes(word));
  if (/^all cages/i.test(question.text.counts) && where.length > 0) return countAllCages(netlist, where, rest);
  const links = new Set(selectLinks(netlist, rest).map((link) => netlist.links.indexOf(link)));
  const groups = new Set(where.length === 0 ? netlist.groups.map((_, index) => index) : selectPlaces(netlist, where));
  if (groups.size === 0) return skip(`the drawing has no devices called '${where.join(' ')}'`);
  const linkOfCage = mapCagesToLinks(netlist, links);
  let count = 0;
  for (const cage of netlist.transceiverCage) {
    const member = netlist.cageMember[cage] as number;
    if (linkOfCage.has(cage) && groups.has(netlist.memberGroup[member] as number)) count += 1;
  }
  if (count === 0 && netlist.transceiverCount === 0)
    return skip('the drawing has no modules: its ports name no form factor');
  return value(count, `modules in cages of ${where.length === 0 ? 'all devices' : where.join(' ')}`);
}

/** The first word may say whose cages are meant; `node_leaf` means the links between, with both their ends. */
function listPlace(netlist: Netlist, words: readonly string[]): string[] {
  const [first] = words;
  if (first === undefined) return [];
  const isHost = selectGroups(netlist, [first]).some((index) => !isSwitchGroup(netlist.groups[index] as NetGroup));
  return first === 'switch' || findTierRole(first) !== null || isHost ? [first] : [];
}

function selectPlaces(netlist: Netlist, where: readonly string[]): number[] {
  return netlist.groups.flatMap((group, index) => {
    const fits = where.every((word) =>
      word === 'switch' ? isSwitchGroup(group) : selectGroups(netlist, [word]).includes(index),
    );
    return fits ? [index] : [];
  });
}

/** A table that fills every cage of its switches counts cages. */
function countAllCages(netlist: Netlist, where: readonly string[], rest: readonly string[]): Answer {
  const groups = selectGroups(netlist, rest).filter((index) => selectPlaces(netlist, where).includes(index));
  let cages = 0;
  for (const index of groups) {
    const group = netlist.groups[index] as NetGroup;
    for (let b = group.firstBlock; b < group.firstBlock + group.blockCount; b += 1) {
      const block = netlist.blocks[b];
      if (block?.block.role === 'data') cages += block.cagesPerMember * group.count;
    }
  }
  return value(cages, 'cages of the switches, all filled');
}

function mapCagesToLinks(netlist: Netlist, links: ReadonlySet<number>): Map<number, number> {
  const linkOfCage = new Map<number, number>();
  netlist.connectionLink.forEach((link, c) => {
    if (!links.has(link)) return;
    linkOfCage.set(netlist.portCage[netlist.connectionPortA[c] as number] as number, link);
    linkOfCage.set(netlist.portCage[netlist.connectionPortB[c] as number] as number, link);
  });
  return linkOfCage;
}

/** `isl_ports_both_ends` of modules, as its unit says; else the cages at both ends. */
function countModulesOfLinks({ name, drawn: { netlist } }: Question): Answer {
  const words = listQualifiers(name, ['port', 'both', 'end']);
  const links = new Set(selectLinks(netlist, words).map((link) => netlist.links.indexOf(link)));
  return value(mapCagesToLinks(netlist, links).size, 'cages with a module, at both ends');
}

function countUsedCages(question: Question): Answer | null {
  const { netlist } = question.drawn;
  const { per } = question.name;
  const words = listQualifiers(question.name, ['cage', 'port', 'physical', 'used', 'total']);
  const links: NetLink[] = words.length === 0 ? [...netlist.links] : selectLinks(netlist, words);
  if (links.length === 0) return skip(`the drawing has no link that is called '${words.join(' ')}'`);
  const groups = new Set(per === null ? [] : selectSwitches(netlist, per));
  const cages = mapCagesToLinks(netlist, new Set(links.map((link) => netlist.links.indexOf(link))));
  let count = 0;
  const members = new Set<number>();
  for (const cage of cages.keys()) {
    const member = netlist.cageMember[cage] as number;
    const group = netlist.memberGroup[member] as number;
    if (per !== null ? !groups.has(group) : !isSwitchGroup(netlist.groups[group] as NetGroup)) continue;
    count += 1;
    members.add(member);
  }
  return value(per === null ? count : count / members.size, `cages used by ${words.join(' ') || 'links'}`);
}

function selectSwitches(netlist: Netlist, word: string): number[] {
  if (word === 'switch') return netlist.groups.flatMap((group, index) => (isSwitchGroup(group) ? [index] : []));
  return selectGroups(netlist, [word]).filter((index) => isSwitchGroup(netlist.groups[index] as NetGroup));
}

function countCages({ name, drawn: { netlist } }: Question, kind: 'all' | 'blocked' | 'unused'): Answer | null {
  const groups = selectSwitches(netlist, name.per ?? 'switch');
  let members = 0;
  let count = 0;
  for (const index of groups) {
    const group = netlist.groups[index] as NetGroup;
    members += group.count;
    for (let b = group.firstBlock; b < group.firstBlock + group.blockCount; b += 1) {
      const block = netlist.blocks[b];
      if (block?.block.role !== 'data') continue;
      for (let cage = block.firstCage; cage < block.firstCage + block.cagesPerMember * group.count; cage += 1) {
        const isBlocked = netlist.cageMode[cage] === BLOCKED;
        if (kind === 'all' || (kind === 'blocked') === isBlocked)
          if (kind !== 'unused' || !isUsed(netlist, cage)) count += 1;
      }
    }
  }
  if (members === 0) return null;
  return value(
    name.per === null && kind !== 'all' ? count : count / members,
    `${kind === 'all' ? '' : kind} cages of the data ports`,
  );
}

function isUsed(netlist: Netlist, cage: number): boolean {
  const end = netlist.cageFirstPort[cage + 1] as number;
  for (let port = netlist.cageFirstPort[cage] as number; port < end; port += 1)
    if (netlist.portConnection[port] !== NONE) return true;
  return false;
}

/** Every link between the cubes (pods) of a torus runs through an optical switch and takes two of its ports. */
function countOpticalPorts({ name, drawn }: Question): Answer | null {
  const { netlist, nodesPerRack } = drawn;
  const hosts = netlist.groups.find((group) => group.role === 'endpoint');
  if (!hosts || selectGroups(netlist, ['ocs']).length === 0) return null;
  const podOf = (member: number | undefined): number =>
    Math.floor(((member ?? 0) - hosts.firstMember) / hosts.membersPerPod);
  let ends = 0;
  for (let c = 0; c < netlist.connectionCount; c += 1) {
    if (podOf(netlist.connectionMemberA[c]) !== podOf(netlist.connectionMemberB[c])) ends += 2;
  }
  const figure = name.per === null ? ends : ends / (hosts.count / nodesPerRack);
  return value(figure, 'ends of the links between cubes');
}

function countPortsPerHost({ name, drawn: { netlist } }: Question): Answer | null {
  const words = listQualifiers(name, ['port']);
  const hosts = netlist.groups.find((group) => group.role === 'endpoint');
  if (!hosts) return null;
  const links = selectLinks(netlist, words.length === 0 ? ['gpu'] : words);
  let count = 0;
  for (const link of links) {
    if (netlist.groups[link.groupA] === hosts || netlist.groups[link.groupB] === hosts) count += link.connectionCount;
  }
  return value(count / hosts.count, 'cabled ports of one machine');
}

function countRadix({ drawn: { netlist } }: Question): Answer | null {
  const group = netlist.groups.find((candidate) => candidate.role === 'leaf');
  const block = group && netlist.blocks[group.firstBlock];
  const mode = block?.block.modes[0];
  return block && mode ? value(block.cagesPerMember * mode.portsPerCage, 'native ports of a leaf') : null;
}

function countSwitchPorts({ drawn: { netlist } }: Question): Answer {
  let count = 0;
  for (const members of [netlist.connectionMemberA, netlist.connectionMemberB]) {
    for (const member of members)
      if (isSwitchGroup(netlist.groups[netlist.memberGroup[member] as number] as NetGroup)) count += 1;
  }
  return value(count, 'cabled ports of all switches');
}
