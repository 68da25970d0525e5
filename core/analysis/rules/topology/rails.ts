import { formatCount } from '../../../base/format-count.ts';
import type { Fix } from '../../../base/diagnostic.ts';
import { formatMemberName } from '../../../netlist/names.ts';
import type { NetBlock, NetGroup, Netlist, NetLink } from '../../../netlist/netlist.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { Rule, RuleContext } from '../rule.ts';

/**
 * GPU r of every server talks to GPU r of the others in one hop when their ports share a leaf. So a leaf should see the
 * same ports of every server it serves: port r of all (rail-optimised), or all ports of some (a switch in the rack).
 */
export const rails: Rule = {
  id: 'topology.rails',
  code: 'topology.rails',
  family: 'topology',
  severity: 'warning',
  title: 'Rails are aligned',
  rationale:
    "Where one server's port r goes to another leaf than its neighbours', traffic of that rail climbs to the spines.",
  source: 'https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-h100/latest/index.html',
  subject: 'leaves with GPU servers',
  check(context, tally) {
    const { netlist, links, memory } = context;
    for (const facts of links) {
      const side = findServerSide(netlist, facts);
      if (!side) continue;
      const ends = [netlist.blocks[facts.link.blockA]?.filling, netlist.blocks[facts.link.blockB]?.filling];
      const inputs = [side, facts.link.wiring, facts.link.pattern, ...ends, facts.a.group.count, facts.b.group.count];
      const found = memory.recall(`rails of ${facts.link.linkId}`, inputs, () =>
        countMisaligned(netlist, facts.link, side),
      );
      tally.pass(found.leafCount - found.misalignedCount);
      if (found.misalignedCount === 0) continue;
      const { group: leaf } = side === 'a' ? facts.b : facts.a;
      const name = formatMemberName(leaf.nameTemplate, found.first, Math.floor(found.first / leaf.membersPerPod));
      tally.fail(
        {
          message: `${facts.name}: ${formatCount(found.misalignedCount)} of ${formatCount(found.leafCount)} leaves, ${name} first, serve different ports of different servers, so rails cross the spines; wire it by rail.`,
          where: [...facts.where, { kind: 'device', id: leaf.deviceId, member: found.first }],
          fix: side === 'a' ? createRailFix(context, facts, found) : undefined,
        },
        found.misalignedCount,
      );
    }
  },
};

/**
 * Offered where it is sure to work: all ports of all servers are cabled by this link alone, to all leaves, in one pod, and
 * every leaf has the ports that its rails take.
 */
function createRailFix({ netlist, ports }: RuleContext, { link, a, b }: LinkFacts, found: Misaligned): Fix | undefined {
  const serverBlock = netlist.blocks[link.blockA] as NetBlock;
  const rails = countPorts(serverBlock);
  const isWhole = link.requestedCount === link.connectionCount && link.connectionCount === a.group.count * rails;
  const isOnePod = a.group.podCount === 1 && b.group.podCount === 1;
  if (!isWhole || !isOnePod || found.leafCount !== b.group.count || link.pattern === 'rail') return undefined;
  const setCount = Math.max(1, Math.floor(b.group.count / rails));
  const perLeaf = Math.ceil(a.group.count / setCount) * Math.ceil(rails / Math.min(rails, b.group.count));
  const use = ports.find(({ deviceId, blockId }) => deviceId === b.group.deviceId && blockId === b.block.id);
  if (!use || perLeaf > use.freePerMemberMin + found.leastCables) return undefined;
  return {
    label: 'Wire the link by rail',
    command: { name: 'editLink', args: { id: link.linkId, patch: { pattern: 'rail', cablesPerPair: 1 } } },
  };
}

