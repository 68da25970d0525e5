/** Racks on a floor: each once, no position twice, nothing past its limits; and for six racks never far from the best of all 720 ways. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '#core/analysis/analyse.ts';
import { createRandom } from '#core/base/random.ts';
import type { Design } from '#core/design/design.ts';
import { elaborate } from '#core/netlist/elaborate.ts';
import type { Netlist } from '#core/netlist/netlist.ts';
import type { FloorProposal, FloorRequest } from '#core/place/floor-proposal.ts';
import { createFloorSlots, type FloorSlots } from '#core/place/floor-slots.ts';
import { improveLayout } from '#core/place/improve-layout.ts';
import { type Layout, measureLayout } from '#core/place/layout.ts';
import { proposeFloor } from '#core/place/propose-floor.ts';
import type { RackCables } from '#core/place/rack-cables.ts';
import { DEFAULT_ROW_RULE, planRows } from '#core/place/row-plan.ts';
import { seatInRowOrder } from '#core/place/seat-blocks.ts';
import { applyFloor } from '../support/apply-floor.ts';
import { builtInCatalog } from '../support/built-in-catalog.ts';
import { generateDesign } from '../support/generate-design.ts';

function run<T>(steps: Generator<unknown, T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('six racks', () => {
  const matrix = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 });

  it('stand within 1 % of the shortest cables of all ways to stand', () => {
    fc.assert(
      fc.property(
        matrix,
        fc.constantFrom(null, 1.2),
        fc.constantFrom(2, 3, 6),
        (counts, crossTrayEveryM, slotsPerRow) => {
          const plan = planRows({ ...DEFAULT_ROW_RULE, crossTrayEveryM, slotsPerRow }, 6);
          if (!plan.ok) throw new Error(plan.error);
          const slots = createFloorSlots([plan.value.room], plan.value.rows);
          const cables = joinAll(6, counts);
          const rules = {
            rowCount: slots.floor.rows.length,
            kindOfRack: new Uint32Array(6),
            allowed: new Uint8Array(slots.floor.rows.length).fill(1),
            limits: [],
          };
          const each = Uint32Array.from([0, 1, 2, 3, 4, 5]);
          const input = { slots, cables, rules, alike: each, families: each, random: createRandom(1) };
          const found = run(improveLayout(seatInRowOrder(slots, rules), input, 200_000));
          const shortestM = findShortest(slots, cables);
          expect(measureLayout(found, slots, cables)).toBeLessThanOrEqual(shortestM * 1.01 + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Every pair of racks with the next of the counts. */
function joinAll(rackCount: number, counts: readonly number[]): RackCables {
  const between = Array.from({ length: rackCount }, () => Array.from({ length: rackCount }, () => 0));
  let next = 0;
  for (let a = 0; a < rackCount; a += 1) {
    for (let b = a + 1; b < rackCount; b += 1) {
      const count = counts[next] ?? 0;
      (between[a] as number[])[b] = count;
      (between[b] as number[])[a] = count;
      next += 1;
    }
  }
  const first = [0];
  const neighbour: number[] = [];
  const cableCount: number[] = [];
  for (const row of between) {
    row.forEach((count, other) => {
      if (count === 0) return;
      neighbour.push(other);
      cableCount.push(count);
    });
    first.push(neighbour.length);
  }
  return {
    first: Uint32Array.from(first),
    neighbour: Uint32Array.from(neighbour),
    cableCount: Float64Array.from(cableCount),
  };
}

function findShortest(slots: FloorSlots, cables: RackCables): number {
  let shortestM = Number.POSITIVE_INFINITY;
  for (const order of permute([0, 1, 2, 3, 4, 5])) {
    const layout: Layout = { slotOf: Int32Array.from(order), rackAt: new Int32Array(6) };
    shortestM = Math.min(shortestM, measureLayout(layout, slots, cables));
  }
  return shortestM;
}

function* permute(items: readonly number[]): Generator<readonly number[]> {
  if (items.length < 2) yield items;
  else {
    for (const [index, item] of items.entries()) {
      for (const rest of permute(items.toSpliced(index, 1))) yield [item, ...rest];
    }
  }
}

describe('a proposal', () => {
  const wishes = fc.record({
    servers: fc.integer({ min: 3, max: 70 }),
    perRack: fc.integer({ min: 1, max: 4 }),
    slotsPerRow: fc.option(fc.integer({ min: 2, max: 12 })),
    rowCount: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 }),
    rowPowerLimitKw: fc.option(fc.integer({ min: 5, max: 300 })),
    crossTrayEveryM: fc.option(fc.integer({ min: 1, max: 5 })),
  });

  it('stands every rack once or names it, uses no position twice, keeps limits, and is no worse than row order', () => {
    fc.assert(
      fc.property(wishes, ({ servers, perRack, rowPowerLimitKw, ...rule }) => {
        const design = drawFabric(servers, perRack);
        const { netlist } = elaborate(design, builtInCatalog);
        const request: FloorRequest = {
          floor: { kind: 'by-rule', rule: { ...DEFAULT_ROW_RULE, ...rule } },
          rowPowerLimitKw,
        };
        const proposed = run(proposeFloor(netlist, request));
        if (!proposed.ok) throw new Error(proposed.error);
        const proposal = proposed.value;
        expect(run(proposeFloor(netlist, request))).toEqual(proposed);
        checkStands(netlist, proposal);
        // Lengths are rounded up to whole centimetres, cable by cable.
        const roundingM = 0.01 * netlist.cableCount;
        if (proposal.unplaced.length === 0) {
          expect(proposal.totalLengthAfterM).toBeLessThanOrEqual(proposal.totalLengthRowOrderM + roundingM);
        }
        const applied = elaborate(applyFloor(design, proposal), builtInCatalog);
        for (const { maxW } of analyse(applied.netlist, applied.diagnostics).facility.rows) {
          expect(maxW.value).toBeLessThanOrEqual(1000 * (rowPowerLimitKw ?? Number.POSITIVE_INFINITY));
        }
      }),
      { numRuns: 25 },
    );
  });
});

function drawFabric(servers: number, perRack: number): Design {
  return generateDesign({
    name: 'fabric',
    endpoint: { partId: 'dgx-h100' },
    endpointCount: servers,
    rackLimits: { units: 48, endpointsPerRack: perRack },
    fabrics: [
      {
        id: 'compute',
        purpose: 'compute',
        technology: 'infiniband',
        topology: 'rail-optimised',
        speedGbps: 400,
        leaf: { partId: 'qm9700' },
        endpointsPerUnit: 16,
      },
    ],
  });
}

function checkStands(netlist: Netlist, { rows, stands, unplaced, placedRackCount }: FloorProposal): void {
  const racks = new Set<string>();
  const places = new Set<string>();
  let standing = 0;
  for (const { rackId, firstRack, rackCount, rowId, firstSlot } of stands) {
    const row = rows.find(({ id }) => id === rowId);
    expect(firstSlot + rackCount).toBeLessThanOrEqual(row?.slotCount ?? 0);
    for (let i = 0; i < rackCount; i += 1) {
      racks.add(`${rackId} ${firstRack + i}`);
      places.add(`${rowId} ${firstSlot + i}`);
      standing += 1;
    }
  }
  expect([racks.size, places.size, placedRackCount]).toEqual([standing, standing, standing]);
  expect(standing + unplaced.reduce((sum, { count }) => sum + count, 0)).toBe(netlist.rackCount);
}
