/**
 * What is in the cages of one port block: ports owned and used, modules by part and by link, and the power that plugs draw. One walk
 * over the cages serves everybody who counts any of it.
 */
import { Lasting } from '../base/lasting.ts';
import type { Memory } from '../base/memory.ts';
import type { CablePart, TransceiverPart } from '../catalog/part.ts';
import { BLOCKED, type NetBlock, type NetGroup, type Netlist, type NetLink, NONE } from '../netlist/netlist.ts';

/** Of every member of the block's group, W; empty while nothing draws any. Unknown terms are counted and enter with what they must reach at least. */
export interface PlugPower {
  readonly watts: Float64Array;
  readonly unknown: Uint32Array;
  /** Names of the parts whose figure is not known. */
  readonly unknownParts: ReadonlySet<string>;
}

export interface BlockCensus {
  readonly portsOwned: number;
  readonly portsUsed: number;
  readonly cagesUsed: number;
  readonly cagesBlocked: number;
  /** Cages that a connection over fibre ends in. */
  readonly cagesOptical: number;
  /** Over members: the fullest and the emptiest. */
  readonly usedPerMemberMax: number;
  readonly usedPerMemberMin: number;
  readonly freePerMemberMin: number;
  /** Modes of the cages in use. */
  readonly usedModes: readonly number[];
  readonly modulesOfPart: ReadonlyMap<TransceiverPart, number>;
  /** By link id, those with any; a module that two links share is counted for the one with the first connection. */
  readonly modulesOfLink: ReadonlyMap<string, number>;
  readonly typical: PlugPower;
  readonly max: PlugPower;
}

/** By block. Walks only over blocks in which something has changed. */
export function takeCensuses(netlist: Netlist, memory: Memory): BlockCensus[] {
  const linksOf = listLinksOfBlocks(netlist);
  const isOptical = Uint8Array.from(netlist.links, ({ medium }) => (medium.kind === 'optics' ? 1 : 0));
  return netlist.blocks.map((block, at) => {
    const group = netlist.groups[block.group] as NetGroup;
    const name = `census of ${group.deviceId}/${block.block.id}`;
    const inputs = [block.filling, block.block, block.cagesPerMember, group.count];
    return memory.recall(name, inputs, () => {
      const census = new Census(netlist, block, group, linksOf.get(at) ?? [], isOptical);
      census.walk();
      return census.finish();
    });
  });
}

class Census extends Lasting {
  private readonly netlist: Netlist;
  private readonly block: NetBlock;
  private readonly group: NetGroup;
  private readonly links: readonly NetLink[];
  /** By link of the netlist: it is made by modules. */
  private readonly isOptical: Uint8Array;
  private readonly ofPart = new Map<number, number>();
  private readonly ofLink = new Map<number, number>();
  private readonly usedModes = new Set<number>();
  private readonly typical: PowerSum;
  private readonly max: PowerSum;
  private lastMode = -1;
  /** Modules of one part and link that follow each other. */
  private runPart = -1;
  private runLink = -1;
  private runLength = 0;
  /** Of them, those of the member that is walked now. */
  private memberRunLength = 0;
  private portsOwned = 0;
  private portsUsed = 0;
  private cagesUsed = 0;
  private cagesBlocked = 0;
  private cagesOptical = 0;
  private usedPerMemberMax = 0;
  private usedPerMemberMin = Number.POSITIVE_INFINITY;
  private freePerMemberMin = Number.POSITIVE_INFINITY;

  constructor(netlist: Netlist, block: NetBlock, group: NetGroup, links: readonly NetLink[], isOptical: Uint8Array) {
    super();
    this.netlist = netlist;
    this.block = block;
    this.group = group;
    this.links = links;
    this.isOptical = isOptical;
    this.typical = new PowerSum(group.count);
    this.max = new PowerSum(group.count);
  }

  walk(): void {
    const { cagesPerMember, firstCage } = this.block;
    const { cageFirstPort } = this.netlist;
    let module = findFirst(this.netlist.transceiverCage, firstCage);
    for (let member = 0; member < this.group.count; member += 1) {
      const first = firstCage + member * cagesPerMember;
      const owned = (cageFirstPort[first + cagesPerMember] as number) - (cageFirstPort[first] as number);
      const usedBefore = this.portsUsed;
      module = this.walkMember(member, first, module);
      const used = this.portsUsed - usedBefore;
      this.portsOwned += owned;
      if (used > this.usedPerMemberMax) this.usedPerMemberMax = used;
      if (used < this.usedPerMemberMin) this.usedPerMemberMin = used;
      if (owned - used < this.freePerMemberMin) this.freePerMemberMin = owned - used;
    }
  }

