/**
 * Figures of racks, rows and feeds against sums by hand. DGX B200: 14.3 kW, 10 U, 142.4 kg, 8 GPUs, air (NVIDIA DGX B200 user
 * guide); AP8886: 17.3 kW (400 V 3-phase 32 A at 24 A).
 */
import { describe, expect, it } from 'vitest';
import { RACK_SUPPLIES } from '#core/analysis/facility-report.ts';
import type { FacilityReport } from '#core/analysis/facility-report.ts';
import type { Design } from '#core/design/design.ts';
import { evaluate } from '../../support/draw.ts';
import { changePart } from '../../support/judge.ts';
import { addFeed, addRackedServers, drawRackedServers, drawRows, setSite } from '../../support/draw-facility.ts';

function facilityOf(design: Design): FacilityReport {
  return evaluate(design).report.facility;
}

function listSupplies({ racks }: FacilityReport): string[] {
  return [...racks.supply].map((code) => RACK_SUPPLIES[code] as string);
}

/** Rack `both` on A and B, rack `onlyA` on A alone, each with two DGX B200: 28.6 kW. */
function drawFeeds(isOff: { a?: boolean; b?: boolean } = {}): Design {
  const design = drawRackedServers('dgx-b200', 1, 2, {
    pdus: [
      { partId: 'ap8886', count: 1, feedId: 'a' },
      { partId: 'ap8886', count: 1, feedId: 'b' },
    ],
  });
  addRackedServers(design, 'more', 'rack-2', 'dgx-b200', 2, 2, { pdus: [{ partId: 'ap8886', count: 2, feedId: 'a' }] });
  addFeed(design, 'a', { ratedKw: 100, isOff: isOff.a ?? false });
  addFeed(design, 'b', { ratedKw: 50, isOff: isOff.b ?? false });
  return design;
}

describe('racks', () => {
  it('two DGX B200: 28.6 kW, 20 U, 284.8 kg, all heat in the air', () => {
    const { racks, rackGroups, site } = facilityOf(drawRackedServers('dgx-b200', 3, 2));
    expect([...racks.maxW.value]).toEqual([28_600, 28_600, 28_600]);
    expect([...racks.usedUnits]).toEqual([20, 20, 20]);
    expect(racks.weightKg.value[2]).toBeCloseTo(284.8, 9);
    expect(racks.heat.airW[0]).toBe(28_600);
    expect(racks.heat.liquidW[0]).toBe(0);
    expect(rackGroups[0]).toMatchObject({
      rackCount: 3,
      gpuCount: 48,
      usedUnits: 60,
      heightUnits: 156,
      densestRackW: 28_600,
    });
    expect(site.maxW.value).toBe(85_800);
    // The maker states no typical power.
    expect(site.typicalW).toEqual({ value: 0, unknownCount: 6, unknownParts: ['DGX B200'] });
    expect([...racks.typicalW.unknown]).toEqual([2, 2, 2]);
  });

  // 10.2 kW at 15 C -> 0.564 m3/s, 1,195 CFM (worked example of the hardware reference, cfm-si).
  it('one DGX H100 at 15 C: 0.564 m3/s', () => {
    const { racks, site } = facilityOf(drawRackedServers('dgx-h100', 1, 1));
    expect((racks.airflowM3PerHour[0] as number) / 3600).toBeCloseTo(0.564, 3);
    expect(Math.round(racks.airflowCfm[0] as number)).toBe(1195);
    expect(site.airflowCfm.least).toBeCloseTo(racks.airflowCfm[0] as number, 9);
    expect(site.coolantLpm).toEqual({ least: 0, most: 0 });
  });

  // 14,300 W at 29.2 F (16.22 C) -> 1,548 CFM by 3.16 W / dF, whose factor is rounded to three digits.
  it('one DGX B200 at 16.22 C: about the 1,550 CFM of its data sheet', () => {
    const design = drawRackedServers('dgx-b200', 1, 1);
    setSite(design, { airRiseC: 29.2 / 1.8 });
    const cfm = facilityOf(design).racks.airflowCfm[0] as number;
    expect(Math.abs(cfm - 1548) / 1548).toBeLessThan(0.001);
  });
});

