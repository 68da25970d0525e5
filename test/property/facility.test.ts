/** What must hold for power, heat and supply of any drawing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RACK_SUPPLIES } from '#core/analysis/facility-report.ts';
import type { FacilityReport } from '#core/analysis/facility-report.ts';
import type { Design } from '#core/design/design.ts';
import { evaluate } from '../support/draw.ts';
import { addFeed, addRackedServers, drawRackedServers, drawRows } from '../support/draw-facility.ts';

const FEEDS = ['a', 'b', 'c'];
const PARTS = ['dgx-b200', 'dgx-h100', 'gb300-nvl72', 'qm9700'];
const PDUS = ['ap8886', 'ap8865', 'ap8888', 'raritan-px3-5878'];

const group = fc.record({
  partId: fc.constantFrom(...PARTS),
  rackCount: fc.integer({ min: 1, max: 6 }),
  perRack: fc.integer({ min: 0, max: 3 }),
  cooling: fc.constantFrom('air' as const, 'hybrid' as const, 'liquid' as const),
  pdus: fc.array(
    fc.record({
      partId: fc.constantFrom(...PDUS),
      count: fc.integer({ min: 1, max: 3 }),
      feedId: fc.option(fc.constantFrom(...FEEDS), { nil: null }),
    }),
    { maxLength: 3 },
  ),
  standing: fc.integer({ min: 0, max: 6 }),
});

const drawing = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 4 }),
    off: fc.subarray(FEEDS),
    loose: fc.integer({ min: 0, max: 3 }),
  })
  .map(draw);

type Group = typeof group extends fc.Arbitrary<infer T> ? T : never;

function draw({ groups, off, loose }: { groups: Group[]; off: string[]; loose: number }): Design {
  const design = drawRackedServers('dgx-h100', 1, 1);
  groups.forEach(({ partId, rackCount, perRack, cooling, pdus }, i) => {
    const fitted = pdus.map(({ feedId, ...pdu }) => (feedId === null ? pdu : { ...pdu, feedId }));
    addRackedServers(design, `d${i}`, `r${i}`, partId, rackCount, Math.max(1, perRack), { cooling, pdus: fitted });
    // A group left out of its racks.
    if (perRack === 0) delete design.placements[`place-d${i}`];
  });
  for (const id of FEEDS) addFeed(design, id, { ratedKw: 100, isOff: off.includes(id) });
  drawRows(
    design,
    groups.flatMap(({ rackCount, standing }, i) =>
      Math.min(standing, rackCount) === 0
        ? []
        : [{ rackId: `r${i}`, firstRack: 0, rackCount: Math.min(standing, rackCount) }],
    ),
  );
  const server = design.devices['server'];
  if (server) server.count += loose;
  return design;
}

function facilityOf(design: Design): FacilityReport {
  return evaluate(design).report.facility;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

const options = { numRuns: 60 };

describe('facility', () => {
  it('racks, rows and what stands in neither add up to the whole, which is the report’s power', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const { report } = evaluate(design);
        const { racks, rackGroups, rows, rooms, offFloor, unracked, site } = report.facility;
        expect(site.maxW.value).toBeCloseTo(report.power.maxW.value, 4);
        expect(site.maxW.unknownCount).toBe(report.power.maxW.unknownCount);
        expect(site.typicalW.value).toBeCloseTo(report.power.typicalW.value, 4);
        expect(site.typicalW.unknownParts).toEqual(report.power.typicalW.unknownParts);
        expect(site.gpuCount).toBe(report.totals.gpuCount);
        for (const part of ['maxW', 'typicalW', 'weightKg'] as const) {
          const inRacks = sum(racks[part].value);
          expect(inRacks + unracked[part].value).toBeCloseTo(site[part].value, 4);
          expect(sum(rackGroups.map((own) => own[part].value))).toBeCloseTo(inRacks, 4);
          expect(sum(rows.map((own) => own[part].value)) + offFloor[part].value).toBeCloseTo(inRacks, 4);
          expect(sum(rooms.map((own) => own[part].value)) + offFloor[part].value).toBeCloseTo(inRacks, 4);
        }
        const { airW, liquidW, openW } = site.heat;
        expect(airW + liquidW + openW).toBeCloseTo(site.maxW.value, 4);
      }),
      options,
    );
  });

  it('loads of the feeds, of what hangs on none and of the dark racks add up to the racks', () => {
    fc.assert(
      fc.property(drawing, (design) => {
        const { racks, feeds, withoutFeed, dark } = facilityOf(design);
        const loads = sum(feeds.map(({ maxW }) => maxW.value)) + withoutFeed.maxW.value + dark.maxW.value;
        expect(loads).toBeCloseTo(sum(racks.maxW.value), 4);
        expect(sum([...racks.supply].map((code) => (RACK_SUPPLIES[code] === 'dark' ? 1 : 0)))).toBe(dark.rackCount);
      }),
      options,
    );
  });

  it('turning a feed off never lowers the load of another, nor lights a dark rack', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...FEEDS), (design, id) => {
        const feed = design.feeds?.[id];
        fc.pre(feed?.isOff === false);
        const before = facilityOf(design);
        const off = { ...design, feeds: { ...design.feeds, [id]: { ...feed, isOff: true } } } as Design;
        const after = facilityOf(off);
        before.feeds.forEach(({ feedId, maxW }, i) => {
          if (feedId !== id) expect(after.feeds[i]?.maxW.value).toBeGreaterThanOrEqual(maxW.value - 1e-6);
        });
        // What is said of the loss of a feed is what comes of it.
        before.feeds.forEach(({ worstLoss }, i) => {
          if (worstLoss?.lostFeedId === id) expect(after.feeds[i]?.maxW.value).toBeCloseTo(worstLoss.maxW.value, 6);
        });
        expect(after.dark.rackCount).toBeGreaterThanOrEqual(before.dark.rackCount);
      }),
      options,
    );
  });
});
