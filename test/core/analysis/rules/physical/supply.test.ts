/**
 * Rules of feeds, redundancy and cooling plants. DGX B200: 14.3 kW (NVIDIA user guide); AP8886: 17.3 kW usable; circuit of 415 V 3-phase
 * 60 A: sqrt(3) x 415 x 60 = 43.1 kVA, 34.5 kW at 80 % (hardware reference, formula three-phase).
 */
import { describe, expect, it } from 'vitest';
import type { Design, Rack } from '#core/design/design.ts';
import { addFeed, addRackedServers, drawRackedServers, drawRows, setSite } from '../../../../support/draw-facility.ts';
import { applyFix, changePart, findProblem, judge } from '../../../../support/judge.ts';

function drawOnFeeds(perRack: number, rack: Partial<Rack>): Design {
  const design = drawRackedServers('dgx-b200', 3, perRack, rack);
  addFeed(design, 'a');
  addFeed(design, 'b');
  return design;
}

const pdu = (count: number, feedId?: string) => ({ partId: 'ap8886', count, ...(feedId ? { feedId } : {}) });

describe('power.redundancy', () => {
  it('2N: either side alone carries the rack', () => {
    const pdus = [pdu(1, 'a'), pdu(1, 'b')];
    expect(judge(drawOnFeeds(1, { pdus, redundancy: '2N' }), 'power.redundancy')).toMatchObject({
      state: 'passed',
      checkedCount: 3,
    });
    const design = drawOnFeeds(2, { pdus, redundancy: '2N' });
    expect(findProblem(design, 'rack.redundancy').message).toBe(
      'rack 1 draws up to 28.6 kW, Feed a alone carries 17.3 kW (all 3 racks of the group); 2N asks for all of it.',
    );
    // Two on each side carry 34.6 kW.
    expect(applyFix(design, 'rack.redundancy').racks['rack']?.pdus).toEqual([pdu(2, 'a'), pdu(2, 'b')]);
  });

  it('2N on one feed: half of the PDUs go over to the other', () => {
    const design = drawOnFeeds(1, { pdus: [pdu(2, 'a')], redundancy: '2N' });
    expect(findProblem(design, 'rack.redundancy').message).toContain(
      'all its PDUs hang on Feed a, and without it carry 0 kW',
    );
    expect(applyFix(design, 'rack.redundancy').racks['rack']?.pdus).toEqual([pdu(1, 'a'), pdu(1, 'b')]);
  });

  it('2N where no PDU names its feed: half of them alone', () => {
    expect(judge(drawOnFeeds(1, { pdus: [pdu(2)], redundancy: '2N' }), 'power.redundancy').state).toBe('passed');
    expect(judge(drawOnFeeds(2, { pdus: [pdu(3)], redundancy: '2N' }), 'power.redundancy').state).toBe('failed');
    expect(judge(drawOnFeeds(1, { pdus: [pdu(1, 'a'), pdu(1)], redundancy: '2N' }), 'power.redundancy')).toMatchObject({
      state: 'not-checked',
      notCheckedReasons: ['the feed of some PDUs of rack is not said'],
    });
  });

  it('N+1: all PDUs but the strongest', () => {
    // 28.6 kW on 2 x 17.3 of three; on 17.3 of two.
    expect(judge(drawOnFeeds(2, { pdus: [pdu(3)], redundancy: 'N+1' }), 'power.redundancy').state).toBe('passed');
    expect(findProblem(drawOnFeeds(2, { pdus: [pdu(2)], redundancy: 'N+1' }), 'rack.redundancy').message).toContain(
      'with one PDU out the others carry 17.3 kW',
    );
    const mixed = [pdu(1), { partId: 'circuit-415-60', count: 1 }];
    expect(judge(drawOnFeeds(2, { pdus: mixed, redundancy: 'N+1' }), 'power.redundancy').state).toBe('failed');
  });

  it('cannot tell without ratings or without loads, and N asks for nothing', () => {
    const unrated = { pdus: [{ partId: 'ap8888', count: 2 }], redundancy: '2N' as const };
    expect(judge(drawOnFeeds(1, unrated), 'power.redundancy')).toMatchObject({
      state: 'not-checked',
      notCheckedCount: 3,
    });
    const unknown = drawRackedServers('lenovo-sr680a-v4', 1, 1, { pdus: [pdu(2)], redundancy: 'N+1' });
    expect(judge(unknown, 'power.redundancy').state).toBe('not-checked');
    expect(judge(drawOnFeeds(2, { pdus: [pdu(1)], redundancy: 'N' }), 'power.redundancy')).toMatchObject({
      state: 'passed',
      checkedCount: 0,
    });
  });

  it('rates a PDU by phases, volts and amps where nobody states what it may deliver', () => {
    const design = drawOnFeeds(2, { pdus: [], redundancy: 'N+1' });
    const own = changePart(design, 'circuit-415-60', 'pdu', { usableKw: null, ratedKva: null });
    const rack = design.racks['rack'] as Rack;
    rack.pdus = [{ partId: own, count: 2 }];
    // 28.6 of 34.5 kW.
    expect(judge(design, 'power.redundancy').state).toBe('passed');
    addFeed(design, 'a', { derating: 0.6 });
    rack.pdus = [{ partId: own, count: 2, feedId: 'a' }];
    // 43.1 x 0.6 = 25.9 kW.
    expect(judge(design, 'power.redundancy').state).toBe('failed');
  });
});