/** The end with GPU servers of several compute ports, when the other end is a switch of a compute fabric. */
function findServerSide(netlist: Netlist, { link, a, b }: LinkFacts): 'a' | 'b' | null {
  if (netlist.fabrics[link.fabric]?.purpose !== 'compute') return null;
  if (isGpuServer(a.group) && a.block.role === 'compute' && b.group.part?.kind === 'switch') return 'a';
  if (isGpuServer(b.group) && b.block.role === 'compute' && a.group.part?.kind === 'switch') return 'b';
  return null;
}

function isGpuServer({ part }: NetGroup): boolean {
  return part?.kind === 'server' && (part.gpuCount ?? 0) > 1;
}

interface Misaligned {
  /** Leaves with servers. */
  readonly leafCount: number;
  readonly misalignedCount: number;
  /** Index of the first misaligned one. */
  readonly first: number;
  /** Cables of the leaf that has fewest. */
  readonly leastCables: number;
}

/**
 * Holds: a leaf is aligned when each port number it sees is that of every server on it. So per leaf and port number the
 * cables must be none or as many as the leaf has servers. Linear in the connections.
 */
function countMisaligned(netlist: Netlist, link: NetLink, side: 'a' | 'b'): Misaligned {
  const [serverPorts, serverMembers, leafMembers, serverBlock, leafGroup] =
    side === 'a'
      ? [netlist.connectionPortA, netlist.connectionMemberA, netlist.connectionMemberB, link.blockA, link.groupB]
      : [netlist.connectionPortB, netlist.connectionMemberB, netlist.connectionMemberA, link.blockB, link.groupA];
  const block = netlist.blocks[serverBlock] as NetBlock;
  const servers = netlist.groups[block.group] as NetGroup;
  const leaves = netlist.groups[leafGroup] as NetGroup;
  const portsPerMember = countPorts(block);
  const cables = new Uint32Array(leaves.count * portsPerMember);
  const serverCount = new Uint32Array(leaves.count);
  const seen = new Set<number>();
  const lastServer = new Int32Array(leaves.count).fill(-1);
  const { cageFirstPort } = netlist;
  const { firstCage, cagesPerMember } = block;
  const isListed = link.pattern === 'explicit';
  for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
    const server = (serverMembers[i] as number) - servers.firstMember;
    const leaf = (leafMembers[i] as number) - leaves.firstMember;
    const firstPort = cageFirstPort[firstCage + server * cagesPerMember] as number;
    const cell = leaf * portsPerMember + Math.min((serverPorts[i] as number) - firstPort, portsPerMember - 1);
    cables[cell] = (cables[cell] as number) + 1;
    if (lastServer[leaf] === server) continue;
    lastServer[leaf] = server;
    // Patterns go through the servers in order; only listed pairs may come back to one.
    if (isListed) {
      const pair = leaf * servers.count + server;
      if (seen.has(pair)) continue;
      seen.add(pair);
    }
    serverCount[leaf] = (serverCount[leaf] as number) + 1;
  }
  return summarise(cables, serverCount, portsPerMember);
}

/** Logical ports of one member in the mode that makes most of them. */
function countPorts({ block, cagesPerMember }: NetBlock): number {
  return cagesPerMember * Math.max(1, ...block.modes.map(({ portsPerCage }) => portsPerCage));
}

function summarise(cables: Uint32Array, serverCount: Uint32Array, portsPerMember: number): Misaligned {
  let leafCount = 0;
  let misalignedCount = 0;
  let first = -1;
  let leastCables = Number.POSITIVE_INFINITY;
  for (let leaf = 0; leaf < serverCount.length; leaf += 1) {
    const servers = serverCount[leaf] as number;
    if (servers === 0) continue;
    leafCount += 1;
    let sum = 0;
    let isAligned = true;
    for (let port = 0; port < portsPerMember; port += 1) {
      const count = cables[leaf * portsPerMember + port] as number;
      sum += count;
      if (count !== 0 && count !== servers) isAligned = false;
    }
    leastCables = Math.min(leastCables, sum);
    if (isAligned) continue;
    misalignedCount += 1;
    if (first < 0) first = leaf;
  }
  return { leafCount, misalignedCount, first, leastCables };
}
