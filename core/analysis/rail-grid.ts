/**
 * Which leaf every rail of every GPU server reaches, and where that is the wrong one. Read off the cables alone, so that it holds
 * for wiring by rule, narrowed links and listed pairs alike. Rail r of a server is the r-th of its ports in the fabric.
 */
import type { NetBlock, NetGroup, Netlist, NetLink } from '../netlist/netlist.ts';
import { NONE } from '../netlist/netlist.ts';
import { formatMemberName } from '../netlist/names.ts';
import { nameLink } from './explain/object-names.ts';
import { judgeRails } from './judge-rails.ts';
import { RAIL, type RailGrid, type RailServers } from './rail-grid-report.ts';

/** A group of GPU servers in one fabric: its ports there are the columns. */
interface RailGroup {
  readonly group: NetGroup;
  readonly firstRow: number;
  readonly links: readonly { readonly index: number; readonly side: 'a' | 'b' }[];
  /** By block of the group, counted from its first: column of each of the ports of a member; NONE = not in this fabric. */
  readonly columnOfPort: readonly Int16Array[];
  readonly columnCount: number;
}

/** One grid for every compute fabric in which servers have two rails or more. */
export function computeRailGrids(netlist: Netlist): RailGrid[] {
  return netlist.fabrics.flatMap(({ purpose }, fabric) => {
    if (purpose !== 'compute') return [];
    const groups = listGroups(netlist, fabric);
    return groups.length === 0 ? [] : [fillGrid(netlist, fabric, groups)];
  });
}

function listGroups(netlist: Netlist, fabric: number): RailGroup[] {
  const linksOf = new Map<number, { index: number; side: 'a' | 'b' }[]>();
  netlist.links.forEach((link, index) => {
    const side = link.fabric === fabric ? findServerSide(netlist, link) : null;
    if (side === null) return;
    const group = side === 'a' ? link.groupA : link.groupB;
    const own = linksOf.get(group) ?? [];
    linksOf.set(group, own);
    own.push({ index, side });
  });
  const groups: RailGroup[] = [];
  let firstRow = 0;
  for (const [index, links] of [...linksOf].sort(([a], [b]) => a - b)) {
    const group = netlist.groups[index] as NetGroup;
    const { columnOfPort, columnCount } = numberColumns(netlist, group, links);
    if (columnCount < 2) continue;
    groups.push({ group, firstRow, links, columnOfPort, columnCount });
    firstRow += group.count;
  }
  return groups;
}

/** The end with servers of several GPUs, when switches are at the other. */
function findServerSide({ groups }: Netlist, { groupA, groupB }: NetLink): 'a' | 'b' | null {
  const a = groups[groupA]?.part;
  const b = groups[groupB]?.part;
  if (a?.kind === 'server' && (a.gpuCount ?? 0) > 1 && b?.kind === 'switch') return 'a';
  if (b?.kind === 'server' && (b.gpuCount ?? 0) > 1 && a?.kind === 'switch') return 'b';
  return null;
}

/** Ports that any member has a cable of the fabric on, in the order of the front panel. */
function numberColumns(
  netlist: Netlist,
  group: NetGroup,
  links: RailGroup['links'],
): Pick<RailGroup, 'columnOfPort' | 'columnCount'> {
  const isUsed = Array.from({ length: group.blockCount }, (): boolean[] => []);
  for (const { index, side } of links) {
    const block = (side === 'a' ? netlist.links[index]?.blockA : netlist.links[index]?.blockB) as number;
    const used = isUsed[block - group.firstBlock] as boolean[];
    forEachCable(netlist, index, side, (_member, port) => {
      used[port] = true;
    });
  }
  let columnCount = 0;
  const columnOfPort = isUsed.map((used) => {
    const columns = new Int16Array(used.length).fill(NONE);
    for (let port = 0; port < used.length; port += 1) {
      if (!used[port]) continue;
      columns[port] = columnCount;
      columnCount += 1;
    }
    return columns;
  });
  return { columnOfPort, columnCount };
}

/** `member` over all members, `port` counted from the first of the block on that member. */
function forEachCable(
  netlist: Netlist,
  linkIndex: number,
  side: 'a' | 'b',
  visit: (member: number, port: number, leaf: number) => void,
): void {
  const link = netlist.links[linkIndex] as NetLink;
  const [ports, members, leaves, blockIndex] =
    side === 'a'
      ? [netlist.connectionPortA, netlist.connectionMemberA, netlist.connectionMemberB, link.blockA]
      : [netlist.connectionPortB, netlist.connectionMemberB, netlist.connectionMemberA, link.blockB];
  const block = netlist.blocks[blockIndex] as NetBlock;
  const { firstMember } = netlist.groups[block.group] as NetGroup;
  for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
    const member = members[i] as number;
    const firstCage = block.firstCage + (member - firstMember) * block.cagesPerMember;
    visit(member, (ports[i] as number) - (netlist.cageFirstPort[firstCage] as number), leaves[i] as number);
  }
}

