/** Max-min fair rates of flows written as lists. */
import { FairShare } from '#core/graph/fair-share.ts';
import type { SharedFlow } from './progressive-filling.ts';

export function shareFairly(flows: readonly SharedFlow[], capacity: readonly number[]): number[] {
  const first = new Uint32Array(flows.length + 1);
  flows.forEach((flow, i) => {
    first[i + 1] = (first[i] ?? 0) + flow.hops.length;
  });
  const hops = flows.flatMap((flow) => flow.hops);
  const isWhole = hops.every((hop) => hop.share === 1);
  const paths = {
    flowCount: flows.length,
    first,
    link: Uint32Array.from(hops, (hop) => hop.link),
    share: isWhole ? null : Float64Array.from(hops, (hop) => hop.share),
  };
  const limits = {
    weight: flows.every((flow) => flow.weight === 1) ? null : Float64Array.from(flows, (flow) => flow.weight),
    cap: flows.every((flow) => flow.cap === Number.POSITIVE_INFINITY)
      ? null
      : Float64Array.from(flows, (flow) => flow.cap),
  };
  const all = Uint32Array.from(flows, (_, i) => i);
  const rates = new Float64Array(flows.length);
  new FairShare(paths, Float64Array.from(capacity), all, limits).fill(new Uint8Array(flows.length), rates);
  return [...rates];
}
