/**
 * What a fair share is worked out on: the links that two flows or more share, with dense numbers, and for links of one flow alone
 * nothing but a lower cap of that flow.
 */
import type { FlowLimits, FlowPaths } from './flow-paths.ts';

/** Flows are numbered by their place in `flows`. */
export interface SharedLinks {
  readonly flows: Uint32Array;
  /** By shared link: its number in the paths, its capacity, and its flows from firstFlow[l] to firstFlow[l + 1] - 1. */
  readonly links: Uint32Array;
  readonly capacity: Float64Array;
  readonly firstFlow: Uint32Array;
  readonly linkFlow: Uint32Array;
  /** Shared links of flow p are hop[firstHop[p]] .. hop[firstHop[p + 1] - 1]; `share` beside them, null = 1. */
  readonly firstHop: Uint32Array;
  readonly hop: Uint32Array;
  readonly share: Float32Array | Float64Array | null;
  /** By flow, its own and that of its links for itself; Infinity = none. */
  readonly cap: Float64Array;
}

export function findSharedLinks(
  paths: FlowPaths,
  capacity: Float64Array,
  flows: Uint32Array,
  limits: FlowLimits,
): SharedLinks {
  const { first, link, share } = paths;
  const uses = new Uint32Array(capacity.length);
  let hopCount = 0;
  for (const flow of flows) {
    for (let i = first[flow] as number; i < (first[flow + 1] as number); i += 1) {
      uses[link[i] as number] = (uses[link[i] as number] as number) + 1;
      if (uses[link[i] as number] === 2) hopCount += 2;
      else if ((uses[link[i] as number] as number) > 2) hopCount += 1;
    }
  }
  const numberOf = new Int32Array(capacity.length).fill(-1);
  const links = new Uint32Array(hopCount);
  let linkCount = 0;
  const firstHop = new Uint32Array(flows.length + 1);
  const hop = new Uint32Array(hopCount);
  const hopShare =
    share === null ? null : share instanceof Float32Array ? new Float32Array(hopCount) : new Float64Array(hopCount);
  const cap = new Float64Array(flows.length).fill(Number.POSITIVE_INFINITY);
  let at = 0;
  for (let p = 0; p < flows.length; p += 1) {
    const flow = flows[p] as number;
    let least = limits.cap === null ? Number.POSITIVE_INFINITY : (limits.cap[flow] as number);
    for (let i = first[flow] as number; i < (first[flow + 1] as number); i += 1) {
      const own = link[i] as number;
      const part = share === null ? 1 : (share[i] as number);
      if (uses[own] === 1) {
        least = Math.min(least, (capacity[own] as number) / part);
        continue;
      }
      if (numberOf[own] === -1) {
        numberOf[own] = linkCount;
        links[linkCount] = own;
        linkCount += 1;
      }
      hop[at] = numberOf[own] as number;
      if (hopShare !== null) hopShare[at] = part;
      at += 1;
    }
    cap[p] = least;
    firstHop[p + 1] = at;
  }
  const used = links.slice(0, linkCount);
  return {
    flows,
    links: used,
    capacity: Float64Array.from(used, (own) => capacity[own] as number),
    ...listFlows(linkCount, firstHop, hop),
    firstHop,
    hop,
    share: hopShare,
    cap,
  };
}

function listFlows(
  linkCount: number,
  firstHop: Uint32Array,
  hop: Uint32Array,
): { firstFlow: Uint32Array; linkFlow: Uint32Array } {
  const firstFlow = new Uint32Array(linkCount + 1);
  for (const link of hop) firstFlow[link + 1] = (firstFlow[link + 1] as number) + 1;
  for (let link = 0; link < linkCount; link += 1) {
    firstFlow[link + 1] = (firstFlow[link + 1] as number) + (firstFlow[link] as number);
  }
  const cursor = firstFlow.slice();
  const linkFlow = new Uint32Array(hop.length);
  for (let p = 0; p + 1 < firstHop.length; p += 1) {
    for (let i = firstHop[p] as number; i < (firstHop[p + 1] as number); i += 1) {
      const at = cursor[hop[i] as number] as number;
      cursor[hop[i] as number] = at + 1;
      linkFlow[at] = p;
    }
  }
  return { firstFlow, linkFlow };
}
