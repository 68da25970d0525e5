/**
 * Domains that nothing tells apart on the fabric: as many GPUs, and the same slots cabled to the same relays. What goes between two of
 * one class uses no cable between relays. Domains that lack cables stay alone: their NICs are watched.
 */
import type { JobDomains, JobPlacement } from './job-placement.ts';

export interface DomainClasses {
  readonly classOf: Uint32Array;
  /** By class: a domain of it. */
  readonly example: readonly number[];
}

/** `entry`: by cable, the relay it leads into. */
export function classifyDomains({ domains }: JobPlacement, entry: Uint32Array, isLacking: Uint8Array): DomainClasses {
  const { count, firstCable } = domains;
  const classOf = new Uint32Array(count);
  const example: number[] = [];
  const byHash = new Map<number, number[]>();
  let last = -1;
  for (let domain = 0; domain < count; domain += 1) {
    if (isLacking[domain] === 1) {
      classOf[domain] = example.length;
      example.push(domain);
      continue;
    }
    // Neighbours are most often alike.
    if (last >= 0 && isAlike(domains, entry, last, domain)) {
      classOf[domain] = classOf[last] as number;
      continue;
    }
    last = domain;
    let hash = 0;
    for (let i = firstCable[domain] as number; i < (firstCable[domain + 1] as number); i += 1) {
      hash = (Math.imul(hash, 31) + (entry[i] as number)) | 0;
    }
    const candidates = byHash.get(hash) ?? [];
    byHash.set(hash, candidates);
    let own = candidates.find((other) => isAlike(domains, entry, example[other] as number, domain));
    if (own === undefined) {
      own = example.length;
      example.push(domain);
      candidates.push(own);
    }
    classOf[domain] = own;
  }
  return { classOf, example };
}

function isAlike(
  { firstRank, slotCount, firstCable, cables: { slot, gbps } }: JobDomains,
  entry: Uint32Array,
  x: number,
  y: number,
): boolean {
  const firstX = firstCable[x] as number;
  const firstY = firstCable[y] as number;
  const own = (firstCable[x + 1] as number) - firstX;
  const ranksX = (firstRank[x + 1] as number) - (firstRank[x] as number);
  if (ranksX !== (firstRank[y + 1] as number) - (firstRank[y] as number)) return false;
  if (slotCount[x] !== slotCount[y] || (firstCable[y + 1] as number) - firstY !== own) return false;
  for (let i = 0; i < own; i += 1) {
    if (entry[firstX + i] !== entry[firstY + i]) return false;
    if (slot[firstX + i] !== slot[firstY + i]) return false;
    if (gbps[firstX + i] !== gbps[firstY + i]) return false;
  }
  return true;
}
