/** R23, R24, R26 and the cooling rules. DGX H100: 8 U, 897.1 mm, 6 supplies of 3,300 W with C20 inlets; rack AR3357: 1,020 mm. */
import { describe, expect, it } from 'vitest';
import { createRack } from '#core/design/defaults.ts';
import type { Design, Rack } from '#core/design/design.ts';
import { drawDesign, drawDevice } from '../../../../support/draw.ts';
import { applyFix, changePart, findProblem, judge, listCodes } from '../../../../support/judge.ts';

/** `count` devices in one rack group, `perRack` to a rack from the lowest unit. */
function drawRacked(
  partId: string,
  perRack: number,
  rack: Partial<Rack> = {},
  design = drawDesign(),
  count = perRack,
): Design {
  drawDevice(design, 'device', partId, partId.includes('dgx') ? 'endpoint' : 'leaf', count);
  design.racks['rack'] = createRack({
    id: 'rack',
    name: 'Rack',
    count: Math.ceil(count / perRack),
    heightUnits: 48,
    partId: 'apc-ar3357',
    ...rack,
  });
  place(design, 'device', 1, perRack);
  return design;
}

function place(design: Design, deviceId: string, bottomUnit: number, perRack: number): void {
  const memberCount = design.devices[deviceId]?.count ?? 1;
  design.placements[`p-${deviceId}`] = {
    id: `p-${deviceId}`,
    deviceId,
    rackId: 'rack',
    firstMember: 0,
    memberCount,
    firstRack: 0,
    perRack,
    bottomUnit,
  };
}

describe('R23 height', () => {
  it('offers more racks where one group overflows evenly dealt racks', () => {
    const design = drawRacked('dgx-h100', 8, { heightUnits: 42 });
    const fixed = applyFix(design, 'rack.units');
    // Five of 8 U fit 42: eight take two racks.
    expect(fixed.racks['rack']?.count).toBe(2);
    expect(listCodes(fixed)).not.toContain('rack.units');
  });

  it('offers to move a clashing device above the others', () => {
    const design = drawRacked('dgx-h100', 2);
    drawDevice(design, 'switch', 'qm9700', 'leaf', 1);
    place(design, 'switch', 8, 1);
    const fixed = applyFix(design, 'rack.clash');
    expect(Object.values(fixed.placements).find(({ deviceId }) => deviceId === 'switch')?.bottomUnit).toBe(17);
    expect(listCodes(fixed)).not.toContain('rack.clash');
  });

  it('offers nothing where there is no room above', () => {
    const design = drawRacked('dgx-h100', 5, { heightUnits: 40 });
    drawDevice(design, 'switch', 'qm9700', 'leaf', 1);
    place(design, 'switch', 8, 1);
    expect(findProblem(design, 'rack.clash').fix).toBeUndefined();
  });

  it('cannot tell for a device of unknown height', () => {
    const design = drawDesign();
    const own = changePart(design, 'dgx-h100', 'server', { rackUnits: null });
    expect(judge(drawRacked(own, 1, {}, design), 'R23').state).toBe('not-checked');
  });
});

describe('R23 depth and pitch', () => {
  it('refuses a server deeper than the rack, passes one that fits', () => {
    // HPE XD685: 1,049 mm in 1,020 mm.
    expect(findProblem(drawRacked('hpe-xd685-dlc', 1), 'rack.depth').message).toContain('1049 mm deep, NetShelter');
    expect(listCodes(drawRacked('dgx-h100', 1))).not.toContain('rack.depth');
  });

  it('refuses a device of Open Rack units in an EIA rack', () => {
    // QFX5250 is 2 OU, 48 mm pitch.
    expect(findProblem(drawRacked('qfx5250', 1), 'rack.pitch').message).toContain('units of 48 mm');
    expect(listCodes(drawRacked('qfx5250', 1, { partId: 'orv3-meta' }))).not.toContain('rack.pitch');
  });

  it('cannot tell without a rack frame, or for a device of unknown depth', () => {
    expect(judge(drawRacked('dgx-h100', 1, { partId: null }), 'R23').notCheckedReasons).toEqual([
      'Rack has no rack frame chosen',
    ]);
    expect(judge(drawRacked('dgx-b300-dc', 1), 'R23').notCheckedReasons).toContain(
      'the depth of DGX B300 (54 VDC busbar, MGX rack) is not known',
    );
  });
});

