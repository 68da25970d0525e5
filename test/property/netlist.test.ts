/** What must hold for the netlist and report of any drawing, finished or not. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import type { Report } from '#core/analysis/report.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { BLOCKED, type Netlist, NONE } from '#core/netlist/netlist.ts';
import { arbitraryDesign } from '../support/arbitrary-design.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';

// Two hundred designs take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

function checkAll(check: (netlist: Netlist, report: Report, design: Design) => void): void {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const { netlist, diagnostics } = elaborate(design, builtInCatalog);
      check(netlist, analyse(netlist, diagnostics), design);
    }),
    { numRuns: 120 },
  );
}

function checkNetlists(check: (netlist: Netlist, design: Design) => void): void {
  fc.assert(
    fc.property(arbitraryDesign, (design) => check(elaborate(design, builtInCatalog).netlist, design)),
    { numRuns: 120 },
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('ports', () => {
  it('used + free = owned, for every port block and in all', () => {
    checkAll((netlist, report) => {
      for (const use of report.ports) expect(use.portsUsed + use.portsFree).toBe(use.portsOwned);
      expect(report.totals.portsUsed + report.totals.portsFree).toBe(netlist.portCount);
    });
  });

  it('every connection takes two ports and no port serves two', () => {
    checkAll((netlist, report) => {
      const ends = [...netlist.connectionPortA, ...netlist.connectionPortB];
      expect(new Set(ends).size).toBe(ends.length);
      expect(report.totals.portsUsed).toBe(2 * netlist.connectionCount);
    });
  });

  it('lie in their cage, on the member and block that the link names', () => {
    checkNetlists((netlist) => {
      for (let connection = 0; connection < netlist.connectionCount; connection += 1) {
        const link = netlist.links[netlist.connectionLink[connection] as number];
        for (const [ports, members, block] of [
          [netlist.connectionPortA, netlist.connectionMemberA, link?.blockA],
          [netlist.connectionPortB, netlist.connectionMemberB, link?.blockB],
        ] as const) {
          const port = ports[connection] as number;
          const cage = netlist.portCage[port] as number;
          expect(netlist.portConnection[port]).toBe(connection);
          expect(netlist.cageMember[cage]).toBe(members[connection]);
          expect(netlist.cageBlock[cage]).toBe(block);
          const mode = netlist.blocks[block as number]?.block.modes[netlist.cageMode[cage] as number];
          expect(mode?.speedGbps).toBe(link?.speedGbps);
        }
      }
    });
  });

  it('are on the members and places that the link names', () => {
    checkNetlists((netlist, design) => {
      for (let connection = 0; connection < netlist.connectionCount; connection += 1) {
        const netLink = netlist.links[netlist.connectionLink[connection] as number];
        const link = design.links[netLink?.linkId ?? ''];
        for (const [end, ports, blockIndex] of [
          [link?.a, netlist.connectionPortA, netLink?.blockA],
          [link?.b, netlist.connectionPortB, netLink?.blockB],
        ] as const) {
          const block = netlist.blocks[blockIndex as number];
          const group = netlist.groups[block?.group ?? 0];
          const port = ports[connection] as number;
          const cage = netlist.portCage[port] as number;
          const member = (netlist.cageMember[cage] as number) - (group?.firstMember ?? 0);
          const run = end?.members ?? { first: 0, count: group?.count ?? 0 };
          expect(member >= run.first && member < run.first + run.count).toBe(true);
          if (!end?.ports || !block) continue;
          const cageOfMember = cage - block.firstCage - member * block.cagesPerMember;
          const portsPerCage = (netlist.cageFirstPort[cage + 1] as number) - (netlist.cageFirstPort[cage] as number);
          const place = cageOfMember * portsPerCage + port - (netlist.cageFirstPort[cage] as number);
          expect(place).toBeGreaterThanOrEqual(end.ports.first);
          expect((place - end.ports.first) % end.ports.step).toBe(0);
        }
      }
    });
  });

  it('are none on a blocked cage, which follows a split one', () => {
    checkAll((netlist, report) => {
      let blockedCount = 0;
      for (let cage = 0; cage < netlist.cageCount; cage += 1) {
        if (netlist.cageMode[cage] !== BLOCKED) continue;
        blockedCount += 1;
        expect(netlist.cageFirstPort[cage]).toBe(netlist.cageFirstPort[cage + 1]);
        const block = netlist.blocks[netlist.cageBlock[cage] as number];
        expect(block?.block.modes[netlist.cageMode[cage - 1] as number]?.blocksNextCage).toBe(true);
        expect(netlist.cageMember[cage - 1]).toBe(netlist.cageMember[cage]);
      }
      expect(sum(report.ports.map((use) => use.cagesBlocked))).toBe(blockedCount);
    });
  });

  it('what a link lacks of its drawing is reported', () => {
    checkAll((netlist, report) => {
      for (const link of netlist.links) {
        expect(link.connectionCount).toBeLessThanOrEqual(link.requestedCount);
        if (link.connectionCount === link.requestedCount) continue;
        const found = report.problems.some(
          (problem) => /^(ports|growth)\./.test(problem.code) && problem.where.some((ref) => ref.id === link.linkId),
        );
        expect(found).toBe(true);
      }
    });
  });
});

describe('bill of materials', () => {
  it('totals equal the counts of the netlist', () => {
    checkAll((netlist, report) => {
      const quantityOf = (...categories: string[]): number =>
        sum(report.bom.filter((line) => categories.includes(line.category)).map((line) => line.quantity));
      expect(quantityOf('server', 'switch')).toBe(netlist.memberCount);
      expect(quantityOf('transceiver')).toBe(netlist.transceiverCount);
      expect(quantityOf('cable')).toBe(netlist.cableCount);
      expect(quantityOf('rack')).toBe(netlist.rackCount);
      expect(sum(report.links.map((link) => link.cableCount))).toBe(netlist.cableCount);
    });
  });

  it('has no line twice', () => {
    checkAll((_netlist, report) => {
      const keys = report.bom.map((line) => `${line.category}|${line.partId}|${line.model}|${line.lengthM}`);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });
});

describe('cables and transceivers', () => {
  it('one module a cage, in a cage that carries a connection', () => {
    checkNetlists((netlist) => {
      expect(new Set(netlist.transceiverCage).size).toBe(netlist.transceiverCount);
      for (const cage of netlist.transceiverCage) {
        const ports = netlist.portConnection.slice(netlist.cageFirstPort[cage], netlist.cageFirstPort[cage + 1]);
        expect(ports.some((connection) => connection !== NONE)).toBe(true);
      }
    });
  });

  it('an assembly joins the cages of its connections', () => {
    checkNetlists((netlist) => {
      netlist.connectionCable.forEach((cable, connection) => {
        if (cable === NONE) return;
        expect(netlist.cableLink[cable]).toBe(netlist.connectionLink[connection]);
      });
    });
  });
});

describe('report', () => {
  it('is plain data, the same for the same design', () => {
    fc.assert(
      fc.property(arbitraryDesign, (design) => {
        const reports = [1, 2].map(() => {
          const { netlist, diagnostics } = elaborate(structuredClone(design), builtInCatalog);
          return analyse(netlist, diagnostics);
        });
        expect(reports[0]).toEqual(reports[1]);
        expect(structuredClone(reports[0])).toEqual(reports[0]);
      }),
      { numRuns: 50 },
    );
  });

  it('power: devices add up to the total, and a bisection never exceeds its injection', () => {
    checkAll((_netlist, report) => {
      expect(sum(report.power.devices.map((line) => line.maxW.value))).toBeCloseTo(report.power.maxW.value, 6);
      for (const fabric of report.fabrics) {
        if (fabric.bisection) expect(fabric.bisection.ratio).toBeLessThanOrEqual(1 + 1e-9);
      }
    });
  });

  it('points only at objects of the design', () => {
    checkAll((_netlist, report, design) => {
      const records: Record<string, Record<string, unknown>> = {
        device: design.devices,
        rack: design.racks,
        link: design.links,
        fabric: design.fabrics,
        room: design.rooms ?? {},
        row: design.rows ?? {},
        feed: design.feeds ?? {},
        zone: design.coolingZones ?? {},
        cdu: design.cduGroups ?? {},
      };
      for (const problem of report.problems) {
        for (const ref of problem.where) expect(records[ref.kind]?.[ref.id]).toBeDefined();
      }
    });
  });
});
