/** R04 to R11 and R29 on the examples of the hardware reference, each failed, passed and not checked. */
import { describe, expect, it } from 'vitest';
import type { Design } from '#core/design/design.ts';
import { drawDesign, drawDevice, drawLink } from '../../../../support/draw.ts';
import {
  applyFix,
  changeBlock,
  changePart,
  drawOptics,
  findProblem,
  judge,
  listCodes,
} from '../../../../support/judge.ts';

const DGX = 'dgx-h100.compute';
const LEAF = 'qm9700.data';

/** DGX to QM9700 over multimode, with the modules and the fibre changed as given. */
function drawMultimode(
  more: { modules?: readonly [string, string]; cable?: string; lengthM?: number } = {},
  design = drawDesign(),
): Design {
  const { modules = ['mma4z00-ns-flt', 'mma4z00-ns'], cable = 'mfp7e10', lengthM = 30 } = more;
  return drawOptics(DGX, LEAF, modules, cable, { speedGbps: 400, lengthM }, design);
}

function drawSingleMode(
  more: { modules?: readonly [string, string]; cable?: string; lengthM?: number } = {},
  design = drawDesign(),
): Design {
  return drawMultimode({ modules: ['mms4x00-nm-flt', 'mms4x00-nm'], cable: 'mfp7e30', ...more }, design);
}

/** Two switches of 32 x QSFP28 joined by 100G modules. */
function drawHundred(modules: readonly [string, string], cable: string, design = drawDesign('ethernet')): Design {
  return drawOptics('sn4600c.data', 'sn4600c.data', modules, cable, { speedGbps: 100 }, design);
}

function drawDirect(cableId: string, lengthM: number, design = drawDesign()): Design {
  drawDevice(design, 'a', 'qm9700', 'leaf', 1);
  drawDevice(design, 'b', 'qm9700', 'spine', 1);
  drawLink(design, 'a.data', 'b.data', {
    pattern: 'pair',
    speedGbps: 400,
    cablesPerPair: 2,
    lengthM,
    medium: { kind: 'cable', cableId },
  });
  return design;
}

describe('R04 lane rate', () => {
  // MMS4A20 runs 4 x 200G, MMS4X00-NM 8 x 100G: both say 800G.
  it('refuses 4 x 200G against 8 x 100G', () => {
    const design = drawOptics('dgx-b300-ac.compute', 'sn5600.data', ['mms4a20', 'mms4x00-nm'], 'mfp7e30', {
      speedGbps: 800,
    });
    const outcome = judge(design, 'R04');
    expect(outcome.state).toBe('failed');
    expect(outcome.findings[0]?.message).toContain('MMS4A20 runs 200G per lane, MMS4X00-NM 100G');
    // The cages of the DGX B300 do not state their lanes.
    expect(outcome.notCheckedCount).toBe(1);
  });

  it('passes 100G lanes throughout', () => {
    expect(judge(drawMultimode(), 'R04')).toMatchObject({ state: 'passed', notCheckedCount: 0 });
  });

  it('cannot tell where the modulation of one module is not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mma4z00-ns', 'transceiver', { modulation: null });
    expect(judge(drawMultimode({ modules: ['mma4z00-ns-flt', own] }, design), 'R04').state).toBe('not-checked');
  });
});

describe('R05 lanes', () => {
  // A cage of 1 x 800G is not one of 2 x 400G.
  it('refuses a 400G module in a cage of 2 x 400G', () => {
    const design = drawMultimode({ modules: ['mma4z00-ns400', 'mma4z00-ns'] });
    expect(judge(design, 'R05').findings[0]?.message).toContain('MMA4Z00-NS400 is 400G; the cage runs 2 x 400G');
  });

  it('refuses a cable that joins one port to two', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'a', 'sn5600', 'leaf', 1);
    drawDevice(design, 'b', 'sn5600', 'spine', 1);
    drawLink(design, 'a.data', 'b.data', {
      pattern: 'pair',
      speedGbps: 400,
      lengthM: 2,
      medium: { kind: 'cable', cableId: 'mcp7y00' },
    });
    expect(judge(design, 'R05').state).toBe('failed');
  });

  it('passes twin-port modules on both ends', () => {
    expect(judge(drawMultimode(), 'R05')).toMatchObject({ state: 'passed', checkedCount: 3 });
  });

  it('cannot tell where the lanes of the cage are not known', () => {
    const design = drawDesign();
    const server = changeBlock(design, 'dgx-h100', 'compute', { lanesPerCage: null });
    drawOptics(`${server}.compute`, LEAF, ['mma4z00-ns-flt', 'mma4z00-ns'], 'mfp7e10', { speedGbps: 400 }, design);
    expect(judge(design, 'R05')).toMatchObject({ state: 'not-checked', notCheckedCount: 1 });
  });
});