describe('R23 weight and PDUs', () => {
  it('holds the load of the frame where the design sets no limit', () => {
    // 1,020 kg frame: seven DGX H100 of 130.45 kg are 913, eight 1,044.
    expect(listCodes(drawRacked('dgx-h100', 8, { heightUnits: 64 }))).toContain('rack.weight');
    expect(listCodes(drawRacked('dgx-h100', 7, { heightUnits: 64 }))).not.toContain('rack.weight');
  });

  it('holds the sum of the PDUs', () => {
    // Four DGX H100: 40.8 kW; two AP8886 of 17.3 kW are 34.6, three 51.9.
    const pdus = (count: number): Partial<Rack> => ({ pdus: [{ partId: 'ap8886', count }] });
    expect(findProblem(drawRacked('dgx-h100', 4, pdus(2)), 'rack.pdu-power').message).toContain(
      '40.8 kW, its PDUs deliver 34.6 kW',
    );
    expect(listCodes(drawRacked('dgx-h100', 4, pdus(3)))).not.toContain('rack.pdu-power');
    expect(
      judge(drawRacked('dgx-h100', 4, { pdus: [{ partId: 'ap8888', count: 2 }] }), 'R23').notCheckedReasons[0],
    ).toContain('the usable power of AP8888');
  });
});

describe('R24 inlets', () => {
  it('refuses too few C19 outlets and offers more PDUs', () => {
    // Four DGX B200 need 24 C19; an AP8886 has 12.
    const design = drawRacked('dgx-b200', 4, { pdus: [{ partId: 'ap8886', count: 1 }] });
    expect(findProblem(design, 'rack.inlets').message).toContain('needs 24 C19 outlets, its PDUs have 12 C19');
    const fixed = applyFix(design, 'rack.inlets');
    expect(fixed.racks['rack']?.pdus).toEqual([{ partId: 'ap8886', count: 2 }]);
    expect(listCodes(fixed)).not.toContain('rack.inlets');
  });

  it('passes two PDUs for two DGX B200', () => {
    expect(judge(drawRacked('dgx-b200', 2, { pdus: [{ partId: 'ap8886', count: 2 }] }), 'R24')).toMatchObject({
      state: 'passed',
      checkedCount: 1,
    });
  });

  it('refuses a busbar device on outlets', () => {
    const design = drawRacked('dgx-b300-dc', 1, { pdus: [{ partId: 'ap8886', count: 2 }] });
    const own = changePart(design, 'dgx-b300-dc', 'server', {
      psu: { count: 0, wattsEach: null, redundancy: null, inlet: 'busbar' },
    });
    drawDevice(design, 'device', own, 'endpoint', 1);
    expect(findProblem(design, 'rack.inlets').message).toContain('needs busbar outlets');
  });

  it('wants either feed to carry N+N devices', () => {
    // An 8 kW server with 2+2 supplies on one PDU of 8.6 kW a feed; two servers are too much for one feed.
    const design = drawDesign();
    const own = changePart(design, 'dgx-h100', 'server', {
      powerMaxW: 8000,
      psu: { count: 4, wattsEach: 3300, redundancy: '2+2', inlet: 'C20' },
    });
    const pdus = [{ partId: 'ap8865', count: 2 }];
    expect(judge(drawRacked(own, 1, { pdus }, design), 'R24')).toMatchObject({ state: 'passed' });
    drawRacked(own, 2, { pdus }, design);
    expect(findProblem(design, 'rack.feed').message).toContain(
      'draws up to 16 kW, one of its two feeds carries 8.6 kW',
    );
    expect(applyFix(design, 'rack.feed').racks['rack']?.pdus).toEqual([{ partId: 'ap8865', count: 4 }]);
    expect(listCodes(applyFix(design, 'rack.feed'))).not.toContain('rack.feed');
  });

  it('cannot tell without PDUs, or for supplies of unknown inlet', () => {
    expect(judge(drawRacked('dgx-h100', 1), 'R24').notCheckedReasons).toEqual(['no PDUs are chosen for Rack']);
    expect(judge(drawRacked('qm9700', 1, { pdus: [{ partId: 'ap8886', count: 2 }] }), 'R24').notCheckedReasons).toEqual(
      ['the inlets of QM9700 are not known'],
    );
  });
});

