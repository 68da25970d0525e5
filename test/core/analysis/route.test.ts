/**
 * 16 DGX H100 on eight rails, two pods of eight: leaf r of a pod takes rail r of its servers. Two servers of one pod meet over
 * one leaf, eight ways, one a rail; those of different pods over leaf, spine, leaf.
 */
import { describe, expect, it } from 'vitest';
import { createRouteFinder, type Route, type RouteQuery } from '#core/analysis/route.ts';
import type { Design } from '#core/design/design.ts';
import { createScenario } from '#core/design/scenario.ts';
import { createCableEnds } from '#core/netlist/cable-ends.ts';
import { createCableLabels } from '#core/netlist/cable-labels.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { builtInCatalog } from '../../support/built-in-catalog.ts';
import { generateDesign } from '../../support/generate-design.ts';

const design = generateDesign({
  name: 'Two pods',
  endpoint: { partId: 'dgx-h100' },
  endpointCount: 16,
  fabrics: [
    {
      id: 'compute',
      purpose: 'compute',
      technology: 'infiniband',
      topology: 'rail-optimised',
      speedGbps: 400,
      leaf: { partId: 'qm9700' },
      endpointsPerUnit: 8,
    },
  ],
});
const [servers] = Object.values(design.devices).filter(({ role }) => role === 'endpoint');
const deviceId = servers?.id ?? '';

function ask(drawn: Design, query: Partial<RouteQuery>) {
  const { netlist } = elaborate(drawn, builtInCatalog);
  const ends = createCableEnds(netlist);
  const sources = { netlist, ends, labels: createCableLabels(netlist, ends) };
  const between = { from: { deviceId, member: 0 }, to: { deviceId, member: 1 }, fabricId: null, rank: null };
  return createRouteFinder(sources)({ ...between, ...query });
}

function route(query: Partial<RouteQuery>, drawn = design): Route {
  const found = ask(drawn, query);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

describe('a path', () => {
  it('inside a pod goes over one leaf, on one of eight rails', () => {
    const found = route({});
    expect(found.pathCount).toBe(8);
    expect(found.stops.map(({ groupName }) => groupName)).toEqual(['DGX H100', 'Leaf', 'DGX H100']);
    expect(found.hops).toHaveLength(2);
    expect(found.hops.map(({ speedGbps }) => speedGbps)).toEqual([400, 400]);
    const rails = Array.from({ length: 8 }, (_, rank) => route({ rank }).stops[1]?.name);
    expect(new Set(rails).size).toBe(8);
  });

  it('adds up: interfaces, cables as bought, error correction and switches', () => {
    const { hops, stops, totalNs, lengthM } = route({ to: { deviceId, member: 9 } });
    expect(stops.map(({ groupName }) => groupName)).toEqual(['DGX H100', 'Leaf', 'Spine', 'Leaf', 'DGX H100']);
    // 700 ns an end, 350 ns an InfiniBand switch of unknown latency, 5 ns a metre, 100 ns of correction a PAM4 link.
    const metres = hops.reduce((sum, hop) => sum + hop.cableLengthM, 0);
    expect(totalNs).toBeCloseTo(2 * 700 + 3 * 350 + 4 * 100 + 5 * metres, 6);
    expect(lengthM).toBeLessThanOrEqual(metres);
    expect(hops.every(({ label, portA, portB }) => label !== '' && portA !== '' && portB !== '')).toBe(true);
  });

  it('runs the other way round over the same kind of hops', () => {
    const there = route({ to: { deviceId, member: 9 } });
    const back = route({ from: { deviceId, member: 9 }, to: { deviceId, member: 0 } });
    expect(back.pathCount).toBe(there.pathCount);
    expect(back.totalNs).toBeCloseTo(there.totalNs, 6);
  });

  it('avoids what is broken, and says when nothing is left', () => {
    const leaf = route({}).stops[1];
    const broken = (failures: ReturnType<typeof createScenario>['failures']): Design => ({
      ...design,
      scenarios: { s: { ...createScenario('s', 'Broken'), failures } },
      currentScenarioId: 's',
    });
    const leafId = leaf?.deviceId ?? '';
    const one = broken([{ kind: 'device', deviceId: leafId, members: { first: leaf?.member ?? 0, count: 1 } }]);
    expect(route({}, one).pathCount).toBe(7);
    const all = ask(broken([{ kind: 'device', deviceId: leafId }]), {});
    expect(!all.ok && all.error).toContain('What is broken leaves no way');
    const self = ask(broken([{ kind: 'device', deviceId, members: { first: 1, count: 1 } }]), {});
    expect(!self.ok && self.error).toContain('itself is broken');
  });

  it('is refused between a device and itself, or one that is gone', () => {
    expect(ask(design, { to: { deviceId, member: 0 } }).ok).toBe(false);
    expect(ask(design, { to: { deviceId, member: 16 } }).ok).toBe(false);
    expect(ask(design, { to: { deviceId: 'nowhere', member: 0 } }).ok).toBe(false);
  });
});
