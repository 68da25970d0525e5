/**
 * Which servers make up the scale-up domains of a job, in order of placement. Members of a group fill domains in order, and a member
 * may hold several domains.
 */
import { createRandom } from '../base/random.ts';
import type { NetGroup, Netlist } from '../netlist/netlist.ts';
import { countGpus } from './job-fabric.ts';

/** Domains in parallel arrays. */
export interface DomainSeats {
  readonly count: number;
  readonly group: Uint32Array;
  /** Members firstMember .. endMember - 1, of which only those in the job count. */
  readonly firstMember: Uint32Array;
  readonly endMember: Uint32Array;
  /** 0 but where a member holds several domains: then which of its equal shares. */
  readonly part: Uint16Array;
  /** By device group: GPUs of a member, GPUs of a domain, and domains of a member. */
  readonly gpusPerMember: Uint32Array;
  readonly domainSize: Uint32Array;
  readonly partCount: Uint32Array;
}

/** Random placement is the same on every run: results compare. */
const SHUFFLE_SEED = 1;

/** `isTaken`: by member, 1 = in the job. */
export function listSeats(netlist: Netlist, isTaken: Uint8Array, isRandom: boolean): DomainSeats {
  const gpusPerMember = Uint32Array.from(netlist.groups, countGpus);
  const domainSize = Uint32Array.from(netlist.groups, ({ scaleUpDomain }) => scaleUpDomain ?? 1);
  const partCount = gpusPerMember.map((gpus, group) => Math.max(1, Math.ceil(gpus / (domainSize[group] as number))));
  const hosts = netlist.groups.map(({ count }, group) => ((gpusPerMember[group] as number) > 0 ? count : 0));
  const most = hosts.reduce((sum, count, group) => sum + count * (partCount[group] as number), 0);
  const seats = {
    group: new Uint32Array(most),
    firstMember: new Uint32Array(most),
    endMember: new Uint32Array(most),
    part: new Uint16Array(most),
  };
  let count = 0;
  for (let group = 0; group < netlist.groups.length; group += 1) {
    const own = netlist.groups[group] as NetGroup;
    const gpus = gpusPerMember[group] as number;
    if (gpus === 0) continue;
    const step = Math.max(1, Math.floor((domainSize[group] as number) / gpus));
    const end = own.firstMember + own.count;
    for (let first = own.firstMember; first < end; first += step) {
      const last = Math.min(first + step, end);
      let isAny = false;
      for (let member = first; member < last && !isAny; member += 1) isAny = isTaken[member] === 1;
      if (!isAny) continue;
      for (let part = 0; part < (partCount[group] as number); part += 1) {
        seats.group[count] = group;
        seats.firstMember[count] = first;
        seats.endMember[count] = last;
        seats.part[count] = part;
        count += 1;
      }
    }
  }
  if (isRandom) shuffle(seats, count);
  return { count, ...seats, gpusPerMember, domainSize, partCount };
}

function shuffle(seats: Pick<DomainSeats, 'group' | 'firstMember' | 'endMember' | 'part'>, count: number): void {
  const random = createRandom(SHUFFLE_SEED);
  const columns = [seats.group, seats.firstMember, seats.endMember, seats.part];
  for (let i = count - 1; i > 0; i -= 1) {
    const j = random.nextInt(i + 1);
    for (const column of columns) {
      const value = column[i] as number;
      column[i] = column[j] as number;
      column[j] = value;
    }
  }
}
