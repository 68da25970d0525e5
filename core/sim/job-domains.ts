/**
 * The scale-up domains of a job in order of placement: which GPUs of which servers each holds, and the cables by which it
 * reaches the fabric. Members of a group fill domains in order; a member may also hold several domains.
 */
import { createRandom } from '../base/random.ts';
import type { NetGroup, Netlist, Scenario } from '../netlist/netlist.ts';
import { countGpus } from './job-fabric.ts';
import type { JobDomains } from './job-placement.ts';
import type { MemberCables } from './member-cables.ts';

/** One domain: whole members, or the `part`-th of `partCount` equal shares of one member. */
interface DomainSeat {
  readonly group: number;
  readonly gpusPerMember: number;
  /** GPUs of each member: gpuFirst .. gpuEnd - 1. */
  readonly gpuFirst: number;
  readonly gpuEnd: number;
  readonly members: number[];
  readonly part: number;
  readonly partCount: number;
}

export interface PlacedDomains {
  readonly domains: JobDomains;
  readonly rankCount: number;
  readonly rankMember: Uint32Array;
  readonly rankGpu: Uint16Array;
  readonly rankDomain: Uint32Array;
}

/** Random placement is the same on every run: results compare. */
const SHUFFLE_SEED = 1;

/** `isTaken`: by member, 1 = in the job. */
export function placeDomains(
  netlist: Netlist,
  isTaken: Uint8Array,
  cables: MemberCables,
  placement: Scenario['placement'],
): PlacedDomains {
  const seats = listSeats(netlist, isTaken);
  if (placement === 'random') shuffle(seats);
  const ranks = placeRanks(seats, cables, placement === 'rail-aligned');
  const wired = placeCables(netlist, seats, cables, placement === 'rail-aligned');
  const group = Uint32Array.from(seats, (seat) => seat.group);
  const { firstRank, ...rest } = ranks;
  return { domains: { count: seats.length, firstRank, group, ...wired }, ...rest };
}

function listSeats(netlist: Netlist, isTaken: Uint8Array): DomainSeat[] {
  const seats: DomainSeat[] = [];
  netlist.groups.forEach((group, index) => {
    const gpusPerMember = countGpus(group);
    if (gpusPerMember === 0) return;
    const domainSize = group.scaleUpDomain ?? 1;
    if (domainSize >= gpusPerMember) addShared(seats, group, index, gpusPerMember, isTaken);
    else addSplit(seats, group, index, gpusPerMember, isTaken);
  });
  return seats;
}

/** Domains of one member or several. */
function addShared(
  seats: DomainSeat[],
  group: NetGroup,
  index: number,
  gpusPerMember: number,
  isTaken: Uint8Array,
): void {
  const membersPerDomain = Math.floor((group.scaleUpDomain ?? 1) / gpusPerMember);
  for (let start = 0; start < group.count; start += membersPerDomain) {
    const members: number[] = [];
    const end = Math.min(start + membersPerDomain, group.count);
    for (let i = start; i < end; i += 1) if (isTaken[group.firstMember + i] === 1) members.push(group.firstMember + i);
    if (members.length === 0) continue;
    seats.push({ group: index, gpusPerMember, gpuFirst: 0, gpuEnd: gpusPerMember, members, part: 0, partCount: 1 });
  }
}

/** Several domains in each member. */
function addSplit(
  seats: DomainSeat[],
  group: NetGroup,
  index: number,
  gpusPerMember: number,
  isTaken: Uint8Array,
): void {
  const domainSize = group.scaleUpDomain ?? 1;
  const partCount = Math.ceil(gpusPerMember / domainSize);
  for (let member = group.firstMember; member < group.firstMember + group.count; member += 1) {
    if (isTaken[member] !== 1) continue;
    for (let part = 0; part < partCount; part += 1) {
      const gpuFirst = part * domainSize;
      const gpuEnd = Math.min(gpuFirst + domainSize, gpusPerMember);
      seats.push({ group: index, gpusPerMember, gpuFirst, gpuEnd, members: [member], part, partCount });
    }
  }
}

function shuffle(seats: DomainSeat[]): void {
  const random = createRandom(SHUFFLE_SEED);
  for (let i = seats.length - 1; i > 0; i -= 1) {
    const j = random.nextInt(i + 1);
    const seat = seats[i] as DomainSeat;
    seats[i] = seats[j] as DomainSeat;
    seats[j] = seat;
  }
}

