/** Finds the device groups and links of a netlist that a metric's words mean, by role, fabric, name and id. */
import type { NetGroup, Netlist, NetLink } from '#core/netlist/netlist.ts';
import { toSingular } from './name.ts';

/** One word, and the words by which roles, fabrics and names may say the same. */
const SYNONYMS: readonly (readonly string[])[] = [
  [
    'endpoint',
    'host',
    'node',
    'server',
    'system',
    'gpu',
    'dgx',
    'hgx',
    'xpu',
    'accelerator',
    'chip',
    'tray',
    'nic',
    'machine',
  ],
  ['leaf', 'tor', 'edge', 'access', 'l1', 'tier1', 'lower'],
  ['spine', 'agg', 'aggregation', 'aggregate', 'l2', 'tier2'],
  ['core', 'superspine', 'l3', 'tier3', 'upper'],
  ['isl', 'interswitch'],
  ['compute', 'east', 'ew', 'backend', 'scaleout', 'gpu'],
  ['storage', 'appliance'],
  ['inband', 'ns', 'north', 'frontend', 'cpu'],
  ['oob', 'bmc', 'management'],
  ['mgmt', 'management', 'support'],
  ['border', 'edge', 'customer', 'external'],
  ['optical', 'ocs'],
];

const TIER_ROLES: Readonly<Record<string, string>> = {
  leaf: 'leaf',
  spine: 'spine',
  core: 'core',
  endpoint: 'endpoint',
};

function listMeanings(word: string): Set<string> {
  const meanings = new Set([word]);
  for (const set of SYNONYMS) if (set.includes(word)) for (const other of set) meanings.add(other);
  return meanings;
}

function splitWords(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]+|\d+/g) ?? []).map(toSingular);
}

export function isSwitchGroup(group: NetGroup): boolean {
  return group.part?.kind === 'switch' || ['leaf', 'spine', 'core', 'border'].includes(group.role);
}

export function isEndpointGroup(group: NetGroup): boolean {
  return group.role === 'endpoint';
}

/** Which role a tier word means; null = the word names no tier. */
export function findTierRole(word: string): string | null {
  const meanings = listMeanings(word);
  for (const [tier, role] of Object.entries(TIER_ROLES)) if (meanings.has(tier) && word !== 'gpu') return role;
  return word === 'gpu' ? 'endpoint' : null;
}

function listGroupWords(group: NetGroup): string[] {
  return splitWords(`${group.deviceId} ${group.name} ${group.role} ${group.part?.model ?? ''}`);
}

/** Indexes of the fabrics whose purpose or name the word means. */
function findFabrics(netlist: Netlist, word: string): Set<number> {
  const meanings = listMeanings(word);
  const found = new Set<number>();
  netlist.fabrics.forEach((fabric, index) => {
    if (splitWords(`${fabric.purpose} ${fabric.fabricId} ${fabric.name}`).some((own) => meanings.has(own)))
      found.add(index);
  });
  return found;
}

function listFabricsOf(netlist: Netlist, groupIndex: number): Set<number> {
  const fabrics = new Set<number>();
  for (const link of netlist.links)
    if (link.groupA === groupIndex || link.groupB === groupIndex) fabrics.add(link.fabric);
  return fabrics;
}

/** Whether the group is of the compute fabric, or of no fabric at all. */
export function isComputeGroup(netlist: Netlist, groupIndex: number): boolean {
  const fabrics = [...listFabricsOf(netlist, groupIndex)];
  return fabrics.length === 0 || fabrics.some((fabric) => netlist.fabrics[fabric]?.purpose === 'compute');
}

/**
 * Groups that every word fits. What the drawing itself calls so comes first, then what means the same, then the switches of
 * a fabric of that name (hosts sit on all fabrics).
 */
export function selectGroups(netlist: Netlist, words: readonly string[]): number[] {
  let found = netlist.groups.map((_, index) => index);
  for (const word of words) {
    const named = found.filter((index) => listGroupWords(netlist.groups[index] as NetGroup).includes(word));
    found = named.length > 0 ? named : found.filter((index) => meansGroup(netlist, index, word));
  }
  return found;
}

function meansGroup(netlist: Netlist, index: number, word: string): boolean {
  const group = netlist.groups[index] as NetGroup;
  const meanings = listMeanings(word);
  if (listGroupWords(group).some((own) => meanings.has(own))) return true;
  const fabrics = listFabricsOf(netlist, index);
  return isSwitchGroup(group) && [...findFabrics(netlist, word)].some((fabric) => fabrics.has(fabric));
}

/** Switches of a role; those of the compute fabric where it has some. */
export function selectTier(netlist: Netlist, role: string): number[] {
  const all = netlist.groups.flatMap((group, index) => (group.role === role ? [index] : []));
  const compute = all.filter((index) => isComputeGroup(netlist, index));
  return compute.length > 0 ? compute : all;
}