describe('R06 optics', () => {
  // MMA4Z00-NS is multimode SR, MMS4X00-NS single-mode DR.
  it('refuses SR to DR', () => {
    const design = drawMultimode({ modules: ['mma4z00-ns-flt', 'mms4x00-ns'] });
    expect(judge(design, 'R06')).toMatchObject({ state: 'failed', failedCount: 1 });
  });

  it('passes DR to DR, and XDR to DR: the same light', () => {
    expect(judge(drawSingleMode(), 'R06').state).toBe('passed');
    const design = drawOptics('7050dx4-32s.data', '7050dx4-32s.data', ['g-400-xdr4', 'g-400-dr4'], 'mfp7e30', {
      speedGbps: 400,
    });
    expect(judge(design, 'R06').state).toBe('passed');
  });

  it('cannot tell where the family of one module is not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mms4x00-nm', 'transceiver', { opticsFamily: null });
    expect(judge(drawSingleMode({ modules: ['mms4x00-nm-flt', own] }, design), 'R06').state).toBe('not-checked');
  });
});

describe('R07 fibre type', () => {
  // MFP7E10 is OM4 multimode; DR modules need OS2.
  it('refuses multimode fibre between single-mode modules, at both ends in one finding', () => {
    expect(judge(drawSingleMode({ cable: 'mfp7e10' }), 'R07')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(listCodes(drawSingleMode({ cable: 'mfp7e10' })).filter((code) => code === 'media.fibre-type')).toHaveLength(
      1,
    );
  });

  it('passes OM4 with SR and OS2 with DR', () => {
    expect(judge(drawMultimode(), 'R07')).toMatchObject({ state: 'passed', checkedCount: 2 });
    expect(judge(drawSingleMode(), 'R07')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell for a fibre of unknown type', () => {
    const design = drawDesign();
    const own = changePart(design, 'mfp7e10', 'cable', { fiberType: null });
    expect(judge(drawMultimode({ cable: own }, design), 'R07')).toMatchObject({
      state: 'not-checked',
      notCheckedCount: 2,
    });
  });
});

describe('R08 connector and polish', () => {
  // MMA1B00-C100D is UPC, MFP7E10 APC.
  it('refuses a UPC module on an APC fibre', () => {
    const design = drawHundred(['mma1b00-c100d', 'mma1b00-c100d'], 'mfp7e10');
    expect(judge(design, 'R08')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(findProblem(design, 'media.connector').message).toContain('polish: MMA1B00-C100D has UPC, MFP7E10');
  });

  it('passes APC to APC', () => {
    expect(judge(drawMultimode(), 'R08')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell where the polish of the module is not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mma4z00-ns', 'transceiver', { polish: null });
    expect(judge(drawMultimode({ modules: ['mma4z00-ns-flt', own] }, design), 'R08')).toMatchObject({
      state: 'not-checked',
      checkedCount: 1,
      notCheckedCount: 1,
    });
  });

  it('refuses an LC module on an MPO fibre', () => {
    expect(judge(drawHundred(['g-100-fr', 'g-100-fr'], 'mfp7e30'), 'R08').state).toBe('failed');
  });
});

describe('R09 ferrule', () => {
  // MMS4X00-NM16 has one MPO-16, MMS4X00-NM two MPO-12: the same 16 fibres.
  it('refuses MPO-16 on MPO-12', () => {
    const design = drawOptics('sn5600.data', 'sn5600.data', ['mms4x00-nm16', 'mms4x00-nm16'], 'mfp7e30', {
      speedGbps: 800,
    });
    expect(judge(design, 'R09').findings[0]?.message).toContain('connector: MMS4X00-NM16 has MPO-16, MFP7E30');
    expect(judge(design, 'R08').state).toBe('passed');
  });

  it('refuses two connectors against one', () => {
    const design = drawOptics('sn5600.data', 'sn5600.data', ['mms4x00-nm16', 'mms4x00-nm-t'], 'mfp7e30', {
      speedGbps: 800,
    });
    expect(judge(design, 'R09').findings[0]?.message).toContain(
      'a port of MMS4X00-NM16 uses 1 fibres, a port of MMS4X00-NM-T 2',
    );
  });

  it('passes two MPO-12 against two', () => {
    expect(judge(drawSingleMode(), 'R09')).toMatchObject({ state: 'passed', checkedCount: 3 });
  });

  it('cannot tell where the number of connectors is not known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mms4x00-nm', 'transceiver', { connectorCount: null });
    expect(judge(drawSingleMode({ modules: ['mms4x00-nm-flt', own] }, design), 'R09').state).toBe('not-checked');
  });
});

describe('R10 reach', () => {
  // MMS4X00-NM reaches 500 m to its twin and 100 m to a 400G adapter module.
  it('refuses 150 m to an adapter module that reaches 100 m', () => {
    const design = drawOptics(
      'gb200-tray.compute',
      LEAF,
      ['mms4x00-ns400', 'mms4x00-nm'],
      'mfp7e30',
      { speedGbps: 400, lengthM: 150 },
      drawDesign(),
    );
    expect(judge(design, 'R10').findings[0]?.message).toContain('MMS4X00-NS400 reaches 100 m, the run is 150 m');
  });

  it('passes 150 m between 500 m modules, and 50 m of OM4', () => {
    expect(judge(drawSingleMode({ lengthM: 150 }), 'R10').state).toBe('passed');
    expect(judge(drawMultimode({ lengthM: 50 }), 'R10').state).toBe('passed');
    expect(judge(drawMultimode({ lengthM: 60 }), 'R10').state).toBe('failed');
  });

  it('cannot tell where no module states its reach', () => {
    const design = drawDesign();
    const a = changePart(design, 'mms4x00-nm-flt', 'transceiver', { reachM: null });
    const b = changePart(design, 'mms4x00-nm', 'transceiver', { reachM: null });
    expect(judge(drawSingleMode({ modules: [a, b] }, design), 'R10').state).toBe('not-checked');
  });

  // MMA4Z00-NS: 50 m on OM4, 30 m on OM3.
  it('goes by the grade of the fibre', () => {
    const design = drawDesign();
    const om3 = changePart(design, 'mfp7e10', 'cable', { fiberType: 'OM3' });
    expect(judge(drawMultimode({ cable: om3, lengthM: 40 }, design), 'R10').findings[0]?.message).toContain(
      'reaches 30 m',
    );
    expect(judge(design, 'R07').state).toBe('passed');
    const other = drawDesign();
    const om5 = changePart(other, 'mfp7e10', 'cable', { fiberType: 'OM5' });
    expect(judge(drawMultimode({ cable: om5, lengthM: 20 }, other), 'R10').state).toBe('not-checked');
  });

  it('offers to choose the medium anew', () => {
    const fixed = applyFix(drawMultimode({ lengthM: 60 }), 'media.reach');
    expect(fixed.links['link-1']?.medium).toEqual({ kind: 'auto' });
    expect(judge(fixed, 'R10').state).toBe('passed');
  });
});

describe('R11 length', () => {
  // MCP4Y10 is sold up to 2 m; a passive 2.1 m does not exist.
  it('refuses a length that is within reach and not sold', () => {
    const design = drawDesign();
    const own = changePart(design, 'mcp4y10', 'cable', { reachM: 3 });
    expect(judge(drawDirect(own, 2.1, design), 'R11').findings[0]?.message).toContain('the longest MCP4Y10');
  });

  it('passes 1.7 m, which takes a cable of 2 m', () => {
    expect(judge(drawDirect('mcp4y10', 1.7), 'R11')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('leaves a run beyond reach to R10', () => {
    expect(judge(drawDirect('mcp4y10', 2.1), 'R11').checkedCount).toBe(0);
    expect(judge(drawDirect('mcp4y10', 2.1), 'R10').state).toBe('failed');
  });

  it('cannot tell where no length on sale is known', () => {
    const design = drawDesign();
    const own = changePart(design, 'mcp4y10', 'cable', { lengths: [] });
    expect(judge(drawDirect(own, 1.7, design), 'R11')).toMatchObject({ state: 'not-checked', notCheckedCount: 1 });
  });
});

describe('R29 HDR on NDR', () => {
  // A ConnectX-6 class port (50G lanes) on Quantum-2 (100G lanes) over optics.
  function drawHdr(lengthM: number, patch = {}): Design {
    const design = drawDesign();
    const leaf = changeBlock(design, 'qm9700', 'data', {});
    const server = changeBlock(design, 'dgx-a100', 'compute', patch);
    drawDevice(design, 'server', server, 'endpoint', 1);
    drawDevice(design, 'leaf', leaf, 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'pair',
      speedGbps: 200,
      cablesPerPair: 4,
      lengthM,
      medium: { kind: 'cable', cableId: 'mfa7u10' },
    });
    return design;
  }

  it('warns of 40 m of active optical cable', () => {
    expect(judge(drawHdr(40), 'R29')).toMatchObject({ state: 'failed', failedCount: 1 });
    expect(findProblem(drawHdr(40), 'media.hdr-on-ndr').severity).toBe('warning');
  });

  it('passes 30 m of it, and NDR on NDR', () => {
    expect(judge(drawHdr(30), 'R29')).toMatchObject({ state: 'passed', checkedCount: 1 });
    expect(judge(drawMultimode(), 'R29')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('cannot tell where the lane rate of the ports is not known', () => {
    expect(judge(drawHdr(40, { gbpsPerLane: null }), 'R29').state).toBe('not-checked');
  });
});

describe('media that no fact explains', () => {
  it('are reported as elaboration sees them', () => {
    // Nobody publishes the form factor of that opening: it neither fits nor fails.
    const design = drawDesign('ethernet');
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'leaf', 'sn4600c', 'leaf', 1);
    drawLink(design, 'server.inband_mgmt', 'leaf.data', { pattern: 'pair', speedGbps: 100 });
    expect(judge(design, 'media.fit')).toMatchObject({ state: 'not-checked', failedCount: 0, notCheckedCount: 1 });
    expect(listCodes(design)).toContain('media.unknown');
    // R01 to R11 cannot judge a link without a medium.
    expect(judge(design, 'R01').notCheckedReasons).toEqual(['the medium of server to leaf is not settled']);
  });

  it('are not reported a second time where a rule has named the fact', () => {
    const codes = listCodes(drawMultimode({ lengthM: 60 })).filter((code) => code.startsWith('media.'));
    expect(codes).toEqual(['media.reach']);
  });
});
