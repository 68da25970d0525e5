/** What must hold of tenants on any drawing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFirst } from '#core/analysis/analyse.ts';
import type { TenantReport } from '#core/analysis/tenant-report.ts';
import { computeTenants } from '#core/analysis/tenants.ts';
import { Memory } from '#core/base/memory.ts';
import { createScenario } from '#core/design/scenario.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { NetGroup, Netlist } from '#core/netlist/netlist.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

const RUNS = 80;

/** Where a run lies: which group, from where, how long; each beyond what there is wraps round. */
const cuts = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 });

function withTenants(design: Design, wanted: readonly [number, number, number][]): Design {
  const ids = Object.keys(design.devices);
  const scenarios = wanted.flatMap(([which, from, length], index) => {
    const device = design.devices[ids[which % ids.length] ?? ''];
    if (!device) return [];
    const first = from % device.count;
    const members = { first, count: 1 + (length % (device.count - first)) };
    const group = { kind: 'tenant' as const, name: `T${index}`, runs: [{ deviceId: device.id, members }] };
    return [{ ...createScenario(`s${index}`, `S${index}`), group }];
  });
  const { currentScenarioId: _, ...rest } = design;
  return { ...rest, scenarios: Object.fromEntries(scenarios.map((own) => [own.id, own])) };
}

function checkAll(check: (report: TenantReport, netlist: Netlist) => void): void {
  fc.assert(
    fc.property(arbitraryDesign, cuts, (design, wanted) => {
      const { netlist } = elaborate(withTenants(design, wanted), builtInCatalog);
      const { tenants } = computeTenants(netlist, new Memory());
      if (tenants) check(tenants, netlist);
    }),
    { numRuns: RUNS },
  );
}

describe('tenants', () => {
  it('and what is free are all GPUs, where nothing is claimed twice', () => {
    checkAll(({ tenants, devices, free, claimedTwice }, netlist) => {
      const { gpuCount } = analyseFirst(netlist, new Memory()).totals;
      for (const { memberCount, shares } of devices) {
        expect(shares.reduce((sum, { count }) => sum + count, 0)).toBe(memberCount);
      }
      const held = tenants.reduce((sum, own) => sum + own.gpuCount, 0);
      if (claimedTwice.gpuCount === 0) expect(held + free.gpuCount).toBe(gpuCount);
      else expect(held + free.gpuCount).toBeGreaterThan(gpuCount);
    });
  });

  it('are on every switch that one of their servers is cabled to, and on no other', () => {
    checkAll(({ devices, fabrics }, netlist) => {
      const found = new Map<string, number>();
      for (const { switches } of fabrics) {
        for (const { deviceId, tenants, count } of switches) {
          const key = `${deviceId} ${tenants.join()}`;
          found.set(key, (found.get(key) ?? 0) + count);
        }
      }
      expect(found).toEqual(countByCable(netlist, devices));
    });
  });
});

/** Cable by cable. */
function countByCable(netlist: Netlist, devices: TenantReport['devices']): Map<string, number> {
  const { groups, blocks, links, fabrics } = netlist;
  const tenantsOf = (member: number, group: NetGroup): readonly number[] => {
    const shares = devices.find(({ deviceId }) => deviceId === group.deviceId)?.shares ?? [];
    const at = member - group.firstMember;
    const own = shares.find(({ runs }) => runs.some(({ first, count }) => at >= first && at < first + count));
    return own?.tenants ?? [];
  };
  const met = new Map<string, Set<number>>();
  for (const link of links) {
    if (fabrics[link.fabric]?.purpose === 'oob') continue;
    if ([link.blockA, link.blockB].some((block) => blocks[block]?.block.role === 'mgmt')) continue;
    for (let i = link.firstConnection; i < link.firstConnection + link.connectionCount; i += 1) {
      const a = { group: groups[link.groupA] as NetGroup, member: netlist.connectionMemberA[i] as number };
      const b = { group: groups[link.groupB] as NetGroup, member: netlist.connectionMemberB[i] as number };
      for (const [server, relay] of [
        [a, b],
        [b, a],
      ] as const) {
        if (relay.group.part?.kind !== 'switch') continue;
        const key = `${link.fabric} ${relay.group.deviceId} ${relay.member}`;
        const set = met.get(key) ?? new Set<number>();
        for (const tenant of tenantsOf(server.member, server.group)) set.add(tenant);
        met.set(key, set);
      }
    }
  }
  const counts = new Map<string, number>();
  for (const [key, set] of met) {
    if (set.size === 0) continue;
    const name = `${key.split(' ')[1]} ${[...set].sort((x, y) => x - y).join()}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