function fillGrid(netlist: Netlist, fabric: number, groups: readonly RailGroup[]): RailGrid {
  const columnCount = groups.reduce((most, group) => Math.max(most, group.columnCount), 0);
  const rowCount = groups.reduce((sum, { group }) => sum + group.count, 0);
  const leafOf = new Int32Array(rowCount * columnCount).fill(NONE);
  const linkOf = new Int32Array(rowCount * columnCount).fill(NONE);
  const leaves: number[] = [];
  const leafIndex = new Int32Array(netlist.memberCount).fill(NONE);
  const linkIndexes: number[] = [];
  for (const { group, firstRow, links, columnOfPort } of groups) {
    for (const { index, side } of links) {
      const link = netlist.links[index] as NetLink;
      const columns = columnOfPort[(side === 'a' ? link.blockA : link.blockB) - group.firstBlock] as Int16Array;
      const linkNumber = linkIndexes.push(index) - 1;
      forEachCable(netlist, index, side, (member, port, leaf) => {
        if (leafIndex[leaf] === NONE) leafIndex[leaf] = leaves.push(leaf) - 1;
        const cell = (firstRow + member - group.firstMember) * columnCount + (columns[port] as number);
        leafOf[cell] = leafIndex[leaf] as number;
        linkOf[cell] = linkNumber;
      });
    }
  }
  const servers = groups.map(describeServers);
  const wiring = { columnCount, leafCount: leaves.length, leafOf, servers };
  const { fabricId, name } = netlist.fabrics[fabric] as Netlist['fabrics'][number];
  return {
    fabricId,
    fabricName: name,
    ...wiring,
    rowCount,
    linkOf,
    leaves: leaves.map((member) => describeLeaf(netlist, member)),
    links: linkIndexes.map((index) => {
      const { linkId } = netlist.links[index] as NetLink;
      return { linkId, name: nameLink(netlist, linkId) };
    }),
    ...summarise(judgeRails(wiring), columnCount),
  };
}

function describeServers({ group, firstRow, columnCount }: RailGroup): RailServers {
  const { deviceId, name, nameTemplate, membersPerPod, count } = group;
  return { deviceId, name, nameTemplate, membersPerPod, firstRow, rowCount: count, columnCount };
}

function describeLeaf(netlist: Netlist, member: number): RailGrid['leaves'][number] {
  const { deviceId, nameTemplate, firstMember, membersPerPod } = netlist.groups[
    netlist.memberGroup[member] as number
  ] as NetGroup;
  const index = member - firstMember;
  return {
    deviceId,
    member: index,
    name: formatMemberName(nameTemplate, index, Math.floor(index / membersPerPod)),
  };
}

function summarise(
  { states, wanted }: ReturnType<typeof judgeRails>,
  columnCount: number,
): Pick<RailGrid, 'states' | 'cellCount' | 'counts' | 'wrongCells' | 'wrongWanted' | 'wrongRows' | 'emptyRowCount'> {
  const counts = { crossed: 0, doubled: 0, strayed: 0, missing: 0 };
  const wrongCells: number[] = [];
  let cellCount = 0;
  let emptyRowCount = 0;
  for (let first = 0; first < states.length; first += columnCount) {
    const before = cellCount;
    for (let cell = first; cell < first + columnCount; cell += 1) {
      const state = states[cell] as number;
      if (state === RAIL.unchecked) continue;
      cellCount += 1;
      if (state === RAIL.right) continue;
      wrongCells.push(cell);
      if (state === RAIL.crossed) counts.crossed += 1;
      else if (state === RAIL.doubled) counts.doubled += 1;
      else if (state === RAIL.strayed) counts.strayed += 1;
      else counts.missing += 1;
    }
    if (cellCount === before) emptyRowCount += 1;
  }
  const rows = wrongCells.map((cell) => Math.floor(cell / columnCount));
  return {
    states,
    cellCount,
    counts,
    emptyRowCount,
    wrongCells: Uint32Array.from(wrongCells),
    wrongWanted: Int32Array.from(wrongCells, (cell) => wanted.get(cell) ?? NONE),
    wrongRows: Uint32Array.from(new Set(rows)),
  };
}
