/** Paths between two members against following every way by itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDelays } from '#core/analysis/latency.ts';
import { growRoutes, type RouteRules } from '#core/analysis/route-tree.ts';
import { arbitraryFabric } from '../support/arbitrary-fabric.ts';
import { viewFabric } from '../support/generate-fabric.ts';
import { walkAllPairs } from '../support/path-oracle.ts';

/** More are not listed one by one. */
const MAX_LISTED = 40;

describe('the shortest paths of a pair', () => {
  it('are as many, as long and as quick as those found one by one, and each has a number of its own', () => {
    fc.assert(
      fc.property(arbitraryFabric, (design) => {
        const { netlist, network } = viewFabric(design);
        if (network.endpoints.length < 2) return;
        netlist.links.forEach((link, index) => Object.assign(link, { stockLengthM: 3 + 7 * index }));
        const { linkNs, nodeNs } = computeDelays(netlist, network, 'infiniband');
        const nodeOf = new Map([...network.nodeMember].map((member, node) => [member, node]));
        const relayGroups = new Set([...network.nodeMember].map((member) => netlist.memberGroup[member] as number));
        const relayNs = (member: number): number => nodeNs[nodeOf.get(member) ?? 0] ?? 0;
        const rules: RouteRules = {
          fabric: 0,
          isRelaying: (group) => relayGroups.has(group),
          connectionNs: (connection) => linkNs[netlist.connectionLink[connection] as number] as number,
          relayNs,
        };
        const { pairs } = walkAllPairs(netlist, network, (link) => linkNs[link] ?? 0, relayNs);
        const step = Math.max(1, Math.floor(pairs.length / 12));
        for (let at = 0; at < pairs.length; at += step) {
          const { from, to, hops, pathCount, ns } = pairs[at] as (typeof pairs)[number];
          const tree = growRoutes(netlist, rules, from, to);
          expect(tree.pathCount).toBe(pathCount);
          const quickest = tree.follow(tree.quickest);
          expect(quickest).toHaveLength(hops);
          expect(timeOf(quickest, from)).toBeCloseTo(ns, 6);
          const listed = Array.from({ length: Math.min(pathCount, MAX_LISTED) }, (_, rank) => tree.follow(rank));
          expect(new Set(listed.map(String)).size).toBe(listed.length);
          for (const path of listed) expect(walk(path, from)).toBe(to);
        }

        /** Member at which the cables end, taken one after the other. */
        function walk(path: readonly number[], start: number): number {
          let member = start;
          for (const connection of path) {
            const a = netlist.connectionMemberA[connection] as number;
            const b = netlist.connectionMemberB[connection] as number;
            expect([a, b]).toContain(member);
            member = a === member ? b : a;
          }
          return member;
        }

        function timeOf(path: readonly number[], start: number): number {
          return path.reduce((sum, connection, index) => {
            const end = walk(path.slice(0, index + 1), start);
            return sum + rules.connectionNs(connection) + (index === path.length - 1 ? 0 : relayNs(end));
          }, 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