function placeRanks(
  seats: readonly DomainSeat[],
  cables: MemberCables,
  byRail: boolean,
): Omit<PlacedDomains, 'domains'> & { firstRank: Uint32Array } {
  const firstRank = new Uint32Array(seats.length + 1);
  seats.forEach(({ gpuFirst, gpuEnd, members }, domain) => {
    firstRank[domain + 1] = (firstRank[domain] as number) + (gpuEnd - gpuFirst) * members.length;
  });
  const rankCount = firstRank[seats.length] as number;
  const rankMember = new Uint32Array(rankCount);
  const rankGpu = new Uint16Array(rankCount);
  const rankDomain = new Uint32Array(rankCount);
  let rank = 0;
  seats.forEach((seat, domain) => {
    if (byRail) {
      for (const { member, gpu } of orderByRail(seat, cables)) {
        rankMember[rank] = member;
        rankGpu[rank] = gpu;
        rank += 1;
      }
    } else {
      for (const member of seat.members) {
        for (let gpu = seat.gpuFirst; gpu < seat.gpuEnd; gpu += 1) {
          rankMember[rank] = member;
          rankGpu[rank] = gpu;
          rank += 1;
        }
      }
    }
    rankDomain.fill(domain, firstRank[domain], rank);
  });
  return { rankCount, rankMember, rankGpu, rankDomain, firstRank };
}

/** GPUs by the switch that their NIC's cable leads to: GPUs share out the server's cables in order. */
function orderByRail(seat: DomainSeat, { first, farMember }: MemberCables): { member: number; gpu: number }[] {
  const gpus: { member: number; gpu: number; far: number }[] = [];
  for (const member of seat.members) {
    const begin = first[member] as number;
    const count = (first[member + 1] as number) - begin;
    for (let gpu = seat.gpuFirst; gpu < seat.gpuEnd; gpu += 1) {
      const far = count === 0 ? 0 : (farMember[begin + Math.floor((gpu * count) / seat.gpusPerMember)] as number);
      gpus.push({ member, gpu, far });
    }
  }
  return gpus.sort((x, y) => x.far - y.far);
}

/** The order of slots is settled with broken cables in their places; only working ones are listed. */
function placeCables(
  netlist: Netlist,
  seats: readonly DomainSeat[],
  cables: MemberCables,
  byRail: boolean,
): Pick<JobDomains, 'slotCount' | 'firstCable' | 'cables'> {
  const failed = netlist.failures?.connectionFailed ?? null;
  const slotCount = new Uint16Array(seats.length);
  const firstCable = new Uint32Array(seats.length + 1);
  const most = seats.reduce((sum, seat) => sum + countCables(seat, cables), 0);
  const connection = new Uint32Array(most);
  const slot = new Uint16Array(most);
  const ownMember = new Uint32Array(most);
  const farMember = new Uint32Array(most);
  const gbps = new Float64Array(most);
  let at = 0;
  seats.forEach((seat, domain) => {
    let own = 0;
    const add = (member: number, cable: number, share: number): void => {
      const drawn = cables.connection[cable] as number;
      own += 1;
      if (failed?.[drawn] === 1) return;
      connection[at] = drawn;
      slot[at] = own - 1;
      ownMember[at] = member;
      farMember[at] = cables.farMember[cable] as number;
      gbps[at] = (cables.gbps[cable] as number) * share;
      at += 1;
    };
    if (byRail) visitByRail(seat, cables, add);
    else visitCables(seat, cables, add);
    slotCount[domain] = own;
    firstCable[domain + 1] = at;
  });
  const working = {
    connection: connection.slice(0, at),
    slot: slot.slice(0, at),
    ownMember: ownMember.slice(0, at),
    farMember: farMember.slice(0, at),
    gbps: gbps.slice(0, at),
  };
  return { slotCount, firstCable, cables: working };
}

function countCables(seat: DomainSeat, { first }: MemberCables): number {
  return seat.members.reduce(
    (sum, member) => sum + Math.max(1, (first[member + 1] as number) - (first[member] as number)),
    0,
  );
}

type CableVisitor = (member: number, cable: number, share: number) => void;

/** Domains of one member deal its cables in order; with fewer cables than domains several share one. */
function visitCables(seat: DomainSeat, { first }: MemberCables, visit: CableVisitor): void {
  const { part, partCount } = seat;
  for (const member of seat.members) {
    const begin = first[member] as number;
    const count = (first[member + 1] as number) - begin;
    if (count === 0) continue;
    if (count < partCount) {
      const cable = Math.floor((part * count) / partCount);
      visit(member, begin + cable, 1 / countSharers(cable, count, partCount));
      continue;
    }
    const end = begin + Math.floor(((part + 1) * count) / partCount);
    for (let cable = begin + Math.floor((part * count) / partCount); cable < end; cable += 1) visit(member, cable, 1);
  }
}

function countSharers(cable: number, count: number, partCount: number): number {
  return Math.ceil(((cable + 1) * partCount) / count) - Math.ceil((cable * partCount) / count);
}

function visitByRail(seat: DomainSeat, cables: MemberCables, visit: CableVisitor): void {
  const order: [member: number, cable: number, share: number][] = [];
  visitCables(seat, cables, (...entry) => order.push(entry));
  order.sort(([, x], [, y]) => (cables.farMember[x] as number) - (cables.farMember[y] as number));
  for (const entry of order) visit(...entry);
}