  /** `module`: the first of the netlist's modules that stands in these cages or after them; gives the next one. */
  private walkMember(member: number, firstCage: number, module: number): number {
    const { cageMode, cageFirstPort, portConnection, connectionLink, transceiverCage, transceiverPart } = this.netlist;
    const { isOptical } = this;
    const endCage = firstCage + this.block.cagesPerMember;
    let next = module;
    let portsUsed = 0;
    let cagesUsed = 0;
    let cagesOptical = 0;
    for (let cage = firstCage; cage < endCage; cage += 1) {
      const mode = cageMode[cage] as number;
      if (mode === BLOCKED) this.cagesBlocked += 1;
      const end = cageFirstPort[cage + 1] as number;
      let used = 0;
      let firstConnection = -1;
      let isOfFibre = 0;
      for (let port = cageFirstPort[cage] as number; port < end; port += 1) {
        const connection = portConnection[port] as number;
        if (connection === NONE) continue;
        used += 1;
        if (firstConnection < 0 || connection < firstConnection) firstConnection = connection;
        isOfFibre |= isOptical[connectionLink[connection] as number] as number;
      }
      if (used > 0) {
        cagesOptical += isOfFibre;
        portsUsed += used;
        cagesUsed += 1;
        if (mode !== this.lastMode) this.noteMode(mode);
      }
      if (transceiverCage[next] !== cage) continue;
      const part = transceiverPart[next] as number;
      const link = connectionLink[firstConnection] as number;
      if (part !== this.runPart || link !== this.runLink) this.openRun(member, part, link);
      this.memberRunLength += 1;
      next += 1;
    }
    this.closeMember(member);
    this.portsUsed += portsUsed;
    this.cagesUsed += cagesUsed;
    this.cagesOptical += cagesOptical;
    return next;
  }

  /** Most cages are in the mode of the one before. */
  private noteMode(mode: number): void {
    this.lastMode = mode;
    this.usedModes.add(mode);
  }

  /** Most modules are of the part and the link of the one before. */
  private openRun(member: number, part: number, link: number): void {
    this.closeMember(member);
    this.closeRun();
    this.runPart = part;
    this.runLink = link;
  }

  private closeRun(): void {
    const { runPart, runLink, runLength } = this;
    if (runLength === 0) return;
    this.ofPart.set(runPart, (this.ofPart.get(runPart) ?? 0) + runLength);
    this.ofLink.set(runLink, (this.ofLink.get(runLink) ?? 0) + runLength);
    this.runLength = 0;
  }

  private closeMember(member: number): void {
    const count = this.memberRunLength;
    if (count === 0) return;
    const { model, powerTypicalW, powerMaxW } = this.netlist.transceiverParts[this.runPart] as TransceiverPart;
    this.typical.add(member, count, powerTypicalW, model);
    this.max.add(member, count, powerMaxW, model, powerTypicalW ?? 0);
    this.runLength += count;
    this.memberRunLength = 0;
  }

  finish(): BlockCensus {
    this.closeRun();
    const { netlist, block, typical, max } = this;
    const active = this.links.filter((link) => getActiveCable(link) !== null);
    addActivePlugs(netlist, block, active, typical, max);
    return {
      portsOwned: this.portsOwned,
      portsUsed: this.portsUsed,
      cagesUsed: this.cagesUsed,
      cagesBlocked: this.cagesBlocked,
      cagesOptical: this.cagesOptical,
      usedPerMemberMax: this.usedPerMemberMax,
      usedPerMemberMin: this.usedPerMemberMin,
      freePerMemberMin: this.freePerMemberMin,
      usedModes: [...this.usedModes].sort((a, b) => a - b),
      modulesOfPart: new Map(
        [...this.ofPart].map(([index, count]) => [netlist.transceiverParts[index] as TransceiverPart, count]),
      ),
      modulesOfLink: new Map(
        [...this.ofLink].map(([index, count]) => [(netlist.links[index] as NetLink).linkId, count]),
      ),
      typical,
      max,
    };
  }
}

/** Most blocks hold nothing that draws power: they share one answer, which nobody changes. */
const NO_WATTS = new Float64Array(0);
const NONE_UNKNOWN = new Uint32Array(0);
const NO_PARTS: ReadonlySet<string> = new Set();

class PowerSum extends Lasting implements PlugPower {
  watts = NO_WATTS;
  unknown = NONE_UNKNOWN;
  unknownParts = NO_PARTS;
  private readonly memberCount: number;

  constructor(memberCount: number) {
    super();
    this.memberCount = memberCount;
  }

  /** `count` plugs that draw `term` each. */
  add(member: number, count: number, term: number | null, name: string, atLeast = 0): void {
    if (this.watts === NO_WATTS) this.watts = new Float64Array(this.memberCount);
    if (term === null) {
      if (this.unknown === NONE_UNKNOWN) this.unknown = new Uint32Array(this.memberCount);
      this.unknown[member] = (this.unknown[member] as number) + count;
      if (!this.unknownParts.has(name)) this.unknownParts = new Set([...this.unknownParts, name]);
    }
    this.watts[member] = (this.watts[member] as number) + count * (term ?? atLeast);
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
        typical.add(member, 1, null, model);
        max.add(member, 1, powerMaxW, model);
      }
    }
  }
}

/** By block; a link from a block to itself stands there once. */
function listLinksOfBlocks(netlist: Netlist): Map<number, NetLink[]> {
  const linksOf = new Map<number, NetLink[]>();
  for (const link of netlist.links) {
    for (const at of new Set([link.blockA, link.blockB])) {
      const links = linksOf.get(at);
      if (links) links.push(link);
      else linksOf.set(at, [link]);
    }
  }
  return linksOf;
}

/** ACC, AEC and AOC. */
function getActiveCable({ medium }: NetLink): CablePart | null {
  if (medium.kind !== 'cable') return null;
  const { category } = medium.cable;
  return category === 'acc' || category === 'aec' || category === 'aoc' ? medium.cable : null;
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