describe('liquid', () => {
  // Quantum Q3450-LD: 85 % liquid (its catalog entry); the 4,000 W are this test's.
  it('splits by the share a part states', () => {
    const design = drawRackedServers('q3450-ld', 1, 1, { cooling: 'hybrid' });
    const device = design.devices['server'];
    if (device) device.partId = changePart(design, 'q3450-ld', 'switch', { powerMaxW: 4000 });
    const { heat } = facilityOf(design).site;
    expect(heat).toEqual({ airW: expect.closeTo(600, 6), liquidW: 3400, openW: 0 });
  });

  // GB300 NVL72: 142 kW, hybrid. At 10 C of water: 142 / 0.697 = 203.73 L/min; with 1.5 L/min per kW the rise is 9.6 C.
  it('leaves open what nobody states, and takes the share of the site', () => {
    const design = drawRackedServers('gb300-nvl72', 1, 1, { cooling: 'hybrid' });
    const open = facilityOf(design);
    expect(open.site.heat).toEqual({ airW: 0, liquidW: 0, openW: 142_000 });
    expect(open.site.coolantLpm.least).toBe(0);
    expect(open.site.coolantLpm.most).toBeCloseTo(142 / 0.697, 6);
    setSite(design, { liquidShare: 0.9 });
    expect(facilityOf(design).site.heat.liquidW).toBeCloseTo(127_800, 6);
    setSite(design, { liquidShare: 1, coolantRiseC: 9.6 });
    expect((facilityOf(design).site.coolantLpm.most / 142).toFixed(1)).toBe('1.5');
  });
});

describe('feeds', () => {
  // A carries half of 28.6 and twice 28.6: 71.5 kW of 80 usable. B: 14.3 of 40.
  it('shares a rack between its PDUs', () => {
    const { feeds, pdus, withoutFeed } = facilityOf(drawFeeds());
    expect(feeds.map(({ maxW }) => maxW.value)).toEqual([71_500, 14_300]);
    expect(feeds[0]).toMatchObject({
      usableW: 80_000,
      pduCount: 5,
      rackCount: 3,
      isOverloaded: false,
      maxShare: 71.5 / 80,
    });
    // Without B, A carries all 85.8 kW.
    expect(feeds[0]?.worstLoss).toMatchObject({ lostFeedId: 'b', isOverloaded: true });
    expect(feeds[0]?.worstLoss?.maxW.value).toBe(85_800);
    expect(pdus.map(({ maxW }) => maxW.value)).toEqual([14_300, 14_300, 14_300]);
    expect(withoutFeed).toMatchObject({ rackCount: 0, maxW: { value: 0 } });
  });

  // One AP8886 may deliver 17.3 of 28.6 kW; the racks on A alone have none left.
  it('feed A off: two racks dark, one overloaded', () => {
    const facility = facilityOf(drawFeeds({ a: true }));
    expect(listSupplies(facility)).toEqual(['overloaded', 'dark', 'dark']);
    expect(facility.feeds.map(({ maxW }) => maxW.value)).toEqual([0, 28_600]);
    expect(facility.dark).toMatchObject({
      offFeedIds: ['a'],
      rackCount: 2,
      gpuCount: 32,
      deviceCount: 4,
      overloadedRackCount: 1,
      overloadedGpuCount: 16,
      overloadedFeedIds: [],
    });
    expect(facility.dark.maxW.value).toBe(57_200);
    expect(facility.rackGroups.map(({ darkRackCount }) => darkRackCount)).toEqual([0, 2]);
  });

  it('feed B off: nothing dark, one rack overloaded, and feed A', () => {
    const facility = facilityOf(drawFeeds({ b: true }));
    expect(listSupplies(facility)).toEqual(['overloaded', 'fed', 'fed']);
    expect(facility.dark).toMatchObject({ rackCount: 0, overloadedRackCount: 1, overloadedFeedIds: ['a'] });
  });

  it('a PDU whose feed is not said stays on', () => {
    const design = drawRackedServers('dgx-b200', 1, 1, { pdus: [{ partId: 'ap8886', count: 1 }] });
    addFeed(design, 'a', { isOff: true });
    const facility = facilityOf(design);
    expect(listSupplies(facility)).toEqual(['fed']);
    expect(facility.withoutFeed).toMatchObject({ rackCount: 1, maxW: { value: 14_300 } });
  });
});

describe('rows and rooms', () => {
  it('add up their racks; what stands elsewhere is apart', () => {
    const design = drawRackedServers('dgx-b200', 5, 2);
    drawRows(design, [
      { rackId: 'rack', firstRack: 0, rackCount: 1 },
      { rackId: 'rack', firstRack: 1, rackCount: 3 },
    ]);
    const { rows, rooms, offFloor, unracked, site } = facilityOf(design);
    expect(rows.map(({ rackCount, maxW }) => [rackCount, maxW.value])).toEqual([
      [1, 28_600],
      [3, 85_800],
    ]);
    expect(rooms[0]).toMatchObject({ rackCount: 4, maxW: { value: 114_400 } });
    expect(offFloor).toMatchObject({ rackCount: 1, maxW: { value: 28_600 } });
    expect(unracked).toMatchObject({ rackCount: 0, maxW: { value: 0 } });
    expect(site.maxW.value).toBe(143_000);
  });
});