describe('R26 airflow', () => {
  function drawAirflow(switchOptions: string[], otherOptions: string[]): Design {
    const design = drawDesign();
    drawRacked(changePart(design, 'qm9700', 'switch', { airflowOptions: switchOptions }), 1, {}, design);
    drawDevice(design, 'other', changePart(design, 'qm9700', 'switch', { airflowOptions: otherOptions }), 'leaf', 1);
    place(design, 'other', 5, 1);
    return design;
  }

  it('warns of a power-to-connector switch above a connector-to-power one', () => {
    expect(judge(drawAirflow(['P2C (power-to-connector)'], ['C2P (connector-to-power)']), 'R26')).toMatchObject({
      state: 'failed',
      failedCount: 1,
    });
    expect(judge(drawAirflow(['front-to-rear'], ['P2C (power-to-connector)']), 'R26').state).toBe('failed');
  });

  it('passes where both come in one direction', () => {
    expect(
      judge(drawAirflow(['P2C (power-to-connector)', 'C2P (connector-to-power)'], ['C2P (connector-to-power)']), 'R26'),
    ).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell where the direction is not known', () => {
    expect(judge(drawAirflow([], ['P2C (power-to-connector)']), 'R26')).toMatchObject({
      state: 'not-checked',
      notCheckedCount: 1,
    });
  });
});

describe('cooling', () => {
  it('warns of a liquid-cooled server in an air-cooled rack, and offers liquid', () => {
    const design = drawRacked('gb200-tray', 1);
    expect(judge(design, 'cooling.kind').state).toBe('failed');
    expect(judge(applyFix(design, 'cooling.kind'), 'cooling.kind').state).toBe('passed');
  });

  it('passes an air-cooled server, cannot tell for one of unknown cooling', () => {
    expect(judge(drawRacked('dgx-h100', 1), 'cooling.kind').state).toBe('passed');
    const design = drawDesign();
    const own = changePart(design, 'dgx-h100', 'server', { cooling: null });
    expect(judge(drawRacked(own, 1, {}, design), 'cooling.kind').state).toBe('not-checked');
  });

  it('advises on air-cooled racks above 30 kW, not on liquid-cooled ones', () => {
    // Four DGX H100 give off 40.8 kW, two 20.4.
    expect(findProblem(drawRacked('dgx-h100', 4), 'cooling.air-density')).toMatchObject({ severity: 'advice' });
    expect(judge(drawRacked('dgx-h100', 2), 'cooling.air-density').state).toBe('passed');
    expect(judge(drawRacked('dgx-h100', 4, { cooling: 'liquid' }), 'cooling.air-density').checkedCount).toBe(0);
    const design = drawDesign();
    const own = changePart(design, 'dgx-h100', 'server', { powerMaxW: null });
    expect(judge(drawRacked(own, 2, {}, design), 'cooling.air-density').state).toBe('not-checked');
  });

  it('points at the whole group when all of its racks give off alike, else at the hottest', () => {
    const all = findProblem(drawRacked('dgx-h100', 4, {}, drawDesign(), 12), 'cooling.air-density');
    expect(all.where).toEqual([{ kind: 'rack', id: 'rack' }]);
    expect(all.message).toContain('gives off up to 40.8 kW into the air (all 3 racks of the group)');
    // Four, four and one.
    const some = findProblem(drawRacked('dgx-h100', 4, {}, drawDesign(), 9), 'cooling.air-density');
    expect(some.where).toEqual([{ kind: 'rack', id: 'rack', member: 0 }]);
    expect(some.message).toContain('Rack 1 gives off up to 40.8 kW into the air (2 racks of the group)');
  });

  it('says at least where a device of unknown power comes on top', () => {
    const design = drawRacked('dgx-h100', 4);
    const own = changePart(design, 'dgx-h100', 'server', { powerMaxW: null });
    drawDevice(design, 'more', own, 'endpoint', 1);
    place(design, 'more', 40, 1);
    expect(findProblem(design, 'cooling.air-density').message).toContain(
      'Rack gives off at least 40.8 kW into the air;',
    );
  });
});
