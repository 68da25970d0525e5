/** R01, R02, R03, R15, R16, R21 on the examples of the hardware reference, each failed, passed and not checked. */
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

/** The pair every DGX H100 SuperPOD is built with. */
function drawDgx(): Design {
  const design = drawDesign();
  drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
  drawDevice(design, 'leaf', 'qm9700', 'leaf', 8);
  drawLink(design, 'server.compute', 'leaf.data', { pattern: 'rail', speedGbps: 400 });
  return design;
}

describe('R01 form factor', () => {
  // BlueField-3 has QSFP112 cages; MMS4X00-NS400 is an OSFP module.
  it('refuses an OSFP module in a BlueField-3', () => {
    const design = drawDesign('ethernet');
    const server = changeBlock(design, 'dgx-h100', 'storage_inband', {});
    drawOptics(
      `${server}.storage_inband`,
      'sn5600.data',
      ['mms4x00-ns400', 'mms4x00-nm'],
      'mfp7e30',
      { speedGbps: 400 },
      design,
    );
    expect(judge(design, 'R01')).toMatchObject({ state: 'failed', failedCount: 1 });
    expect(judge(design, 'R01').findings[0]?.message).toContain('MMS4X00-NS400 is OSFP; the cage is QSFP112');
  });

  it('passes both ends of a DGX H100 on a QM9700', () => {
    expect(judge(drawDgx(), 'R01')).toMatchObject({ state: 'passed', checkedCount: 2, notCheckedCount: 0 });
  });

  it('cannot tell where nobody states the cage', () => {
    const design = drawDesign();
    const server = changeBlock(design, 'dgx-h100', 'compute', { formFactor: null });
    drawOptics(
      `${server}.compute`,
      'qm9700.data',
      ['mma4z00-ns-flt', 'mma4z00-ns'],
      'mfp7e10',
      { speedGbps: 400 },
      design,
    );
    expect(judge(design, 'R01')).toMatchObject({ state: 'not-checked', checkedCount: 1, notCheckedCount: 1 });
  });

  it('wants RJ45 jacks at both ends of a twisted pair', () => {
    const design = drawDesign('ethernet');
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', {
      pattern: 'pair',
      speedGbps: 400,
      medium: { kind: 'cable', cableId: 'cat6' },
    });
    expect(judge(design, 'R01')).toMatchObject({ state: 'failed', failedCount: 2 });
  });
});