describe('cooling plants', () => {
  // Row 1: 28.6 kW, row 2: 57.2 kW of air.
  it('a zone is full beyond its air handlers', () => {
    const design = drawRackedServers('dgx-b200', 3, 2);
    drawRows(design, [
      { rackId: 'rack', firstRack: 0, rackCount: 1 },
      { rackId: 'rack', firstRack: 1, rackCount: 2 },
    ]);
    design.coolingZones = {
      x: { id: 'x', name: 'X', rowIds: ['row-1'], airCapacityKw: 28.6 },
      y: { id: 'y', name: 'Y', rowIds: ['row-2'], airCapacityKw: 50 },
      z: { id: 'z', name: 'Z', rowIds: [], airCapacityKw: null },
    };
    const { zones } = facilityOf(design);
    expect(zones.map(({ isOverloaded, heat }) => [isOverloaded, heat.airW])).toEqual([
      [false, 28_600],
      [true, 57_200],
      [null, 0],
    ]);
  });

  // 10 racks of 142 kW at 90 %: 1,278 kW. One CHx2000 of 2,000 kW and 2,125 L/min: at 10 C it takes 1,278 / 0.697 = 1,833.6 L/min;
  // at 8 C 2,292 L/min, more than one unit pumps.
  it('coolant units are limited by heat and by flow, standby left out', () => {
    const design = drawRackedServers('gb300-nvl72', 10, 1, { cooling: 'hybrid' });
    drawRows(design, [{ rackId: 'rack', firstRack: 0, rackCount: 10 }]);
    setSite(design, { liquidShare: 0.9 });
    design.cduGroups = {
      c: {
        id: 'c',
        name: 'C',
        partId: 'cdu-coolit-chx2000',
        count: 2,
        standbyCount: 1,
        roomId: 'room',
        xM: 0,
        yM: 0,
        rowIds: ['row-1'],
      },
    };
    const [cool] = facilityOf(design).cdus;
    expect(cool).toMatchObject({
      capacityW: 2_000_000,
      capacityLpm: 2125,
      neededCount: 2,
      isOverloaded: false,
      ownPowerW: 12_240,
    });
    expect(cool?.coolantLpm.most).toBeCloseTo(1278 / 0.697, 6);
    setSite(design, { coolantRiseC: 8 });
    expect(facilityOf(design).cdus[0]).toMatchObject({ neededCount: 3, isOverloaded: true });
    drawRows(design, [{ rackId: 'rack', firstRack: 0, rackCount: 7 }]);
    expect(facilityOf(design).withoutCdu.rackCount).toBe(3);
  });
});

describe('energy', () => {
  // QM9700 with nothing in it: 747 W typical. 747 W x 8,760 h = 6,543.72 kWh; x 1.25 = 8,179.65; x 0.078 = 638.01; x 0.4 = 3,271.86.
  it('a year of one switch', () => {
    const design = drawRackedServers('qm9700', 1, 1);
    setSite(design, { pue: 1.25, pricePerKwh: 0.078, gridCo2KgPerKwh: 0.4 });
    const { typical, currency } = facilityOf(design).energy;
    expect(typical.itKwh.value).toBeCloseTo(6543.72, 6);
    expect(typical.siteKwh).toBeCloseTo(8179.65, 6);
    expect(typical.cost).toBeCloseTo(638.0127, 6);
    expect(typical.co2Kg).toBeCloseTo(3271.86, 6);
    expect(currency).toBe('USD');
  });

  it('is not known without its rates, or without any power', () => {
    const { energy } = facilityOf(drawRackedServers('qm9700', 1, 1));
    expect(energy.typical).toMatchObject({ siteKwh: null, cost: null, co2Kg: null });
    const design = drawRackedServers('dgx-b200', 1, 1);
    setSite(design, { pue: 1.2, pricePerKwh: 0.1 });
    const known = facilityOf(design).energy;
    expect(known.typical.cost).toBeNull();
    // 14.3 kW x 8,760 h x 1.2 x 0.1
    expect(known.max.cost).toBeCloseTo(14.3 * 8760 * 0.12, 6);
  });
});