describe('power.live', () => {
  it('names racks that are dark and overloaded while a feed is off, and switches it on', () => {
    const design = drawOnFeeds(2, { pdus: [pdu(1, 'a'), pdu(1, 'b')] });
    addRackedServers(design, 'more', 'rack-2', 'dgx-b200', 1, 1, { pdus: [pdu(2, 'a')] });
    expect(judge(design, 'power.live')).toMatchObject({ state: 'passed', checkedCount: 4 });
    addFeed(design, 'a', { isOff: true });
    expect(findProblem(design, 'rack.dark').message).toContain('rack-2 is dark while Feed a is off');
    expect(findProblem(design, 'rack.overload').message).toContain(
      'All 3 racks of rack are overloaded while Feed a is off',
    );
    expect(judge(design, 'power.live')).toMatchObject({ failedCount: 4 });
    expect(applyFix(design, 'rack.dark').feeds?.['a']?.isOff).toBe(false);
  });
});

describe('power.feed', () => {
  // Three racks of 28.6 kW, half on each feed: 42.9 kW; all on one: 85.8 kW.
  it('holds a feed to its rating, also when the other fails', () => {
    const draw = (ratedKw: number | null): Design => {
      const design = drawOnFeeds(2, { pdus: [pdu(1, 'a'), pdu(1, 'b')] });
      addFeed(design, 'a', { ratedKw });
      addFeed(design, 'b', { ratedKw });
      return design;
    };
    expect(judge(draw(110), 'power.feed')).toMatchObject({ state: 'passed', checkedCount: 2 });
    expect(findProblem(draw(60), 'feed.loss').message).toContain('When Feed b fails, Feed a carries up to 85.8 kW');
    expect(findProblem(draw(50), 'feed.overload').message).toContain(
      'Feed a carries up to 42.9 kW, it may carry 40 kW (50 kW at 80 %)',
    );
    expect(judge(draw(null), 'power.feed')).toMatchObject({ state: 'not-checked', notCheckedCount: 2 });
  });
});

describe('cooling plants', () => {
  function drawPlant(liquidShare: number | null): Design {
    const design = drawRackedServers('gb300-nvl72', 4, 1, { cooling: 'hybrid' });
    drawRows(design, [{ rackId: 'rack', firstRack: 0, rackCount: 4 }]);
    setSite(design, { liquidShare });
    return design;
  }

  // Four racks of 142 kW: 568 kW, at 80 % liquid 113.6 kW to air and 454.4 kW to liquid.
  it('cooling.zone: air handlers carry the air share', () => {
    const design = drawPlant(0.8);
    const zone = (airCapacityKw: number | null) => ({ z: { id: 'z', name: 'Z', rowIds: ['row-1'], airCapacityKw } });
    design.coolingZones = zone(120);
    expect(judge(design, 'cooling.zone').state).toBe('passed');
    design.coolingZones = zone(100);
    expect(findProblem(design, 'cooling.zone').message).toContain('113.6 kW of heat from the air of 4 racks');
    design.coolingZones = zone(null);
    expect(judge(design, 'cooling.zone').state).toBe('not-checked');
    // Anything between nothing and all of it may go into the air.
    setSite(design, { liquidShare: null });
    design.coolingZones = zone(120);
    expect(judge(design, 'cooling.zone').notCheckedReasons[0]).toContain('is not stated');
    design.coolingZones = zone(600);
    expect(judge(design, 'cooling.zone').state).toBe('passed');
  });

  it('cooling.cdu: working units carry the liquid share, or more are asked for', () => {
    const design = drawPlant(0.8);
    const part = changePart(design, 'cdu-coolit-chx2000', 'cooling', { capacityKw: 200, flowLpm: null });
    const group = { id: 'c', name: 'C', partId: part, roomId: 'room', xM: 0, yM: 0, rowIds: ['row-1'] };
    design.cduGroups = { c: { ...group, count: 4, standbyCount: 1 } };
    expect(judge(design, 'cooling.cdu').state).toBe('passed');
    design.cduGroups = { c: { ...group, count: 3, standbyCount: 1 } };
    expect(findProblem(design, 'cooling.cdu').message).toContain(
      'C must carry 454.4 kW of 4 racks, its 2 working CHx2000 carry 400 kW; 4 units with 1 on standby would do',
    );
    expect(applyFix(design, 'cooling.cdu').cduGroups?.['c']?.count).toBe(4);
    design.cduGroups = { c: { ...group, count: 4, standbyCount: 1, rowIds: [] } };
    expect(findProblem(design, 'cooling.cdu-missing').message).toContain('4 racks with 454.4 kW');
  });

  it('cooling.air-density: of a hybrid rack its air share alone', () => {
    // 142 kW at 80 % liquid leave 28.4 kW in the air, at 70 % 42.6 kW.
    expect(judge(drawPlant(0.8), 'cooling.air-density').state).toBe('passed');
    expect(findProblem(drawPlant(0.7), 'cooling.air-density').message).toContain('42.6 kW into the air (all 4 racks');
    expect(judge(drawPlant(null), 'cooling.air-density').state).toBe('not-checked');
    // Four DGX B200 give off 57.2 kW.
    expect(findProblem(drawRackedServers('dgx-b200', 1, 4), 'cooling.air-density').message).toContain(
      'above 45 kW liquid',
    );
  });
});
