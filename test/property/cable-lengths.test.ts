/** What must hold for every cable on any floor, finished or not. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { Memory } from '#core/base/memory.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import { type Netlist, NONE } from '#core/netlist/netlist.ts';
import { computeRunLength, createRackPlaces } from '#core/netlist/route-cable.ts';
import { arbitraryFloorDesign, drawFloor } from '../support/arbitrary-floor.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { Dice } from '../support/dice.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Lengths are kept in 32 bits. */
const SLACK_M = 1e-3;

function check(look: (netlist: Netlist, design: Design) => void, numRuns = 100): void {
  fc.assert(
    fc.property(arbitraryFloorDesign, (design) => look(elaborate(design, builtInCatalog).netlist, design)),
    { numRuns },
  );
}

describe('a run of cable', () => {
  it('is no shorter than the way from rack to rack and the slack at both ends', () => {
    check((netlist) => {
      const { memberRack, rackRow, rackX, rackY, cabling } = netlist;
      for (let i = 0; i < netlist.connectionCount; i += 1) {
        const a = memberRack[netlist.connectionMemberA[i] as number] as number;
        const b = memberRack[netlist.connectionMemberB[i] as number] as number;
        const link = netlist.links[netlist.connectionLink[i] as number];
        const runM = netlist.connectionLengthM[i] as number;
        const isOnFloor = a !== NONE && b !== NONE && rackRow[a] !== NONE && rackRow[b] !== NONE;
        expect(netlist.connectionRouted[i]).toBe(isOnFloor || (a === b && a !== NONE) ? 1 : 0);
        if (netlist.connectionRouted[i] === 0) expect(runM).toBeCloseTo(link?.plannedLengthM ?? 0, 3);
        else if (a === b) expect(runM).toBeGreaterThanOrEqual(2 * cabling.slackInRackM - SLACK_M);
        else {
          const awayM =
            Math.abs((rackX[a] as number) - (rackX[b] as number)) +
            Math.abs((rackY[a] as number) - (rackY[b] as number));
          expect(runM).toBeGreaterThanOrEqual(awayM + 2 * cabling.slackM - SLACK_M);
        }
      }
    });
  });

  it('is as long the other way round', () => {
    check(({ floor, rackRow, rackSlot, rackCount, cabling }) => {
      const places = createRackPlaces(floor, rackRow, rackSlot);
      for (let a = 0; a < rackCount; a += 1) {
        for (let b = 0; b < a; b += 1) {
          const there = computeRunLength(places, cabling, a, 0.5, b, 1.9);
          expect(computeRunLength(places, cabling, b, 1.9, a, 0.5)).toBe(there);
        }
      }
    });
  });

  it('is covered by what is bought, and no run of a link is longer than what its medium must reach', () => {
    check((netlist) => {
      for (let cable = 0; cable < netlist.cableCount; cable += 1) {
        const runM = netlist.cableLengthM[cable] as number;
        expect(netlist.cableStocks[netlist.cableStock[cable] as number]?.lengthM).toBeGreaterThanOrEqual(
          runM - SLACK_M,
        );
      }
      netlist.connectionCable.forEach((cable, connection) => {
        const runM = netlist.connectionLengthM[connection] as number;
        const link = netlist.links[netlist.connectionLink[connection] as number];
        expect(link?.lengthM).toBeGreaterThanOrEqual(runM - SLACK_M);
        if (cable !== NONE) expect(netlist.cableLengthM[cable]).toBeGreaterThanOrEqual(runM);
      });
    });
  });
});

describe('the report on a floor', () => {
  it('buys every cable once, and counts every cable in one place', () => {
    fc.assert(
      fc.property(arbitraryFloorDesign, (design) => {
        const { netlist, diagnostics } = elaborate(design, builtInCatalog);
        const { bom, deployability, trays } = analyse(netlist, diagnostics);
        const lines = bom.filter(({ category }) => category === 'cable');
        const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
        expect(sum(lines.map(({ quantity }) => quantity))).toBe(netlist.cableCount);
        expect(sum(lines.map(({ quantity, lengthM }) => quantity * (lengthM ?? 0)))).toBeCloseTo(
          deployability.boughtTotalM,
          6,
        );
        expect(sum(deployability.lengths.map(({ cableCount }) => cableCount))).toBe(netlist.cableCount);
        expect(sum(deployability.links.map(({ cableCount }) => cableCount))).toBe(netlist.cableCount);
        const { inRackCount, inRowCount, crossRowCount, crossRoomCount } = deployability;
        expect(inRackCount + inRowCount + crossRowCount + crossRoomCount).toBeLessThanOrEqual(netlist.cableCount);
        expect(crossRoomCount).toBe(trays?.betweenRoomsCount);
        for (const { segments, fullestIndex } of trays?.trays ?? []) {
          expect(Math.max(...segments.map(({ fill }) => fill))).toBe(segments[fullestIndex]?.fill);
          segments.forEach(({ fromM, toM }, i) => {
            expect(toM).toBeGreaterThan(fromM);
            expect(fromM).toBeGreaterThanOrEqual(segments[i - 1]?.toM ?? fromM);
          });
        }
        const { alikeness } = deployability;
        expect(alikeness.patternCount).toBeLessThanOrEqual(alikeness.rackCount);
      }),
      { numRuns: 60 },
    );
  });

  it('is after every change of the floor what it is without memory', () => {
    const rolls = fc.array(fc.array(fc.nat(1_000_000), { minLength: 16, maxLength: 16 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(arbitraryFloorDesign, rolls, (start, changes) => {
        const memory = new Memory();
        let design = start;
        for (const roll of [null, ...changes]) {
          design = roll === null ? design : changeFloor(design, new Dice(roll));
          const remembered = elaborate(design, builtInCatalog, memory);
          const report = analyse(remembered.netlist, remembered.diagnostics, memory);
          memory.endTurn();
          const fresh = elaborate(structuredClone(design), builtInCatalog);
          expect(remembered).toEqual(fresh);
          expect(report).toEqual(analyse(fresh.netlist, fresh.diagnostics));
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** A new floor, other planned lengths, or no floor at all. */
function changeFloor(design: Design, dice: Dice): Design {
  if (dice.chance(4)) {
    const { rooms: _rooms, rows: _rows, stands: _stands, ...bare } = design;
    return bare;
  }
  if (dice.chance(3)) {
    const lengthM = dice.roll(1, 90);
    return {
      ...design,
      links: Object.fromEntries(Object.entries(design.links).map(([id, link]) => [id, { ...link, lengthM }])),
    };
  }
  return { ...design, ...drawFloor(design, dice) };
}
