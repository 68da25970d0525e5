/** How many domains a group of the job spans, and how much of their NICs it has to itself beside groups that run at once. */
import type { JobPlacement } from './job-placement.ts';

export interface NicShare {
  /** N, of the group that spans the most domains. */
  readonly domainCount: number;
  /** Of the best-equipped domain: what it lacks elsewhere shows as a cut. */
  readonly nicsPerDomain: number;
  readonly nicGbps: number;
}

const known = new WeakMap<JobPlacement, NicShare>();

/** Once for each placement. */
export function measureNicShare(placement: JobPlacement): NicShare {
  const share = known.get(placement) ?? computeNicShare(placement);
  known.set(placement, share);
  return share;
}

function computeNicShare(placement: JobPlacement): NicShare {
  const { domains, groupCount, groupSize, groupRanks, rankDomain } = placement;
  const active = countActive(placement);
  const gbps = sumDomainGbps(placement);
  let domainCount = 1;
  let perRank = 0;
  let nicsPerRank = 0;
  let ranksInDomain = 1;
  for (let group = 0; group < groupCount; group += 1) {
    const end = (group + 1) * groupSize;
    let count = 0;
    let last = -1;
    for (let at = group * groupSize; at < end; at += 1) {
      const domain = rankDomain[groupRanks[at] as number] as number;
      if (domain !== last) count += 1;
      last = domain;
    }
    if (count < domainCount) continue;
    domainCount = count;
    ranksInDomain = groupSize / count;
  }
  for (let domain = 0; domain < domains.count; domain += 1) {
    if (active[domain] === 0) continue;
    const own = (gbps[domain] as number) / (active[domain] as number);
    if (own <= perRank) continue;
    perRank = own;
    const cableCount = (domains.firstCable[domain + 1] as number) - (domains.firstCable[domain] as number);
    nicsPerRank = Math.min(cableCount / (active[domain] as number), 1);
  }
  const nicsPerDomain = nicsPerRank * ranksInDomain;
  return { domainCount, nicsPerDomain, nicGbps: nicsPerDomain > 0 ? (perRank * ranksInDomain) / nicsPerDomain : 0 };
}

/** By domain: ranks that are in some group. */
function countActive({ domains, groupRanks, rankDomain }: JobPlacement): Uint32Array {
  const active = new Uint32Array(domains.count);
  for (let i = 0; i < groupRanks.length; i += 1) {
    const domain = rankDomain[groupRanks[i] as number] as number;
    active[domain] = (active[domain] as number) + 1;
  }
  return active;
}

/** By domain: its working cables together. */
export function sumDomainGbps({ domains }: JobPlacement): Float64Array {
  const { firstCable, cables } = domains;
  const gbps = new Float64Array(domains.count);
  for (let domain = 0; domain < domains.count; domain += 1) {
    for (let i = firstCable[domain] as number; i < (firstCable[domain + 1] as number); i += 1) {
      gbps[domain] = (gbps[domain] as number) + (cables.gbps[i] as number);
    }
  }
  return gbps;
}

/** A domain this much below the best lacks something. */
const LACKING = 1 - 1e-6;

/** By domain: 1 = less bandwidth a GPU than the best has. */
export function findLacking(placement: JobPlacement): Uint8Array {
  const active = countActive(placement);
  const gbps = sumDomainGbps(placement);
  let best = 0;
  for (let domain = 0; domain < gbps.length; domain += 1) {
    if (active[domain] !== 0) best = Math.max(best, (gbps[domain] as number) / (active[domain] as number));
  }
  const isLacking = new Uint8Array(gbps.length);
  for (let domain = 0; domain < gbps.length; domain += 1) {
    if (active[domain] === 0) continue;
    if ((gbps[domain] as number) / (active[domain] as number) < best * LACKING) isLacking[domain] = 1;
  }
  return isLacking;
}
