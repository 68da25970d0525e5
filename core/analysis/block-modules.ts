/** What is plugged into the cages of one port block: its modules by part and by link, and the power they draw. */
import type { Memory } from '../base/memory.ts';
import type { CablePart, TransceiverPart } from '../catalog/part.ts';
import { type NetBlock, type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';

/** Of every member of the block's group, W. Unknown terms are counted and enter with what they must reach at least. */
export interface PlugPower {
  readonly watts: Float64Array;
  readonly unknown: Uint32Array;
  /** Names of the parts whose figure is not known. */
  readonly unknownParts: ReadonlySet<string>;
}

export interface BlockModules {
  readonly countOfPart: ReadonlyMap<TransceiverPart, number>;
  /** By link id; a module that two links share is counted for the one with the first connection. */
  readonly countOfLink: ReadonlyMap<string, number>;
  readonly typical: PlugPower;
  readonly max: PlugPower;
}

/** By block; null = nothing is plugged in that counts. Works out only blocks in which something has changed. */
export function listBlockModules(netlist: Netlist, memory: Memory): (BlockModules | null)[] {
  return netlist.blocks.map((block) => {
    const group = netlist.groups[block.group] as NetGroup;
    const name = `modules of ${group.deviceId}/${block.block.id}`;
    return memory.recall(name, [block.filling, block.cagesPerMember, group.count], () =>
      summarise(netlist, block, group),
    );
  });
}

function summarise(netlist: Netlist, block: NetBlock, group: NetGroup): BlockModules | null {
  const first = findFirst(netlist.transceiverCage, block.firstCage);
  const end = findFirst(netlist.transceiverCage, block.firstCage + block.cagesPerMember * group.count);
  const active = netlist.links.filter((link) => getActiveCable(link) !== null && isOn(netlist, block, link));
  if (first === end && active.length === 0) return null;
  const counts = new Uint32Array(netlist.transceiverParts.length);
  const ofLink = new Uint32Array(netlist.links.length);
  const typical = new PowerSum(group.count);
  const max = new PowerSum(group.count);
  for (let i = first; i < end; i += 1) {
    const cage = netlist.transceiverCage[i] as number;
    const index = netlist.transceiverPart[i] as number;
    const part = netlist.transceiverParts[index] as TransceiverPart;
    const member = Math.floor((cage - block.firstCage) / block.cagesPerMember);
    counts[index] = (counts[index] as number) + 1;
    const link = netlist.connectionLink[findFirstConnection(netlist, cage)] as number;
    ofLink[link] = (ofLink[link] as number) + 1;
    typical.add(member, part.powerTypicalW, part.model);
    max.add(member, part.powerMaxW, part.model, part.powerTypicalW ?? 0);
  }
  addActivePlugs(netlist, block, active, typical, max);
  return {
    countOfPart: new Map(netlist.transceiverParts.map((part, index) => [part, counts[index] as number])),
    countOfLink: new Map(netlist.links.map(({ linkId }, index) => [linkId, ofLink[index] as number])),
    typical,
    max,
  };
}

class PowerSum implements PlugPower {
  readonly watts: Float64Array;
  readonly unknown: Uint32Array;
  readonly unknownParts = new Set<string>();

  constructor(memberCount: number) {
    this.watts = new Float64Array(memberCount);
    this.unknown = new Uint32Array(memberCount);
  }

  add(member: number, term: number | null, name: string, atLeast = 0): void {
    if (term === null) {
      this.unknown[member] = (this.unknown[member] as number) + 1;
      this.unknownParts.add(name);
    }
    this.watts[member] = (this.watts[member] as number) + (term ?? atLeast);
  }
}

/** Active cables draw power in their plugs; passive copper and fibre do not. Only a maximum is published. */
function addActivePlugs(
  netlist: Netlist,
  block: NetBlock,
  links: readonly NetLink[],
  typical: PowerSum,
  max: PowerSum,
): void {
  const group = netlist.groups[block.group] as NetGroup;
  const isSeen = new Uint8Array(links.length === 0 ? 0 : block.cagesPerMember * group.count);
  for (const link of links) {
    const { model, powerMaxW } = getActiveCable(link) as CablePart;
    const ends = [
      { at: link.blockA, ports: netlist.connectionPortA },
      { at: link.blockB, ports: netlist.connectionPortB },
    ].filter(({ at }) => netlist.blocks[at] === block);
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      if (netlist.connectionCable[i] === NONE) continue;
      for (const { ports } of ends) {
        const cage = (netlist.portCage[ports[i] as number] as number) - block.firstCage;
        if (isSeen[cage] === 1) continue;
        isSeen[cage] = 1;
        const member = Math.floor(cage / block.cagesPerMember);
        typical.add(member, null, model);
        max.add(member, powerMaxW, model);
      }
    }
  }
}

function isOn(netlist: Netlist, block: NetBlock, { blockA, blockB }: NetLink): boolean {
  return netlist.blocks[blockA] === block || netlist.blocks[blockB] === block;
}

/** ACC, AEC and AOC. */
function getActiveCable({ medium }: NetLink): CablePart | null {
  if (medium.kind !== 'cable') return null;
  const { category } = medium.cable;
  return category === 'acc' || category === 'aec' || category === 'aoc' ? medium.cable : null;
}

function findFirstConnection(netlist: Netlist, cage: number): number {
  let first = Number.POSITIVE_INFINITY;
  const end = netlist.cageFirstPort[cage + 1] as number;
  for (let port = netlist.cageFirstPort[cage] as number; port < end; port += 1) {
    const connection = netlist.portConnection[port] as number;
    if (connection !== NONE && connection < first) first = connection;
  }
  return first;
}

/** Where values of an ascending list begin to be `from` or more. */
export function findFirst(ascending: Uint32Array, from: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
