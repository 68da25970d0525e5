/** Max-min fair rates by the definition: raise all rates by the largest step that fits, fix who cannot rise, repeat. Slow and plain. */
export interface SharedFlow {
  readonly hops: readonly { readonly link: number; readonly share: number }[];
  readonly weight: number;
  readonly cap: number;
}

export function fillProgressively(flows: readonly SharedFlow[], capacity: readonly number[]): number[] {
  const level = flows.map(() => 0);
  const rises = flows.map(() => true);
  const sum = (link: number, of: (flow: SharedFlow, index: number) => number): number =>
    flows.reduce(
      (total, flow, index) =>
        total + flow.hops.reduce((part, hop) => part + (hop.link === link ? hop.share * of(flow, index) : 0), 0),
      0,
    );
  while (rises.includes(true)) {
    let step = Number.POSITIVE_INFINITY;
    const room = capacity.map((most, link) => most - sum(link, (flow, i) => flow.weight * (level[i] ?? 0)));
    const rise = capacity.map((_, link) => sum(link, (flow, i) => (rises[i] ? flow.weight : 0)));
    capacity.forEach((_, link) => {
      if ((rise[link] ?? 0) > 1e-12) step = Math.min(step, (room[link] ?? 0) / (rise[link] ?? 1));
    });
    flows.forEach((flow, i) => {
      if (rises[i]) step = Math.min(step, flow.cap / flow.weight - (level[i] ?? 0));
    });
    if (step === Number.POSITIVE_INFINITY) break;
    step = Math.max(0, step);
    flows.forEach((_, i) => {
      if (rises[i]) level[i] = (level[i] ?? 0) + step;
    });
    flows.forEach((flow, i) => {
      const isFull = flow.hops.some(
        ({ link }) => (room[link] ?? 0) - step * (rise[link] ?? 0) <= 1e-9 * (capacity[link] ?? 0),
      );
      if (isFull || (level[i] ?? 0) * flow.weight >= flow.cap * (1 - 1e-9)) rises[i] = false;
    });
  }
  return flows.map((flow, i) => (rises[i] ? Number.POSITIVE_INFINITY : (level[i] ?? 0) * flow.weight));
}
