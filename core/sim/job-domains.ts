/** The scale-up domains of a job with their GPUs, numbered as ranks, and the cables by which each reaches the fabric. */
import { Lasting } from '../base/lasting.ts';
import type { Netlist, Scenario } from '../netlist/netlist.ts';
import { type DomainSeats, listSeats } from './domain-seats.ts';
import type { DomainCables, JobDomains } from './job-placement.ts';
import type { MemberCables } from './member-cables.ts';

export interface PlacedDomains {
  readonly domains: JobDomains;
  readonly rankCount: number;
  readonly rankMember: Uint32Array;
  readonly rankGpu: Uint16Array;
  readonly rankDomain: Uint32Array;
}

/** `isTaken`: by member, 1 = in the job. */
export function placeDomains(
  netlist: Netlist,
  isTaken: Uint8Array,
  cables: MemberCables,
  placement: Scenario['placement'],
): PlacedDomains {
  const seats = listSeats(netlist, isTaken, placement === 'random');
  const byRail = placement === 'rail-aligned';
  const { firstRank, ...ranks } = placeRanks(seats, isTaken, byRail ? cables : null);
  const wired = placeCables(seats, isTaken, cables, netlist.failures?.connectionFailed ?? null, byRail);
  return { domains: { count: seats.count, firstRank, group: seats.group.slice(0, seats.count), ...wired }, ...ranks };
}

/** `railCables`: null = GPUs stand in the order of servers and slots. */
function placeRanks(
  seats: DomainSeats,
  isTaken: Uint8Array,
  railCables: MemberCables | null,
): Omit<PlacedDomains, 'domains'> & { firstRank: Uint32Array } {
  const firstRank = new Uint32Array(seats.count + 1);
  for (let domain = 0; domain < seats.count; domain += 1) {
    const [from, to] = findGpus(seats, domain);
    let own = 0;
    for (let member = seats.firstMember[domain] as number; member < (seats.endMember[domain] as number); member += 1) {
      if (isTaken[member] === 1) own += to - from;
    }
    firstRank[domain + 1] = (firstRank[domain] as number) + own;
  }
  const rankCount = firstRank[seats.count] as number;
  const rankMember = new Uint32Array(rankCount);
  const rankGpu = new Uint16Array(rankCount);
  const rankDomain = new Uint32Array(rankCount);
  let rank = 0;
  for (let domain = 0; domain < seats.count; domain += 1) {
    const [from, to] = findGpus(seats, domain);
    const start = rank;
    for (let member = seats.firstMember[domain] as number; member < (seats.endMember[domain] as number); member += 1) {
      if (isTaken[member] !== 1) continue;
      for (let gpu = from; gpu < to; gpu += 1) {
        rankMember[rank] = member;
        rankGpu[rank] = gpu;
        rankDomain[rank] = domain;
        rank += 1;
      }
    }
    if (railCables === null) continue;
    const gpusPerMember = seats.gpusPerMember[seats.group[domain] as number] as number;
    sortByRail(rankMember.subarray(start, rank), rankGpu.subarray(start, rank), railCables, gpusPerMember);
  }
  return { rankCount, rankMember, rankGpu, rankDomain, firstRank };
}

/** GPUs of a member that are in the domain: first, and behind the last. */
function findGpus({ group, part, gpusPerMember, domainSize }: DomainSeats, domain: number): [number, number] {
  const own = group[domain] as number;
  const size = domainSize[own] as number;
  const from = (part[domain] as number) * size;
  return [from, Math.min(from + size, gpusPerMember[own] as number)];
}

/** By the switch that the cable of the GPU's NIC leads to: GPUs share out a server's cables in order. */
function sortByRail(
  members: Uint32Array,
  gpus: Uint16Array,
  { first, farMember }: MemberCables,
  gpusPerMember: number,
): void {
  const order = Array.from(members, (member, index) => {
    const gpu = gpus[index] as number;
    const begin = first[member] as number;
    const count = (first[member + 1] as number) - begin;
    const far = count === 0 ? 0 : (farMember[begin + Math.floor((gpu * count) / gpusPerMember)] as number);
    return { member, gpu, far };
  }).sort((x, y) => x.far - y.far);
  order.forEach(({ member, gpu }, index) => {
    members[index] = member;
    gpus[index] = gpu;
  });
}