describe('R02 heat sink', () => {
  // The finned MMA4Z00-NS in a DGX H100, whose cages take the flat MMA4Z00-NS-FLT.
  const design = drawOptics(
    'dgx-h100.compute',
    'qm9700.data',
    ['mma4z00-ns', 'mma4z00-ns'],
    'mfp7e10',
    { speedGbps: 400 },
    drawDesign(),
  );

  it('refuses a finned module in a DGX, once, and offers the one that fits', () => {
    expect(judge(design, 'R02')).toMatchObject({ state: 'failed', failedCount: 1, checkedCount: 2 });
    expect(listCodes(design).filter((code) => code.startsWith('media.') || code.startsWith('ports.'))).toEqual([
      'ports.heat-sink',
    ]);
    expect(judge(applyFix(design, 'ports.heat-sink'), 'R02').state).toBe('passed');
  });

  it('passes flat in the DGX and finned in the switch', () => {
    expect(judge(drawDgx(), 'R02')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell for a module whose heat sink nobody states', () => {
    const own = drawDesign();
    const module = changePart(own, 'mma4z00-ns-flt', 'transceiver', { heatSink: null });
    drawOptics('dgx-h100.compute', 'qm9700.data', [module, 'mma4z00-ns'], 'mfp7e10', { speedGbps: 400 }, own);
    expect(judge(own, 'R02')).toMatchObject({ state: 'not-checked', checkedCount: 1, notCheckedCount: 1 });
    expect(findProblem(own, 'media.unconfirmed').severity).toBe('advice');
  });
});

describe('R03 protocol', () => {
  // -T modules are for Ethernet only, a QM9700 runs InfiniBand only.
  it('refuses an Ethernet module on InfiniBand', () => {
    const design = drawOptics(
      'dgx-h100.compute',
      'qm9700.data',
      ['mms4x00-nm-flt', 'mms4x00-nm-t'],
      'mfp7e30',
      { speedGbps: 400 },
      drawDesign(),
    );
    expect(judge(design, 'R03')).toMatchObject({ state: 'failed', failedCount: 1 });
  });

  it('passes a module for both', () => {
    expect(judge(drawDgx(), 'R03')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('cannot tell where the protocols of the module are not known', () => {
    const design = drawDesign();
    const module = changePart(design, 'mma4z00-ns', 'transceiver', { protocols: [] });
    drawOptics('dgx-h100.compute', 'qm9700.data', ['mma4z00-ns-flt', module], 'mfp7e10', { speedGbps: 400 }, design);
    expect(judge(design, 'R03')).toMatchObject({ state: 'not-checked', notCheckedCount: 1 });
  });
});

describe('technology of the fabric', () => {
  function drawMixed(): Design {
    const design = drawDesign('infiniband');
    design.fabrics['frontend'] = {
      ...(design.fabrics['compute'] as Design['fabrics'][string]),
      id: 'frontend',
      name: 'Front-end',
      technology: 'ethernet',
      purpose: 'frontend',
    };
    drawDevice(design, 'server', 'dgx-h100', 'endpoint', 1);
    drawDevice(design, 'leaf', 'sn5600', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'pair', speedGbps: 400 });
    return design;
  }

  it('refuses Ethernet ports in an InfiniBand fabric and offers the Ethernet one', () => {
    expect(judge(drawMixed(), 'ports.technology').state).toBe('failed');
    const fixed = applyFix(drawMixed(), 'ports.technology');
    expect(fixed.links['link-1']?.fabricId).toBe('frontend');
    expect(judge(fixed, 'ports.technology').state).toBe('passed');
  });

  it('cannot tell for ports of unknown protocol', () => {
    const design = drawDesign();
    drawDevice(design, 'server', changeBlock(design, 'dgx-h100', 'compute', { protocols: [] }), 'endpoint', 1);
    drawDevice(design, 'leaf', 'qm9700', 'leaf', 1);
    drawLink(design, 'server.compute', 'leaf.data', { pattern: 'pair', speedGbps: 400 });
    expect(judge(design, 'ports.technology').state).toBe('not-checked');
  });
});

describe('R15 breakout', () => {
  // SN5600 stops at four ports a cage: 8 x 100G is not offered, Z9864F offers it.
  function drawHundred(leaf: string): Design {
    const design = drawDesign('ethernet');
    drawDevice(design, 'a', 'z9864f', 'spine', 1);
    drawDevice(design, 'b', leaf, 'leaf', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'pair', speedGbps: 100 });
    return design;
  }

  it('refuses 100G on an SN5600 and offers a speed both have', () => {
    expect(judge(drawHundred('sn5600'), 'R15')).toMatchObject({ state: 'failed', failedCount: 1, checkedCount: 2 });
    const fixed = applyFix(drawHundred('sn5600'), 'ports.speed');
    expect(fixed.links['link-1']?.speedGbps).toBe(800);
    expect(judge(fixed, 'R15').state).toBe('passed');
  });

  it('passes between two Z9864F', () => {
    expect(judge(drawHundred('z9864f'), 'R15')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell for ports without known speeds', () => {
    const design = drawHundred('z9864f');
    drawDevice(design, 'b', 'dell-xe9680', 'endpoint', 1);
    drawLink(design, 'b.compute', 'a.data', { pattern: 'pair', speedGbps: 100 });
    expect(judge(design, 'R15').notCheckedReasons).toEqual(['the speeds of the compute ports of b are not known']);
  });
});

describe('R16 logical ports', () => {
  // Z9864F: 64 cages of 8 x 100G would be 512 ports, its limit is 320.
  function drawPorts(partId: string, cablesPerPair: number): Design {
    const design = drawDesign('ethernet');
    drawDevice(design, 'a', partId, 'leaf', 1);
    drawDevice(design, 'b', partId, 'leaf', 1);
    drawLink(design, 'a.data', 'b.data', { pattern: 'pair', speedGbps: 100, cablesPerPair });
    return design;
  }

  it('refuses 41 cages split eightfold: 328 of 320', () => {
    expect(judge(drawPorts('z9864f', 328), 'R16')).toMatchObject({ state: 'failed', failedCount: 2 });
    expect(findProblem(drawPorts('z9864f', 328), 'ports.logical-budget').message).toContain('328 logical ports');
  });

  it('passes 40 of them', () => {
    expect(judge(drawPorts('z9864f', 320), 'R16')).toMatchObject({ state: 'passed', checkedCount: 2 });
  });

  it('cannot tell where the limit is not known', () => {
    expect(judge(drawPorts('7060x6-64pe', 512), 'R16')).toMatchObject({ state: 'not-checked', notCheckedCount: 2 });
  });
});

describe('R21 scale-up ports', () => {
  // 7700R4C line card: `fabric` ports carry cells, `host` ports Ethernet.
  function drawCells(block: string): Design {
    const design = drawDesign('ethernet');
    drawDevice(design, 'a', '7700r4c-38pe', 'leaf', 1);
    drawDevice(design, 'b', block === 'fabric' ? '7700r4c-38pe' : 'sn5600', 'spine', 1);
    drawLink(design, 'a.fabric', `b.${block}`, { pattern: 'pair', speedGbps: 800 });
    return design;
  }

  it('refuses a fabric port on an Ethernet port, and says so once', () => {
    expect(judge(drawCells('data'), 'R21')).toMatchObject({ state: 'failed', failedCount: 1 });
    expect(judge(drawCells('data'), 'R03').checkedCount).toBe(0);
  });

  it('passes cells to cells, and everything else', () => {
    expect(judge(drawCells('fabric'), 'R21')).toMatchObject({ state: 'passed', checkedCount: 1 });
    expect(judge(drawDgx(), 'R21')).toMatchObject({ state: 'passed', checkedCount: 1 });
  });

  it('cannot tell where the other end is not known', () => {
    const design = drawCells('data');
    const other = changeBlock(design, 'sn5600', 'data', { protocols: [] });
    drawDevice(design, 'b', other, 'spine', 1);
    expect(judge(design, 'R21').state).toBe('not-checked');
  });
});
