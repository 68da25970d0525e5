/** Endpoints that hang on the same relays with the same cables: what holds for the attachments of one holds for those of all. */
import type { Attachments } from './fabric-network.ts';

export interface AttachmentGroups {
  readonly groupCount: number;
  /** By endpoint. Groups are numbered as their first endpoints stand. */
  readonly groupOf: Uint32Array;
  /** By group: its first endpoint, and how many there are. */
  readonly example: Uint32Array;
  readonly size: Uint32Array;
}

const known = new WeakMap<Attachments, AttachmentGroups>();

/** Linear in the attachments; once for each list of them. */
export function groupAttachments(attachments: Attachments): AttachmentGroups {
  const groups = known.get(attachments) ?? findGroups(attachments);
  known.set(attachments, groups);
  return groups;
}

function findGroups(attachments: Attachments): AttachmentGroups {
  const endpointCount = attachments.first.length - 1;
  const groupOf = new Uint32Array(endpointCount);
  const example: number[] = [];
  const size: number[] = [];
  const byHash = new Map<number, number[]>();
  for (let endpoint = 0; endpoint < endpointCount; endpoint += 1) {
    // Neighbours are alike more often than not.
    let group = endpoint === 0 ? -1 : (groupOf[endpoint - 1] as number);
    if (group < 0 || !isSameAttached(attachments, example[group] as number, endpoint)) {
      const hash = hashAttachments(attachments, endpoint);
      const candidates = byHash.get(hash) ?? [];
      byHash.set(hash, candidates);
      group = candidates.find((other) => isSameAttached(attachments, example[other] as number, endpoint)) ?? -1;
      if (group < 0) {
        group = example.length;
        candidates.push(group);
        example.push(endpoint);
        size.push(0);
      }
    }
    size[group] = (size[group] as number) + 1;
    groupOf[endpoint] = group;
  }
  return { groupCount: example.length, groupOf, example: Uint32Array.from(example), size: Uint32Array.from(size) };
}

function hashAttachments({ first, node, cableCount }: Attachments, endpoint: number): number {
  const end = first[endpoint + 1] as number;
  let hash = 0;
  for (let i = first[endpoint] as number; i < end; i += 1) {
    hash = (Math.imul(hash, 31) + (node[i] as number) + Math.imul(cableCount[i] as number, 7919)) >>> 0;
  }
  return hash;
}

function isSameAttached({ first, node, link, cableCount }: Attachments, x: number, y: number): boolean {
  const firstX = first[x] as number;
  const firstY = first[y] as number;
  const count = (first[x + 1] as number) - firstX;
  if ((first[y + 1] as number) - firstY !== count) return false;
  for (let i = 0; i < count; i += 1) {
    if (
      node[firstX + i] !== node[firstY + i] ||
      link[firstX + i] !== link[firstY + i] ||
      cableCount[firstX + i] !== cableCount[firstY + i]
    ) {
      return false;
    }
  }
  return true;
}
