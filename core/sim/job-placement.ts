/**
 * Which GPUs take part in a collective, in which order, and by which cables each scale-up domain reaches the fabric. Ranks are
 * numbered domain by domain in the order of placement; domains stand in the same order.
 */
import type { FabricReport } from '../analysis/report.ts';
import type { FabricTrunk } from './fabric-trunk.ts';
import type { FabricUnits } from './fabric-units.ts';

export interface JobPlacement {
  /** Index into the netlist's fabrics. */
  readonly fabricIndex: number;
  /** The switch side of the fabric. */
  readonly trunk: FabricTrunk;
  readonly units: FabricUnits;
  /** What the analyses say of a fabric that is no tree of tiers; null = tiers tell it all. */
  readonly report: FabricReport | null;
  /** One way between the two servers that stand farthest apart; 0 when one domain holds all ranks. */
  readonly oneWayUs: number;
  /** All GPUs of the job. */
  readonly rankCount: number;
  /** By rank: its server (member) and its number among the GPUs of that server. */
  readonly rankMember: Uint32Array;
  readonly rankGpu: Uint16Array;
  readonly rankDomain: Uint32Array;
  readonly domains: JobDomains;
  /** Collectives that run at once, each over `groupSize` ranks. */
  readonly groupCount: number;
  readonly groupSize: number;
  /** Ranks of group g in ring order: groupRanks[g * groupSize] .. groupRanks[(g + 1) * groupSize - 1]. */
  readonly groupRanks: Uint32Array;
  /** GPUs left out because what is broken leaves no whole number of groups. */
  readonly idleCount: number;
}

/** Scale-up domains in order of placement, in parallel arrays. */
export interface JobDomains {
  readonly count: number;
  /** Length count + 1: ranks of domain d are firstRank[d] .. firstRank[d + 1] - 1. */
  readonly firstRank: Uint32Array;
  /** Device group of its members. */
  readonly group: Uint32Array;
  /** Places for cables of this fabric, working or not: a domain's cables are numbered 0 .. slotCount - 1. */
  readonly slotCount: Uint16Array;
  /** Length count + 1: working cables of domain d are firstCable[d] .. firstCable[d + 1] - 1 in `cables`, by slot. */
  readonly firstCable: Uint32Array;
  readonly cables: DomainCables;
}

/**
 * Working cables from the job's servers into the fabric. Slots that meet in a ring have the same number in every domain: the port
 * order of the servers, or under rail-aligned placement the order of the switches they lead to.
 */
export interface DomainCables {
  readonly connection: Uint32Array;
  readonly slot: Uint16Array;
  /** The server end and the far end: a switch, or another server in a direct network. */
  readonly ownMember: Uint32Array;
  readonly farMember: Uint32Array;
  /** One direction, Gb/s; a share where domains of one server share the cable. */
  readonly gbps: Float64Array;
}