/** The order of slots is settled with broken cables in their places; only working ones are listed. */
function placeCables(
  seats: DomainSeats,
  isTaken: Uint8Array,
  drawn: MemberCables,
  failed: Uint8Array | null,
  byRail: boolean,
): Pick<JobDomains, 'slotCount' | 'firstCable' | 'cables'> {
  const slotCount = new Uint16Array(seats.count);
  const firstCable = new Uint32Array(seats.count + 1);
  const list = new CableList(countSlots(seats, drawn));
  for (let domain = 0; domain < seats.count; domain += 1) {
    const start = list.length;
    for (let member = seats.firstMember[domain] as number; member < (seats.endMember[domain] as number); member += 1) {
      if (isTaken[member] === 1) addMember(list, seats, domain, member, drawn);
    }
    if (byRail) list.sortByFarMember(start);
    slotCount[domain] = list.length - start;
    list.closeDomain(start, failed);
    firstCable[domain + 1] = list.length;
  }
  return { slotCount, firstCable, cables: list.finish() };
}

/** At most. */
function countSlots({ count, firstMember, endMember }: DomainSeats, { first }: MemberCables): number {
  let most = 0;
  for (let domain = 0; domain < count; domain += 1) {
    const own = (first[endMember[domain] as number] as number) - (first[firstMember[domain] as number] as number);
    most += Math.max(1, own);
  }
  return most;
}

/** Domains of one member deal its cables in order; with fewer cables than domains several share one. */
function addMember(list: CableList, seats: DomainSeats, domain: number, member: number, drawn: MemberCables): void {
  const begin = drawn.first[member] as number;
  const count = (drawn.first[member + 1] as number) - begin;
  if (count === 0) return;
  const partCount = seats.partCount[seats.group[domain] as number] as number;
  const part = seats.part[domain] as number;
  if (count < partCount) {
    const cable = Math.floor((part * count) / partCount);
    const sharers = Math.ceil(((cable + 1) * partCount) / count) - Math.ceil((cable * partCount) / count);
    list.add(member, drawn, begin + cable, 1 / sharers);
    return;
  }
  const end = begin + Math.floor(((part + 1) * count) / partCount);
  for (let cable = begin + Math.floor((part * count) / partCount); cable < end; cable += 1) {
    list.add(member, drawn, cable, 1);
  }
}

class CableList extends Lasting {
  length = 0;
  private readonly columns: DomainCables;

  constructor(most: number) {
    super();
    this.columns = {
      connection: new Uint32Array(most),
      slot: new Uint16Array(most),
      ownMember: new Uint32Array(most),
      farMember: new Uint32Array(most),
      gbps: new Float64Array(most),
    };
  }

  add(member: number, drawn: MemberCables, cable: number, share: number): void {
    const { connection, ownMember, farMember, gbps } = this.columns;
    const at = this.length;
    connection[at] = drawn.connection[cable] as number;
    ownMember[at] = member;
    farMember[at] = drawn.farMember[cable] as number;
    gbps[at] = (drawn.gbps[cable] as number) * share;
    this.length = at + 1;
  }

  /** From `start` on; equal ones stay in order. */
  sortByFarMember(start: number): void {
    const { connection, ownMember, farMember, gbps } = this.columns;
    for (let i = start + 1; i < this.length; i += 1) {
      for (let at = i; at > start && (farMember[at - 1] as number) > (farMember[at] as number); at -= 1) {
        for (const column of [connection, ownMember, farMember, gbps]) {
          const value = column[at] as number;
          column[at] = column[at - 1] as number;
          column[at - 1] = value;
        }
      }
    }
  }

  /** Numbers the slots from `start` on, and drops broken cables. */
  closeDomain(start: number, failed: Uint8Array | null): void {
    const { connection, slot, ownMember, farMember, gbps } = this.columns;
    let at = start;
    for (let i = start; i < this.length; i += 1) {
      if (failed !== null && failed[connection[i] as number] === 1) continue;
      slot[at] = i - start;
      if (at !== i) {
        connection[at] = connection[i] as number;
        ownMember[at] = ownMember[i] as number;
        farMember[at] = farMember[i] as number;
        gbps[at] = gbps[i] as number;
      }
      at += 1;
    }
    this.length = at;
  }

  finish(): DomainCables {
    const { connection, slot, ownMember, farMember, gbps } = this.columns;
    return {
      connection: connection.subarray(0, this.length),
      slot: slot.subarray(0, this.length),
      ownMember: ownMember.subarray(0, this.length),
      farMember: farMember.subarray(0, this.length),
      gbps: gbps.subarray(0, this.length),
    };
  }
}