export function countMembers(netlist: Netlist, groups: readonly number[]): number {
  return groups.reduce((sum, index) => sum + (netlist.groups[index]?.count ?? 0), 0);
}

export function isSwitchLink(netlist: Netlist, link: NetLink): boolean {
  return (
    isSwitchGroup(netlist.groups[link.groupA] as NetGroup) && isSwitchGroup(netlist.groups[link.groupB] as NetGroup)
  );
}

/** A link between an endpoint and a switch; endpoints of a torus meet each other, which is the network itself. */
export function isHostLink(netlist: Netlist, link: NetLink): boolean {
  const [a, b] = [link.groupA, link.groupB].map((index) => isEndpointGroup(netlist.groups[index] as NetGroup));
  return a !== b;
}

/** Links that all words fit. Two tier words mean the links between these tiers; `isl` those within one tier. */
export function selectLinks(netlist: Netlist, words: readonly string[]): NetLink[] {
  const named = netlist.links.filter((link) => words.every((word) => splitWords(link.linkId).includes(word)));
  if (words.length > 1 && named.length > 0) return named;
  const tiers = words.filter((word) => word !== 'gpu' && findTierRole(word) !== null);
  let links: readonly NetLink[] = netlist.links;
  if (tiers.length === 2)
    links = links.filter((link) => joinsTiers(netlist, link, tiers[0] as string, tiers[1] as string));
  for (const word of words) if (tiers.length !== 2 || !tiers.includes(word)) links = narrow(netlist, links, word);
  return [...links];
}

function joinsTiers(netlist: Netlist, link: NetLink, x: string, y: string): boolean {
  const a = netlist.groups[link.groupA] as NetGroup;
  const b = netlist.groups[link.groupB] as NetGroup;
  return (isOfTier(a, x) && isOfTier(b, y)) || (isOfTier(b, x) && isOfTier(a, y));
}

function isOfTier(group: NetGroup, word: string): boolean {
  return group.role === findTierRole(word);
}

/** What the drawing itself calls so comes first, then the fabric, then what the ends are. */
function narrow(netlist: Netlist, links: readonly NetLink[], word: string): readonly NetLink[] {
  const named = links.filter((link) => splitWords(link.linkId).includes(word));
  if (named.length > 0) return named;
  if (word === 'isl')
    return links.filter(
      (link) => isSwitchLink(netlist, link) && roleOf(netlist, link.groupA) === roleOf(netlist, link.groupB),
    );
  if (word === 'gpu') {
    const compute = findFabrics(netlist, 'compute');
    return links.filter((link) => compute.has(link.fabric) && !isSwitchLink(netlist, link));
  }
  if (word === 'uplink' || word === 'switch') return links.filter((link) => isSwitchLink(netlist, link));
  if (word === 'downlink') return links.filter((link) => !isSwitchLink(netlist, link));
  const meanings = listMeanings(word);
  const fabrics = findFabrics(netlist, word);
  const ofFabric = links.filter((link) => fabrics.has(link.fabric));
  if (ofFabric.length > 0 && findTierRole(word) === null) return ofFabric;
  return links.filter((link) =>
    [link.groupA, link.groupB].some((index) => {
      const group = netlist.groups[index] as NetGroup;
      return isOfTier(group, word) || listGroupWords(group).some((own) => meanings.has(own));
    }),
  );
}

function roleOf(netlist: Netlist, groupIndex: number): string {
  return netlist.groups[groupIndex]?.role ?? '';
}

export function countConnections(links: readonly NetLink[]): number {
  return links.reduce((sum, link) => sum + link.connectionCount, 0);
}

/** What a count says of its ends: `DGX-leaf plus leaf-spine`, `to storage appliances`. Links of other ends are left out. */
export function keepDescribed(netlist: Netlist, links: readonly NetLink[], text: string): readonly NetLink[] {
  const pairs = [...text.matchAll(/\b([a-z]+)-(?:to-)?([a-z]+)\b(?=[\w\s]*\bplus\b|\s*[,;.]|\s*$)/gi)]
    .map(
      (match) =>
        [toSingular((match[1] as string).toLowerCase()), toSingular((match[2] as string).toLowerCase())] as const,
    )
    .filter((pair) => pair.every((word) => findTierRole(word) !== null));
  if (pairs.length > 1) return links.filter((link) => pairs.some(([x, y]) => joinsTiers(netlist, link, x, y)));
  const end = /^to (?:[a-z]+ )*([a-z]+)$/i.exec(text.trim())?.[1];
  if (end === undefined) return links;
  const ending = narrow(netlist, links, toSingular(end.toLowerCase()));
  return ending.length > 0 ? ending : links;
}
